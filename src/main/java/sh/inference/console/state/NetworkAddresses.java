package sh.inference.console.state;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/**
 * The addresses through which this computer can reach others. Link-local ones do not count: containers that come and go
 * would look like a change of network. Blocks.
 */
public final class NetworkAddresses implements Callable<Set<String>> {
    @Override
    public Set<String> call() throws SocketException {
        Set<String> addresses = new TreeSet<>();
        for (NetworkInterface device : NetworkInterface.networkInterfaces().toList()) {
            if (device.isUp() && !device.isLoopback()) {
                device.inetAddresses().filter(address -> !address.isLinkLocalAddress()).map(InetAddress::getHostAddress)
                        .forEach(address -> addresses.add(device.getName() + " " + address));
            }
        }
        return addresses;
    }
}
