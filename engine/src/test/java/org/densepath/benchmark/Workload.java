package org.densepath.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The command of a measurement: one of our workloads in a virtual machine of its own, so that its peak memory is
/// its own, or one of the peers in Python.
record Workload(List<String> command) {
    /// As many as the peers are given.
    static final int THREADS = 2;

    /// `main` with the options of `packaging/densepath`.
    static Workload ours(Class<?> main, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:MaxRAMPercentage=25",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Ddensepath.root=" + System.getProperty("densepath.root", ".."),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        for (Object argument : arguments) {
            command.add(String.valueOf(argument));
        }
        return new Workload(command);
    }

    /// A script of `../shared/peers`, run by the Python that `-Ddensepath.peers.python` names; empty where either
    /// is missing.
    static Optional<Workload> peer(String script, Object... arguments) {
        String python = System.getProperty("densepath.peers.python", "");
        Path file = PeerWork.SHARED.resolve("peers").resolve(script);
        if (python.isEmpty() || !Files.isExecutable(Path.of(python)) || !Files.exists(file)) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>(List.of(python, file.toString()));
        for (Object argument : arguments) {
            command.add(String.valueOf(argument));
        }
        return Optional.of(new Workload(command));
    }
}
