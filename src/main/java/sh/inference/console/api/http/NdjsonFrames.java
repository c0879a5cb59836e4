package sh.inference.console.api.http;

import java.io.IOException;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.Frame;

/** One JSON object a line (contract 8.2). Blank lines mean nothing; the last line needs no end. */
final class NdjsonFrames implements Frames {
    private final Lines lines;
    private final FrameReader reader;

    NdjsonFrames(Lines lines, FrameReader reader) {
        this.lines = lines;
        this.reader = reader;
    }

    @Override
    public Frame next() throws IOException, ApiException {
        while (lines.next()) {
            if (lines.tooLong()) {
                return FrameReader.TOO_LONG;
            }
            if (!isBlank()) {
                Frame frame = reader.read(lines.bytes(), lines.from(), lines.length(), "");
                return frame == FrameReader.END ? null : frame;
            }
        }
        return null;
    }

    private boolean isBlank() {
        for (int i = lines.from(); i < lines.from() + lines.length(); i++) {
            if (lines.bytes()[i] > ' ' || lines.bytes()[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
