package org.densepath.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.densepath.run.AtomicFiles;
import org.densepath.run.Event;
import org.densepath.run.EventLog;
import org.densepath.run.RunFolder;
import org.densepath.run.RunState;
import org.densepath.run.RunStorageException;

/// What an arm has cost for one seed, beyond the SFT that all arms share: tokens drawn and response tokens in a
/// loss while training, optimizer updates, seconds of the training steps, and tokens drawn to answer the held-out
/// prompts, [#UNKNOWN] where an earlier version has not counted them. Of `sft` it is SFT itself; what trains
/// nothing has only the last.
public record Compute(long generated, long trained, long updates, double seconds, long answered) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "compute.json";

    /// Stands for `answered` where it was not counted.
    public static final long UNKNOWN = -1;

    /// Training as the run's events tell it: steps that were done twice after a resume count once.
    static Compute ofTraining(Worker worker, String arm, int seed) {
        worker.journal().force();
        return told(RunState.of(EventLog.read(worker.journal().folder().events())), worker.experiment(), arm, seed);
    }

    /// What is told of an arm's training; nothing was drawn to answer.
    static Compute told(RunState state, Experiment experiment, String arm, int seed) {
        int updates = updatesPerStep(experiment, arm);
        String track = arm.equals("sft") ? "" : arm;
        double[] sums = new double[4];
        for (Event.StepFinished step : state.all(Event.StepFinished.class)) {
            boolean own = step.arm().equals(track) && step.seed() == seed && step.step() > 0;
            if (own && !step.stage().equals("evaluation")) {
                sums[0] += generated(step);
                sums[1] += value(step, "response_tokens") * updates;
                sums[2] += updates;
                sums[3] += value(step, "seconds");
            }
        }
        return new Compute((long) sums[0], (long) sums[1], (long) sums[2], sums[3], 0);
    }

    private static int updatesPerStep(Experiment experiment, String name) {
        return Arm.of(experiment).stream()
                .filter(arm -> arm.name().equals(name) && arm.kind() == Arm.Kind.REINFORCE)
                .mapToInt(arm -> arm.experiment().dpr().updatesPerBatch())
                .findFirst()
                .orElse(1);
    }

    private static double generated(Event.StepFinished step) {
        return step.metrics().containsKey("dpr/response_tokens")
                ? value(step, "response_tokens")
                : value(step, "generated_tokens");
    }

    private static double value(Event.StepFinished step, String metric) {
        return step.metrics().entrySet().stream()
                .filter(m -> m.getKey().endsWith("/" + metric))
                .mapToDouble(m -> m.getValue())
                .findFirst()
                .orElse(0);
    }

    Compute plus(Compute other) {
        return new Compute(
                generated + other.generated,
                trained + other.trained,
                updates + other.updates,
                seconds + other.seconds,
                answered < 0 || other.answered < 0 ? UNKNOWN : answered + other.answered);
    }

    Compute withAnswers(long tokens) {
        return new Compute(generated, trained, updates, seconds, tokens);
    }

    void write(RunFolder folder, String arm, int seed) {
        try {
            AtomicFiles.write(file(folder, arm, seed), JSON.writeValueAsString(this) + "\n");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Empty where the arm has not been scored, or by a version that did not count.
    static Optional<Compute> read(RunFolder folder, String arm, int seed) {
        Path file = file(folder, arm, seed);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), Compute.class));
        } catch (IOException e) {
            throw RunStorageException.reading(file, e);
        }
    }

    private static Path file(RunFolder folder, String arm, int seed) {
        return folder.bench(EvaluationStage.BENCHMARK, arm, seed).resolve(FILE);
    }
}
