package org.densepath.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Times work that is done for the sake of its time.
record Stopwatch(Clock clock) {
    /// Work is repeated until so many seconds are over, so that a small model is not judged by its first, slow
    /// step.
    private static final double LEAST_SECONDS = 0.6;

    /// What takes longer is done once only.
    private static final double LONG_SECONDS = 12;

    private static final int WRITTEN = 16 << 20;

    /// Seconds a time: the mean of the faster half of at least two, the first left out. The slower half is the
    /// program warming up, and other work on the machine.
    double repeated(Runnable work) {
        List<Double> times = new ArrayList<>();
        double sum = 0;
        while (times.size() < 2 || sum < LEAST_SECONDS) {
            long began = clock.nanos();
            work.run();
            times.add((clock.nanos() - began) / 1e9);
            sum += times.getLast();
            if (times.size() == 1 && sum > LONG_SECONDS) {
                return sum;
            }
        }
        double[] sorted =
                times.stream().skip(1).mapToDouble(Double::doubleValue).sorted().toArray();
        return Arrays.stream(sorted)
                .limit(Math.max(1, sorted.length / 2))
                .average()
                .orElseThrow();
    }

    /// Seconds to write a byte and have it on the disk; 0 where nothing can be written.
    double writing() {
        try {
            Path file = Files.createTempFile("densepath-probe", ".part");
            long began = clock.nanos();
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.allocate(WRITTEN));
                channel.force(true);
            } finally {
                Files.deleteIfExists(file);
            }
            return (clock.nanos() - began) / 1e9 / WRITTEN;
        } catch (IOException e) {
            return 0;
        }
    }
}
