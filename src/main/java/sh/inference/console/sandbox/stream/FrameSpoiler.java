package sh.inference.console.sandbox.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.sandbox.drill.Drills;

/** Writes frames as they are, or as a drill spoils them. One for each stream. */
final class FrameSpoiler {
    private static final int FRAMES_BEFORE_A_DROP = 25;
    private static final int MOST_KEPT = 500;
    private static final int LONGEST_START = 200;
    private static final String ID = "\"id\":\"";
    private static final News UNKNOWN = new News("{\"id\":\"m1\",\"phase\":\"waxing\"}".getBytes(StandardCharsets.UTF_8), false);
    private final Drills drills;
    private int written;
    /** The last frame of each of some engines, kept only while older pictures are asked for. */
    private final Map<String, byte[]> earlier = new HashMap<>();

    FrameSpoiler(Drills drills) {
        this.drills = drills;
    }

    void heartbeat(byte[] beat, OutputStream out) throws IOException {
        if (!drills.isOn(Drill.LOST_HEARTBEAT)) {
            out.write(beat);
        }
    }

    void frame(byte[] frame, Form form, OutputStream out) throws IOException {
        if (drills.isOn(Drill.LOST_HEARTBEAT)) {
            return;
        }
        written++;
        if (written > FRAMES_BEFORE_A_DROP) {
            dropIfAsked(frame, out);
        }
        out.write(frame);
        if (drills.isOn(Drill.DUPLICATE_FRAMES)) {
            out.write(frame);
        }
        if (drills.isOn(Drill.STALE_FRAMES)) {
            older(frame, out);
        }
        if (drills.isOn(Drill.GARBAGE_FRAMES) && written % 3 == 0) {
            out.write((form == Form.SSE ? "data: {\"id\": <html>\n\n" : "{\"id\": <html>\n").getBytes(StandardCharsets.UTF_8));
        }
        if (drills.isOn(Drill.UNKNOWN_EVENTS) && written % 3 == 0) {
            out.write(form.frame("moon_phases", UNKNOWN));
        }
    }

    private void older(byte[] frame, OutputStream out) throws IOException {
        String subject = subject(frame);
        if (earlier.containsKey(subject) || earlier.size() < MOST_KEPT) {
            byte[] before = earlier.put(subject, frame);
            if (before != null) {
                out.write(before);
            }
        }
    }

    /** The id a frame is about: the first one in it. */
    private static String subject(byte[] frame) {
        String start = new String(frame, 0, Math.min(frame.length, LONGEST_START), StandardCharsets.ISO_8859_1);
        int from = start.indexOf(ID);
        int to = from < 0 ? -1 : start.indexOf('"', from + ID.length());
        return to < 0 ? "" : start.substring(from + ID.length(), to);
    }

    private void dropIfAsked(byte[] frame, OutputStream out) throws IOException {
        if (drills.isOn(Drill.DROPPED_STREAMS)) {
            out.flush();
            throw new IOException("dropped as asked");
        }
        if (drills.isOn(Drill.HALF_CUT_STREAMS)) {
            out.write(frame, 0, frame.length / 2);
            out.flush();
            throw new IOException("cut as asked");
        }
    }
}
