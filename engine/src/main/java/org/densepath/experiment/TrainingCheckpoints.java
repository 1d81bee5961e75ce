package org.densepath.experiment;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.checkpoint.SafetensorsFile;
import org.densepath.checkpoint.SafetensorsWriter;
import org.densepath.checkpoint.StoredType;
import org.densepath.checkpoint.WeightFile;
import org.densepath.model.LanguageModel;
import org.densepath.model.TensorWeights;
import org.densepath.model.TrainableModel;
import org.densepath.run.AtomicFiles;
import org.densepath.run.Event;
import org.densepath.run.ResumePoint;
import org.densepath.run.Track;
import org.densepath.train.DivergedException;

/// Writes and reads a track's checkpoints: a model folder that opens in Transformers, or an adapter's that opens
/// in PEFT; beside the weights AdamW's moments, the moving average where there is one, the watch's memory, and
/// `state.json`.
final class TrainingCheckpoints {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MOMENTS = "optimizer.safetensors";
    private static final String AVERAGE = "average.safetensors";
    private static final String WATCH = "watch.json";

    private final RunJournal journal;
    private final Track track;
    private final ModelFiles like;

    TrainingCheckpoints(RunJournal journal, Track track, ModelFiles like) {
        this.journal = journal;
        this.track = track;
        this.like = like;
    }

    /// Writes the checkpoint after `state.step()`; the track keeps it and the one before, as a loss tells only a
    /// step later that weights were spoiled. `average` and `watch` may be null. Throws [DivergedException] for
    /// weights that are not finite: the older ones stay.
    void write(TrainableModel model, LanguageModel average, Object watch, ResumePoint state) {
        requireFinite(model.policy());
        journal.force();
        Path folder = journal.folder().checkpoint(track, state.step());
        List<Path> older = journal.folder().checkpoints(track);
        AtomicFiles.folder(folder, temporary -> {
            RunModels.fill(temporary, like, model.policy());
            SafetensorsWriter.write(
                    temporary.resolve(MOMENTS), TensorWeights.of(model.policy(), model.optimizer()), StoredType.F32);
            if (average != null) {
                SafetensorsWriter.write(temporary.resolve(AVERAGE), TensorWeights.of(average), StoredType.F32);
            }
            if (watch != null) {
                JSON.writeValue(temporary.resolve(WATCH).toFile(), watch);
            }
            state.write(temporary);
        });
        journal.tell(new Event.CheckpointSaved(
                track.stage(),
                track.arm(),
                track.seed(),
                state.step(),
                journal.folder().relative(folder)));
        older.stream()
                .filter(path -> !path.equals(folder))
                .limit(Math.max(0, older.size() - 1))
                .forEach(TrainingCheckpoints::delete);
    }

    /// Restores the latest checkpoint into `model` and returns its state; empty where there is none.
    Optional<ResumePoint> restore(TrainableModel model, LanguageModel average) {
        Optional<Path> latest = journal.folder().latestCheckpoint(track);
        latest.ifPresent(folder -> {
            read(RunModels.weights(folder), TensorWeights.of(model.policy()));
            read(folder.resolve(MOMENTS), TensorWeights.of(model.policy(), model.optimizer()));
            if (average != null) {
                read(folder.resolve(AVERAGE), TensorWeights.of(average));
            }
        });
        Optional<ResumePoint> state = latest.map(ResumePoint::read);
        state.ifPresent(s -> model.optimizer().restoreSteps(s.scheduleStep()));
        return state;
    }

    /// The watch's memory in the latest checkpoint.
    <T> Optional<T> watch(Class<T> type) {
        return journal.folder().latestCheckpoint(track).map(folder -> {
            try {
                return JSON.readValue(folder.resolve(WATCH).toFile(), type);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void read(Path file, TensorWeights into) {
        try (WeightFile weights = SafetensorsFile.open(file)) {
            into.readFrom(weights);
        }
    }

    private void requireFinite(LanguageModel policy) {
        if (!policy.isFinite()) {
            String settings = List.of("dpr", "self-play").contains(track.stage()) ? "dpr" : "sft";
            throw new DivergedException("The weights of " + track.stage() + " are no longer finite; lower " + settings
                    + ".learningRate. The last checkpoint before is kept.");
        }
    }

    /// Writes weights as a folder that opens in Transformers and needs nothing else, or an adapter that opens in
    /// PEFT. Throws [DivergedException] for weights that are not finite.
    void snapshot(Path folder, LanguageModel model) {
        requireFinite(model);
        AtomicFiles.folder(folder, temporary -> RunModels.fill(temporary, like, model));
    }

    /// Keeps the policy after `step`, which a resumed worker may come to a second time.
    void keep(LanguageModel policy, long step) {
        Path folder = journal.folder().policy(track, step);
        if (!Files.isDirectory(folder)) {
            snapshot(folder, policy);
        }
    }

    /// Deletes the checkpoints and kept policies after step `lastGood`, whose weights training could not go on
    /// from, where there is an earlier one to go back to.
    void discardAfter(long lastGood) {
        List<Path> all = journal.folder().checkpoints(track);
        List<Path> spoiled = all.stream()
                .filter(folder -> ResumePoint.read(folder).step() > lastGood)
                .toList();
        if (spoiled.size() < all.size()) {
            spoiled.forEach(TrainingCheckpoints::delete);
            journal.folder().policySteps(track).stream()
                    .filter(step -> step > lastGood)
                    .map(step -> journal.folder().policy(track, step))
                    .filter(Files::isDirectory)
                    .forEach(TrainingCheckpoints::delete);
        }
    }

    /// Deletes all checkpoints of the track but the last, when training is done.
    void deleteOlder() {
        List<Path> all = journal.folder().checkpoints(track);
        all.subList(0, Math.max(0, all.size() - 1)).forEach(TrainingCheckpoints::delete);
    }

    /// Deletes the track's checkpoints, when its end stands in a snapshot.
    void deleteAll() {
        journal.folder().checkpoints(track).forEach(TrainingCheckpoints::delete);
    }

    private static void delete(Path folder) {
        try (var files = Files.list(folder)) {
            // state.json first: without it the folder is no checkpoint
            Files.deleteIfExists(folder.resolve(ResumePoint.FILE));
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
