package io.github.diplograph.cli;

import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.diagnostic.Visible;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Progress for someone who waits: what is being done, how far it has come, how fast, and how long it will still take. On
 * a terminal one line that is redrawn; elsewhere plain lines, none for work that is short and few for work that is long.
 */
final class ProgressLine implements Progress {

    private static final long REDRAW = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(400);
    private static final long LONG = TimeUnit.SECONDS.toNanos(2);
    private static final long AGAIN = TimeUnit.SECONDS.toNanos(5);
    private static final long TICK = 500;
    private static final String ERASE = "\r\u001b[K";

    private final PrintStream err;
    private final boolean terminal;
    private final LongSupplier clock;
    private final boolean ticking;
    private @Nullable Thread ticker;
    private String current = "";
    private long begun;
    private long first;
    private long done;
    private long total;
    private long due;
    private boolean shown;

    /** A line that goes on telling the time while nothing else is told. */
    ProgressLine(PrintStream err, boolean terminal) {
        this(err, terminal, System::nanoTime, true);
    }

    /** A line with a clock of one's own, in nanoseconds; without ticking it moves only when told. */
    ProgressLine(PrintStream err, boolean terminal, LongSupplier clock, boolean ticking) {
        this.err = err;
        this.terminal = terminal;
        this.clock = clock;
        this.ticking = ticking;
    }

    @Override
    public synchronized void at(String work, long units, long all) {
        long now = clock.getAsLong();
        if (!work.equals(current)) {
            clear();
            current = work;
            begun = now;
            first = units;
            due = now + (terminal ? SHORT : LONG);
            tick();
        }
        done = units;
        total = all;
        show(now);
    }

    private void show(long now) {
        if (now < due || isOver() && !terminal) {
            return;
        }
        if (terminal) {
            err.print(ERASE + text(now));
            due = now + REDRAW;
            shown = true;
        } else {
            err.println(text(now));
            due = now + AGAIN;
        }
        err.flush();
    }

    /** Work that is over is told no more: what takes the time is something else. */
    private boolean isOver() {
        return total > 0 && done >= total;
    }

    /** What blocks, such as a query, tells nothing; its seconds are shown all the same. */
    private void tick() {
        if (ticking && ticker == null) {
            ticker = new Thread(this::tickOn, "progress");
            ticker.setDaemon(true);
            ticker.start();
        }
    }

    private synchronized void tickOn() {
        try {
            while (!current.isEmpty()) {
                wait(TICK);
                if (!current.isEmpty()) {
                    show(clock.getAsLong());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ticker = null;
    }

    private String text(long now) {
        double seconds = (now - begun) / 1e9;
        StringBuilder text = new StringBuilder(Visible.of(current));
        if (total > 0) {
            text.append(String.format(Locale.ROOT, ": %,d of %,d", done, total));
        }
        if (isOver()) {
            return text.toString();
        }
        double rate = seconds > 0 ? (done - first) / seconds : 0;
        if (seconds < 1 || total <= 0 || rate <= 0) {
            return text.append(seconds < 1 ? " …" : ", " + time(seconds)).toString();
        }
        text.append(String.format(Locale.ROOT, rate < 10 ? ", %.1f a second" : ", %,.0f a second", rate));
        return text.append(", ")
                .append(time(Math.ceil((total - done) / rate)))
                .append(" left")
                .toString();
    }

    private static String time(double seconds) {
        long whole = (long) seconds;
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }

    /** Leaves the terminal's line empty for something else. */
    synchronized void clear() {
        if (terminal && shown) {
            err.print(ERASE);
            err.flush();
        }
        shown = false;
        current = "";
        notifyAll();
    }
}
