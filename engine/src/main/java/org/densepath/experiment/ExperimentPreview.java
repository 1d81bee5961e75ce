package org.densepath.experiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.densepath.BadInputException;

/// What can be said of an experiment before it runs, from its files alone: which of them cannot be used and why,
/// the data's counts, prompts that are both trained on and held out, the first demonstration with its mask, how
/// much there is to compute and the memory that it takes. No tensor engine is started.
///
/// @param problems by key, a sentence each; what depends on a file that cannot be used is absent
/// @param data absent where the demonstrations cannot be read
/// @param sample absent where model or demonstrations cannot be read, or no demonstration is short enough
/// @param work absent likewise
/// @param memory absent where the model cannot be read
public record ExperimentPreview(
        Map<String, String> problems,
        Optional<ExperimentData> data,
        Optional<FirstSample> sample,
        Optional<Workload> work,
        Optional<MemoryNeed> memory) {

    /// Reads the files; seconds where they are large. Throws nothing for files that cannot be used.
    public static ExperimentPreview of(Experiment experiment) {
        Map<String, String> problems = new LinkedHashMap<>();
        Optional<ExperimentData> data = data(experiment.data(), problems);
        Optional<FirstSample> sample = Optional.empty();
        Optional<Workload> work = Optional.empty();
        Optional<MemoryNeed> memory = Optional.empty();
        try {
            Path path = ExperimentRun.modelPath(experiment);
            memory = Optional.of(MemoryNeed.of(experiment, path));
            try (LoadedModel model = LoadedModel.openForText(path)) {
                model.tokenizer();
                int longest = model.longest(experiment.data().maxTokens());
                if (data.isPresent()) {
                    work = Optional.of(Workload.of(data.get(), model, longest));
                    memory = Optional.of(
                            MemoryNeed.of(experiment, path, work.get().longestPrompt()));
                    sample = sample(data.get(), model, longest);
                    refuseWhatIsEmpty(work.get(), problems);
                }
            }
        } catch (BadInputException e) {
            problems.put("model.path", experiment.model().path().isEmpty() ? "must be chosen" : e.getMessage());
        }
        return new ExperimentPreview(problems, data, sample, work, memory);
    }

    /// The same files with other settings: nothing but the memory depends on these.
    public ExperimentPreview with(Experiment experiment) {
        if (memory.isEmpty()) {
            return this;
        }
        MemoryNeed need = work.map(
                        w -> MemoryNeed.of(experiment, ExperimentRun.modelPath(experiment), w.longestPrompt()))
                .orElseGet(() -> MemoryNeed.of(experiment, ExperimentRun.modelPath(experiment)));
        return new ExperimentPreview(problems, data, sample, work, Optional.of(need));
    }

    /// The data, with files that cannot be used left out and named.
    private static Optional<ExperimentData> data(Experiment.Data asked, Map<String, String> problems) {
        if (asked.demonstrations().isEmpty()) {
            problems.put("data.demonstrations", "must be chosen");
            return Optional.empty();
        }
        Experiment.Data left = asked;
        while (true) {
            try {
                ExperimentData data = ExperimentData.read(left);
                data.overlaps().forEach(o -> problems.putIfAbsent(o.key(), overlap(o.key(), data)));
                return Optional.of(data);
            } catch (BadSettingException e) {
                problems.put(e.key(), e.sentence());
                if (e.key().equals("data.demonstrations")) {
                    return Optional.empty();
                }
                left = without(left, e.key());
            } catch (BadInputException e) {
                problems.put("data.heldOutLimit", e.getMessage());
                return Optional.empty();
            }
        }
    }

    private static String overlap(String key, ExperimentData data) {
        long count = data.overlapping(key);
        return count + (count == 1 ? " prompt is" : " prompts are")
                + " also trained on; remove them, or scores would measure memory";
    }

    private static Experiment.Data without(Experiment.Data d, String key) {
        return new Experiment.Data(
                d.demonstrations(),
                d.demonstrationLimit(),
                key.equals("data.prompts") ? "" : d.prompts(),
                key.equals("data.validation") ? "" : d.validation(),
                key.equals("data.validation") ? 0 : d.validationLimit(),
                key.equals("data.heldOut") ? "" : d.heldOut(),
                key.equals("data.heldOut") ? 0 : d.heldOutLimit(),
                d.maxTokens());
    }

    private static Optional<FirstSample> sample(ExperimentData data, LoadedModel model, int maxTokens) {
        return data.demonstrations().stream()
                .map(d -> FirstSample.of(d, model))
                .filter(s -> s.pieces().size() <= maxTokens)
                .findFirst();
    }

    private static void refuseWhatIsEmpty(Workload work, Map<String, String> problems) {
        if (work.demonstrations() == 0) {
            problems.put("data.maxTokens", "is so low that no demonstration can be used");
        } else if (work.prompts().count() == 0) {
            problems.put("data.maxTokens", "is so low that no DPR prompt leaves room for a response");
        }
    }
}
