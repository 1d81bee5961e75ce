package org.densepath.experiment;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// What time is measured by: the clock on the wall, which is what a person waits; or this process's work on all
/// cores, which other programs change little, so that measurements on a busy machine can be compared.
enum Clock {
    WALL,
    CPU;

    long nanos() {
        return this == WALL ? System.nanoTime() : cpu();
    }

    /// Seconds since the process began.
    double sinceStart() {
        return this == WALL ? ManagementFactory.getRuntimeMXBean().getUptime() / 1e3 : cpu() / 1e9;
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
