package org.densepath.experiment;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.densepath.BadInputException;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.model.DecoderSettings;
import org.densepath.model.ModelFamily;
import org.densepath.model.WeightLayout;

/// What an experiment will need of memory at its peak, estimated before it starts: four times the weights for the
/// policy that is trained (weights, gradients, two moments), once for each frozen model, and the activations of a
/// micro-batch.
public record MemoryNeed(long weights, long frozen, long activations, long head) {
    private static final long FLOAT = 4;
    /// Libtorch, the virtual machine and what is read, measured on the smallest model.
    private static final long PROGRAM = 600L << 20;
    /// Hidden-sized and feed-forward-sized values that the backward pass keeps for a token and a layer: input,
    /// queries, keys, values and the state after attention; gate and up.
    private static final int HIDDEN_KEPT = 5;
    private static final int FEED_FORWARD_KEPT = 2;
    private static final int HEAD_CHUNK = 256;
    /// Vocabulary-sized rows that the loss head holds at once for a row of the chunk.
    private static final int HEAD_ROWS = 7;

    public static MemoryNeed of(Experiment experiment, DecoderSettings s) {
        long weights = WeightLayout.of(s).size() * FLOAT;
        boolean reinforces = experiment.arms().contains("dpr");
        int models = reinforces ? 1 + experiment.reward().references().size() : 0;
        int budget = Math.max(
                experiment.sft().tokenBudget(), reinforces ? experiment.dpr().tokenBudget() : 0);
        long perToken = s.layers()
                * ((long) HIDDEN_KEPT * s.hiddenSize() + (long) FEED_FORWARD_KEPT * s.feedForwardSize())
                * FLOAT;
        long head = (long) HEAD_CHUNK * HEAD_ROWS * s.vocabularySize() * FLOAT;
        return new MemoryNeed(4 * weights, models * weights, budget * perToken, head);
    }

    /// Bytes in all. While responses are drawn a second copy of the policy's weights stands where activations do
    /// in an update.
    public long total() {
        return weights + frozen + Math.max(activations + head, weights / 4) + PROGRAM;
    }

    /// Throws [BadInputException] when the machine has less memory available than the experiment needs.
    static void refuseWhenTooLarge(Experiment experiment, Path model) {
        refuseWhenAbove(available(), experiment, model);
    }

    static void refuseWhenAbove(long available, Experiment experiment, Path model) {
        try (ModelFiles files = ModelFiles.open(model)) {
            long need = of(experiment, ModelFamily.settings(files.config())).total();
            if (need > available) {
                throw new BadInputException("Training " + files.name() + " needs about " + megabytes(need)
                        + " of memory, but only " + megabytes(available)
                        + " are available; choose a smaller model or lower sft.tokenBudget and dpr.tokenBudget.");
            }
        }
    }

    private static String megabytes(long bytes) {
        return "%,d MB".formatted(bytes >> 20);
    }

    /// Memory that can still be had: what Linux says is available, else what is free.
    public static long available() {
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(l -> l.startsWith("MemAvailable:"))
                    .map(l -> Long.parseLong(l.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getFreeMemorySize();
        }
    }
}
