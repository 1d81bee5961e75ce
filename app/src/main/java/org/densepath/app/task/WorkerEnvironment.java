package org.densepath.app.task;

import java.util.Map;

/// The environment of a process that computes with tensors, as `packaging/densepath` sets it; what a person has
/// set stays.
public final class WorkerEnvironment {
    private WorkerEnvironment() {}

    /// @param environment a process's, changed in place
    public static void complete(Map<String, String> environment) {
        // spinning OpenMP threads cost a third of the speed as soon as this window draws
        environment.putIfAbsent("OMP_WAIT_POLICY", "PASSIVE");
    }
}
