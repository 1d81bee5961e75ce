package org.densepath.experiment;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// How much of the machine other programs use while something is measured: what was measured then holds for a
/// machine as busy as that.
record OtherWork(long began, long cpu) {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    static OtherWork fromNow() {
        // the load is that since it was asked for last
        SYSTEM.getCpuLoad();
        return new OtherWork(Clock.WALL.nanos(), Clock.CPU.nanos());
    }

    /// The share of all processors' time, 0 … 1; 0 where the system does not tell.
    double share() {
        double seconds = (Clock.WALL.nanos() - began) / 1e9;
        double own = (Clock.CPU.nanos() - cpu) / 1e9 / (seconds * SYSTEM.getAvailableProcessors());
        return Math.clamp(SYSTEM.getCpuLoad() - own, 0, 1);
    }
}
