package sh.inference.console.api.http;

import java.net.Proxy;
import java.util.List;

import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.HttpUrl;

/** What is known of one call while it is under way. Written by the thread that calls, and by OkHttp's connecting threads. */
final class CallTrace extends EventListener {
    /** Gives every call the trace that its request carries. */
    static final EventListener.Factory FACTORY = call -> {
        CallTrace trace = call.request().tag(CallTrace.class);
        return trace == null ? EventListener.NONE : trace;
    };
    private volatile boolean sent;
    private volatile boolean proxied;
    private volatile boolean connected;

    @Override
    public void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
        proxied = proxies.stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
    }

    /** Encryption begins when the proxy has opened the way. */
    @Override
    public void secureConnectStart(Call call) {
        connected = true;
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        connected = true;
    }

    @Override
    public void requestHeadersStart(Call call) {
        sent = true;
    }

    /** Whether any of the request may have left this computer. */
    boolean sent() {
        return sent;
    }

    /** Whether the line to a proxy was being opened, and never was. */
    boolean stuckAtProxy() {
        return proxied && !connected;
    }
}
