package io.github.diplograph.local;

import java.lang.management.ManagementFactory;

/** The memory of this machine, or of the container that this runs in. */
final class Memory {

    private static final long PART = 4;

    private Memory() {}

    /**
     * What a server may take: as much as is wanted, and not more than a quarter of what there is.
     *
     * @param least what it gets in any case, in MiB
     * @param wanted what would be good, in MiB
     * @return how much, in MiB
     */
    static int share(int least, long wanted) {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? share(least, wanted, machine.getTotalMemorySize() >> 20)
                : least;
    }

    static int share(int least, long wanted, long machine) {
        return (int) Math.max(least, Math.min(wanted, machine / PART));
    }
}
