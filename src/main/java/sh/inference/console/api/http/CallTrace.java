package sh.inference.console.api.http;

import java.net.InetSocketAddress;
import java.net.Proxy;

import okhttp3.Call;
import okhttp3.EventListener;

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
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        proxied = proxy.type() != Proxy.Type.DIRECT;
    }

    @Override
    public void connectionAcquired(Call call, okhttp3.Connection connection) {
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
