package org.densepath.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Where a track stood when its checkpoint was made: all that is needed to go on as if it had never stopped,
/// beside weights and optimizer moments. It is `state.json` in the checkpoint's folder.
///
/// `random` holds the seed counters by what draws from them (`sampling`, `shuffle`), `numbers` a method's own
/// running values (a moving baseline, an adaptive coefficient). Numbers are written so that they are read back
/// bit by bit.
public record ResumePoint(
        int schemaVersion,
        long step,
        long samplesSeen,
        long scheduleStep,
        DataPosition data,
        Map<String, Long> random,
        Map<String, Double> numbers) {
    /// The file's name in a checkpoint's folder. A folder without it is no checkpoint.
    public static final String FILE = "state.json";

    private static final int SCHEMA_VERSION = 1;

    public ResumePoint {
        if (step < 0 || samplesSeen < 0 || scheduleStep < 0) {
            throw new IllegalArgumentException("a resume point before the beginning: step " + step + ", samples "
                    + samplesSeen + ", schedule step " + scheduleStep);
        }
        random = new TreeMap<>(random);
        numbers = new TreeMap<>(numbers);
    }

    public ResumePoint(
            long step,
            long samplesSeen,
            long scheduleStep,
            DataPosition data,
            Map<String, Long> random,
            Map<String, Double> numbers) {
        this(SCHEMA_VERSION, step, samplesSeen, scheduleStep, data, random, numbers);
    }

    /// The next record: `index` in the order that the seed's shuffle gives `epoch` (both from 0).
    public record DataPosition(long epoch, long index) {}

    /// Into a checkpoint folder (one that [AtomicFiles#folder] is filling).
    public void write(Path checkpoint) {
        RunJson.write(checkpoint.resolve(FILE), this);
    }

    /// Throws [org.densepath.BadInputException] when the folder is no checkpoint or its file is spoiled.
    public static ResumePoint read(Path checkpoint) {
        return RunJson.read(checkpoint.resolve(FILE), ResumePoint.class);
    }
}
