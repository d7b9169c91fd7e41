package io.github.diplograph;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** How long work keeps the processor, which a busy machine does not lengthen as it does the time on the clock. */
public final class ProcessorTime {

    private ProcessorTime() {}

    /** The time that this thread takes for some work. */
    public static Duration of(Runnable work) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }
}
