package sh.inference.console.api.http;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.FaultDesk;
import sh.inference.console.api.dto.StagedFaultDto;
import sh.inference.console.model.StagedFault;

/**
 * The sandbox's control calls over HTTP, on connections of their own: a fault that spoils the service's answers, or a
 * limit that the service has set, must not stand in the way of ending it.
 */
public final class HttpFaultDesk implements FaultDesk {
    private final URI base;
    private final HttpTransport transport;

    /** @param authorization the value of the {@code Authorization} header, asked for with every request and kept nowhere */
    public HttpFaultDesk(URI base, Supplier<String> authorization, Supplier<HttpSettings> settings, Clock clock) {
        this.base = base;
        this.transport = new HttpTransport(base, authorization, settings, clock, () -> true, note -> { });
    }

    @Override
    public List<StagedFault> faults() throws ApiException {
        return read(transport.read("GET", target(), null));
    }

    @Override
    public List<StagedFault> stage(String name, boolean on) throws ApiException {
        return read(transport.write("POST", target(), RequestBodies.fault(name, on)));
    }

    private Target target() throws ApiException {
        return Target.of(base, "_sandbox", "faults");
    }

    private static List<StagedFault> read(Reply reply) throws ApiException {
        try {
            return reply.envelope().list(StagedFaultDto::read).stream().filter(fault -> fault.name() != null).map(StagedFaultDto::toModel).toList();
        } catch (IOException unreadable) {
            throw new ApiException(new ApiFailure.Malformed(reply.status(), ""));
        }
    }
}
