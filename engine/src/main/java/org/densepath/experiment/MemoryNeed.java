package org.densepath.experiment;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densepath.BadInputException;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.model.DecoderSettings;
import org.densepath.model.Generator;
import org.densepath.model.ModelFamily;

/// What an experiment will need of memory, phase by phase, estimated before it starts: weights, gradients and
/// moments of what is trained, the frozen models, the activations of a micro-batch and its logits; while
/// responses are drawn, a second copy of the weights and the keys and values of all rows. See [ModelMemory] for
/// the sizes and `docs/memory.md` for what was measured.
public record MemoryNeed(List<Phase> phases) {
    /// Libtorch, the virtual machine and what is read, measured on the smallest model.
    private static final long PROGRAM = 700L << 20;
    /// What is freed and not given back to the system, as a factor on the whole; measured on both sample models.
    private static final double KEPT_BY_ALLOCATOR = 1.1;
    /// Tokens of a prompt where the prompts are not known yet.
    private static final int USUAL_PROMPT = 64;

    /// A phase of the run and the bytes of its parts.
    public record Phase(String name, Map<String, Long> parts) {
        /// Bytes, all in all.
        public long bytes() {
            return parts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public MemoryNeed {
        phases = List.copyOf(phases);
    }

    private static Phase phase(String name, Map<String, Long> parts) {
        Map<String, Long> all = new LinkedHashMap<>();
        all.put("program", PROGRAM);
        all.putAll(parts);
        long sum = all.values().stream().mapToLong(Long::longValue).sum();
        all.put("kept by the allocator", Math.round((KEPT_BY_ALLOCATOR - 1) * sum));
        return new Phase(name, all);
    }

    public static MemoryNeed of(Experiment experiment, DecoderSettings s) {
        return of(experiment, s, USUAL_PROMPT);
    }

    /// `longestPrompt`: in tokens, of the prompts that are answered.
    public static MemoryNeed of(Experiment experiment, DecoderSettings s, int longestPrompt) {
        ModelMemory memory = new ModelMemory(experiment, s);
        Experiment.Dpr d = experiment.dpr();
        List<Arm> arms = Arm.of(experiment);
        int frozen = frozenModels(experiment.reward());
        List<Phase> phases = new ArrayList<>();
        Map<String, Long> sft = memory.training(0);
        if (experiment.sft().emaDecay() > 0) {
            sft.put("average", memory.trained());
        }
        step(sft, memory, experiment.sft().tokenBudget());
        phases.add(phase("SFT", sft));
        List<Experiment> reinforced = arms.stream()
                .filter(arm -> arm.kind() == Arm.Kind.REINFORCE)
                .map(Arm::experiment)
                .toList();
        if (!reinforced.isEmpty()) {
            int models = reinforced.stream()
                    .mapToInt(own -> frozenModels(own.reward()))
                    .max()
                    .orElseThrow();
            long rows = reinforced.stream()
                    .mapToLong(own -> (long) own.dpr().prompts() * own.dpr().samples())
                    .max()
                    .orElseThrow();
            Map<String, Long> drawing = memory.training(models);
            drawing.put("copy for drawing", memory.drawingCopy());
            drawing.put("keys and values", memory.cache(rows, longestPrompt + d.maxNewTokens()));
            phases.add(phase("drawing responses", drawing));
            Map<String, Long> update = memory.training(models);
            update.put("hidden states", memory.states(models, rows));
            step(update, memory, d.tokenBudget());
            phases.add(phase("DPR update", update));
        }
        if (arms.stream().anyMatch(arm -> arm.kind() == Arm.Kind.SELF_PLAY)) {
            Map<String, Long> drawing = memory.training(1);
            drawing.put("copy for drawing", memory.drawingCopy());
            drawing.put(
                    "keys and values", memory.cache(experiment.selfPlay().pairs(), longestPrompt + d.maxNewTokens()));
            phases.add(phase("SPIN and GSIL, answers", drawing));
            Map<String, Long> update = memory.training(1);
            step(update, memory, d.tokenBudget());
            phases.add(phase("SPIN and GSIL, update", update));
        }
        boolean scored =
                !experiment.data().heldOut().isEmpty() || experiment.data().heldOutLimit() > 0;
        if (scored || experiment.reward().requireAuroc() != null) {
            boolean contrasted = arms.stream().anyMatch(arm -> arm.kind() == Arm.Kind.CONTRASTIVE);
            Map<String, Long> scores = memory.reading(1 + frozen * (contrasted ? 2 : 1));
            scores.put("copy for drawing", memory.drawingCopy() * (contrasted ? 2 : 1));
            int slots = longestPrompt + experiment.evaluation().maxNewTokens();
            scores.put("keys and values", memory.cache(Generator.MOST_ROWS, slots) * (contrasted ? 2 : 1));
            phases.add(phase("scores", scores));
        }
        return new MemoryNeed(phases);
    }

    private static void step(Map<String, Long> parts, ModelMemory memory, int tokenBudget) {
        parts.put("activations", memory.activations(tokenBudget));
        parts.put("logits", memory.logits());
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

    /// Bytes at the peak.
    public long total() {
        return peak().bytes();
    }

    /// The phase that needs the most.
    public Phase peak() {
        return phases.stream().max(Comparator.comparingLong(Phase::bytes)).orElseThrow();
    }

    /// Throws [BadInputException] when the device has less memory `available` than the experiment needs.
    static void refuseWhenAbove(long available, Experiment experiment, Path model) {
        long need = of(experiment, model).total();
        if (need > available) {
            throw new BadInputException("Training " + model.getFileName() + " needs about " + megabytes(need)
                    + " of memory, but only " + megabytes(available)
                    + " are available; lower sft.tokenBudget and dpr.tokenBudget, or ask `densepath estimate --fit`"
                    + " what would make it fit.");
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
