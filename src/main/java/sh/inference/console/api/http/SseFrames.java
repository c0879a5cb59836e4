package sh.inference.console.api.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.Frame;

/** Server-sent events (contract 8.3): {@code event} and {@code data} up to an empty line, comments as signs of life. */
final class SseFrames implements Frames {
    private static final byte[] DATA = "data".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EVENT = "event".getBytes(StandardCharsets.US_ASCII);
    private final Lines lines;
    private final FrameReader reader;
    private final Payload data = new Payload();
    private String event = "";
    private boolean tooLong;

    SseFrames(Lines lines, FrameReader reader) {
        this.lines = lines;
        this.reader = reader;
    }

    @Override
    public Frame next() throws IOException, ApiException {
        while (lines.next()) {
            tooLong |= lines.tooLong();
            if (lines.length() == 0) {
                Frame frame = dispatch();
                if (frame != null) {
                    return frame == FrameReader.END ? null : frame;
                }
            } else if (lines.bytes()[lines.from()] == ':') {
                return FrameReader.ALIVE;
            } else {
                field();
            }
        }
        Frame last = dispatch();
        return last == FrameReader.END ? null : last;
    }

    /** A field is its name, a colon, and its value after at most one space. */
    private void field() {
        byte[] line = lines.bytes();
        int end = lines.from() + lines.length();
        int colon = lines.from();
        while (colon < end && line[colon] != ':') {
            colon++;
        }
        int value = colon + 1 < end && line[colon + 1] == ' ' ? colon + 2 : Math.min(colon + 1, end);
        if (named(DATA, colon)) {
            data.add(line, value, end - value);
        } else if (named(EVENT, colon)) {
            event = new String(line, value, end - value, StandardCharsets.UTF_8);
        }
    }

    private boolean named(byte[] name, int colon) {
        return Arrays.equals(lines.bytes(), lines.from(), colon, name, 0, name.length);
    }

    /** The frame that has been collected, or null if there is none. At the end of the stream its empty line may be missing. */
    private Frame dispatch() throws ApiException {
        boolean dropped = tooLong;
        boolean nothing = data.lines == 0;
        String name = event;
        event = "";
        tooLong = false;
        data.lines = 0;
        if (dropped) {
            return FrameReader.TOO_LONG;
        }
        return nothing ? null : reader.read(data.bytes(), 0, data.size(), name);
    }

    /** The data of a frame, its lines joined; the bytes are read in place. */
    private static final class Payload extends ByteArrayOutputStream {
        private int lines;

        void add(byte[] line, int from, int length) {
            if (lines++ == 0) {
                reset();
            } else {
                write('\n');
            }
            write(line, from, length);
        }

        byte[] bytes() {
            return buf;
        }
    }
}
