package org.densepath.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.densepath.BadInputException;
import org.densepath.checkpoint.AdapterConfig;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.checkpoint.SnapshotWriter;
import org.densepath.checkpoint.StoredType;
import org.densepath.checkpoint.WeightSource;
import org.densepath.run.AtomicFiles;
import org.densepath.run.RunFolder;
import org.densepath.run.Track;

/// A run to give away: all that can be looked at, without what only resuming needs. Of the weights it keeps π_SFT
/// and the reward's references, in float16: with them every text can be scored anew.
public final class RunExcerpt {
    private static final List<String> LEFT_OUT =
            List.of("lock", "control", "optimizer.safetensors", "average.safetensors");

    private RunExcerpt() {}

    /// Writes the excerpt of `run` as the folder `target`, which must not exist.
    public static void write(RunFolder run, Path target) {
        if (Files.exists(target)) {
            throw new BadInputException(target + " exists already and is not overwritten: choose another name.");
        }
        Experiment experiment =
                new ExperimentFile().with(run.experiment().toString()).read();
        List<Path> kept = new ArrayList<>();
        for (int seed : experiment.seeds()) {
            Track sft = Track.shared("sft", seed);
            kept.add(run.snapshot(sft, 1));
            experiment.reward().references().forEach(fraction -> kept.add(run.snapshot(sft, fraction)));
        }
        AtomicFiles.folder(target, temporary -> copy(run.path(), temporary, kept));
    }

    private static void copy(Path from, Path to, List<Path> kept) throws IOException {
        Files.createDirectories(to);
        if (Files.exists(from.resolve("config.json"))) {
            try (ModelFiles files = ModelFiles.open(from)) {
                SnapshotWriter.fill(to, files, WeightSource.of(files.weights()), StoredType.F16);
            }
            return;
        }
        try (Stream<Path> parts = Files.list(from)) {
            for (Path part : parts.sorted().toList()) {
                String name = part.getFileName().toString();
                boolean weights = Files.exists(part.resolve("config.json")) || AdapterConfig.isIn(part);
                if (LEFT_OUT.contains(name) || AtomicFiles.isUnfinished(part) || weights && !kept.contains(part)) {
                    continue;
                }
                if (Files.isDirectory(part)) {
                    copy(part, to.resolve(name), kept);
                } else {
                    Files.copy(part, to.resolve(name));
                }
            }
        }
    }
}
