package sh.inference.console.api.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;

import javax.net.ssl.SSLException;

import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.ApiFailure.Cause;

/** Why no answer came, read from what the network threw. */
final class Unreached {
    private Unreached() {
    }

    /** @param cancelled whether the console itself gave the call up */
    static ApiFailure of(IOException reason, CallTrace trace, boolean cancelled) {
        Cause cause = cancelled || isInterrupt(reason) ? Cause.CANCELLED : cause(reason, trace);
        return new ApiFailure.Unreachable(cause, trace.sent(), words(reason));
    }

    private static Cause cause(IOException reason, CallTrace trace) {
        String message = String.valueOf(reason.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("authenticate with proxy") || message.contains("for connect:") || message.contains("proxy")) {
            return Cause.PROXY;
        }
        if (trace.stuckAtProxy()) {
            return Cause.PROXY;
        }
        return switch (reason) {
            case UnknownHostException unknown -> Cause.DNS;
            case SocketTimeoutException late -> Cause.TIMEOUT;
            case InterruptedIOException late -> Cause.TIMEOUT;
            case SSLException broken when message.contains("reset") || message.contains("closed") -> Cause.RESET;
            case SSLException untrusted -> Cause.TLS;
            case NoRouteToHostException none -> Cause.OTHER;
            case ConnectException refused -> message.contains("timed out") ? Cause.TIMEOUT : message.contains("unreachable") ? Cause.OTHER : Cause.REFUSED;
            case SocketException reset -> Cause.RESET;
            case EOFException cut -> Cause.RESET;
            case ProtocolException cut -> Cause.RESET;
            default -> message.contains("stream") || message.contains("reset") || message.contains("connection") ? Cause.RESET : Cause.OTHER;
        };
    }

    private static boolean isInterrupt(IOException reason) {
        return Thread.currentThread().isInterrupted() || reason instanceof InterruptedIOException && "interrupted".equals(reason.getMessage());
    }

    /** The first thing the network said; OkHttp wraps it at times. */
    private static String words(IOException reason) {
        Throwable said = reason;
        while (said.getMessage() == null && said.getCause() != null) {
            said = said.getCause();
        }
        return said.getMessage() == null ? said.getClass().getSimpleName() : said.getMessage();
    }
}
