package org.densepath.experiment;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.densepath.BadInputException;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.model.DecoderSettings;
import org.densepath.model.Generator;
import org.densepath.model.ModelFamily;
import org.densepath.model.WeightLayout;

/// What an experiment will need of memory, phase by phase, estimated before it starts: four times the weights for
/// the policy that is trained (weights, gradients, two moments), once for each frozen model, and the activations
/// of a micro-batch; while responses are drawn, a second copy of the policy's weights and the keys and values of
/// all rows.
public record MemoryNeed(List<Phase> phases) {
    private static final long FLOAT = 4;
    /// Libtorch, the virtual machine and what is read, measured on the smallest model.
    private static final long PROGRAM = 700L << 20;
    /// Hidden-sized and feed-forward-sized values that the backward pass keeps for a token and a layer: input,
    /// queries, keys, values and the state after attention; gate and up.
    private static final int HIDDEN_KEPT = 5;
    private static final int FEED_FORWARD_KEPT = 2;
    /// What is freed and not given back to the system, as a factor on the whole; measured on both sample models.
    private static final double KEPT_BY_ALLOCATOR = 1.1;

    private static final int HEAD_CHUNK = 256;
    /// Vocabulary-sized rows that the loss head holds at once for a row of the chunk.
    private static final int HEAD_ROWS = 7;
    /// Tokens of a prompt where the prompts are not known yet.
    private static final int USUAL_PROMPT = 64;

    /// A phase of the run and its bytes, all in all.
    public record Phase(String name, long bytes) {}

    public MemoryNeed {
        phases = List.copyOf(phases);
    }

    private static Phase phase(String name, long bytes) {
        return new Phase(name, Math.round(KEPT_BY_ALLOCATOR * bytes));
    }

    public static MemoryNeed of(Experiment experiment, DecoderSettings s) {
        return of(experiment, s, USUAL_PROMPT);
    }

    /// `longestPrompt`: in tokens, of the prompts that are answered.
    public static MemoryNeed of(Experiment experiment, DecoderSettings s, int longestPrompt) {
        long weights = WeightLayout.of(s).size() * FLOAT;
        Experiment.Dpr d = experiment.dpr();
        long average = experiment.sft().emaDecay() > 0 ? weights : 0;
        long frozen = frozenModels(experiment.reward()) * weights;
        long train = 4 * weights;
        List<Arm> arms = Arm.of(experiment);
        List<Arm> reinforced =
                arms.stream().filter(arm -> arm.kind() == Arm.Kind.REINFORCE).toList();
        List<Phase> phases = new ArrayList<>();
        phases.add(phase(
                "SFT", PROGRAM + train + average + step(s, experiment.sft().tokenBudget())));
        if (!reinforced.isEmpty()) {
            int models = reinforced.stream()
                    .mapToInt(arm -> frozenModels(arm.experiment().reward()))
                    .max()
                    .orElseThrow();
            long rows = reinforced.stream()
                    .map(arm -> arm.experiment().dpr())
                    .mapToLong(own -> (long) own.prompts() * own.samples())
                    .max()
                    .orElseThrow();
            long drawing = weights + cache(s, rows, longestPrompt + d.maxNewTokens());
            long states = models * rows * d.maxNewTokens() * s.hiddenSize() * FLOAT;
            phases.add(phase("drawing responses", PROGRAM + train + models * weights + drawing));
            phases.add(phase("DPR update", PROGRAM + train + models * weights + states + step(s, d.tokenBudget())));
        }
        if (arms.stream().anyMatch(arm -> arm.kind() == Arm.Kind.SELF_PLAY)) {
            long drawing = weights + cache(s, experiment.selfPlay().pairs(), longestPrompt + d.maxNewTokens());
            long working = Math.max(drawing, step(s, d.tokenBudget()));
            phases.add(phase("SPIN and GSIL", PROGRAM + train + weights + working));
        }
        boolean scores =
                !experiment.data().heldOut().isEmpty() || experiment.data().heldOutLimit() > 0;
        if (scores) {
            long drawing = weights
                    + cache(
                            s,
                            Generator.MOST_ROWS,
                            longestPrompt + experiment.evaluation().maxNewTokens());
            int contrasted = arms.stream().anyMatch(arm -> arm.kind() == Arm.Kind.CONTRASTIVE) ? 2 : 1;
            phases.add(phase("scores", PROGRAM + weights + contrasted * (frozen + drawing)));
        }
        return new MemoryNeed(phases);
    }

    /// For a model whose sizes are read from its files.
    static MemoryNeed of(Experiment experiment, Path model) {
        return of(experiment, model, USUAL_PROMPT);
    }

    static MemoryNeed of(Experiment experiment, Path model, int longestPrompt) {
        try (ModelFiles files = ModelFiles.open(model)) {
            return of(experiment, ModelFamily.settings(files.config()), longestPrompt);
        }
    }

    /// π_SFT and the references of the reward.
    static int frozenModels(Experiment.Reward reward) {
        return 1 + (reward.hasReference() ? reward.references().size() : 0);
    }

    /// Activations and the loss head of a micro-batch.
    private static long step(DecoderSettings s, int tokenBudget) {
        long perToken = s.layers()
                * ((long) HIDDEN_KEPT * s.hiddenSize() + (long) FEED_FORWARD_KEPT * s.feedForwardSize())
                * FLOAT;
        return tokenBudget * perToken + (long) HEAD_CHUNK * HEAD_ROWS * s.vocabularySize() * FLOAT;
    }

    private static long cache(DecoderSettings s, long rows, int slots) {
        return Math.min(Generator.CACHE_BYTES, 2 * FLOAT * s.layers() * s.keyValueRows() * rows * slots);
    }

    /// Bytes at the peak.
    public long total() {
        return peak().bytes();
    }

    /// The phase that needs the most.
    public Phase peak() {
        return phases.stream().max(Comparator.comparingLong(Phase::bytes)).orElseThrow();
    }

    /// Throws [BadInputException] when the machine has less memory available than the experiment needs.
    static void refuseWhenTooLarge(Experiment experiment, Path model) {
        refuseWhenAbove(available(), experiment, model);
    }

    static void refuseWhenAbove(long available, Experiment experiment, Path model) {
        long need = of(experiment, model).total();
        if (need > available) {
            throw new BadInputException("Training " + model.getFileName() + " needs about " + megabytes(need)
                    + " of memory, but only " + megabytes(available)
                    + " are available; choose a smaller model or lower sft.tokenBudget and dpr.tokenBudget.");
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
