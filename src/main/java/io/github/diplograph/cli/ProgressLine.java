package io.github.diplograph.cli;

import io.github.diplograph.diagnostic.Progress;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/**
 * Progress for someone who watches: on a terminal one line that is redrawn, elsewhere one plain line for each work that
 * takes long.
 */
final class ProgressLine implements Progress {

    private static final long REDRAW = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(400);
    private static final long LONG = TimeUnit.SECONDS.toNanos(2);
    private static final String ERASE = "\r\u001b[K";

    private final PrintStream err;
    private final boolean terminal;
    private String current = "";
    private long begun;
    private long drawn;
    private boolean shown;

    ProgressLine(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public synchronized void at(String work, long done, long total) {
        long now = System.nanoTime();
        if (!work.equals(current)) {
            clear();
            current = work;
            begun = now;
            drawn = now + SHORT - REDRAW;
        }
        if (terminal && now - drawn >= REDRAW) {
            err.print(ERASE + text(done, total, now));
            err.flush();
            drawn = now;
            shown = true;
        } else if (!terminal && !shown && now - begun >= LONG) {
            err.println(current + " …");
            err.flush();
            shown = true;
        }
    }

    private String text(long done, long total, long now) {
        String far = total <= 0 ? "" : " " + done + " of " + total;
        long seconds = TimeUnit.NANOSECONDS.toSeconds(now - begun);
        return current + far + (seconds > 0 ? ", " + seconds + " s" : " …");
    }

    /** Leaves the terminal's line empty for something else. */
    synchronized void clear() {
        if (terminal && shown) {
            err.print(ERASE);
            err.flush();
        }
        shown = false;
        current = "";
    }
}
