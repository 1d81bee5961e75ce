package org.densepath.experiment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densepath.BadInputException;
import org.densepath.data.Demonstration;
import org.densepath.data.DemonstrationFile;
import org.densepath.data.DemonstrationReader;
import org.densepath.data.EncodedDemonstrations;
import org.densepath.data.Overlap;
import org.densepath.data.Prompt;
import org.densepath.data.PromptReader;
import org.densepath.data.Split;

/// An experiment's data, read, checked and encoded: demonstrations for SFT, prompts for DPR, and two sets of
/// prompts that training never sees, one watched during training and one for the scores at the end.
final class Inputs {
    private final EncodedDemonstrations demonstrations;
    private final PromptSet prompts;
    private final PromptSet validation;
    private final PromptSet heldOut;
    private final List<String> notes = new ArrayList<>();

    private Inputs(Experiment experiment, LoadedModel model) {
        Experiment.Data data = experiment.data();
        if (model.endIds().length == 0) {
            throw new BadInputException(model.name() + " names no end-of-sequence token, so no answer can end; add"
                    + " eos_token_id to its generation_config.json.");
        }
        DemonstrationFile file = DemonstrationReader.read(path("data.demonstrations", data.demonstrations()));
        List<Demonstration> all = limited(file.demonstrations(), data.demonstrationLimit());
        file.refused().forEach(r -> notes.add("A demonstration was left out: " + r + "."));
        demonstrations = EncodedDemonstrations.of(
                all, model::encodePrompt, model::encodeAnswer, model.endIds()[0], data.maxTokens());
        demonstrations.refused().forEach(r -> notes.add("A demonstration was left out: " + r + "."));
        List<Prompt> training = data.prompts().isEmpty() ? asPrompts(all) : prompts("data.prompts", data.prompts(), 0);
        List<Prompt> watched = prompts("data.validation", data.validation(), data.validationLimit());
        List<Prompt> last = prompts("data.heldOut", data.heldOut(), data.heldOutLimit());
        if (data.heldOut().isEmpty() && data.heldOutLimit() > 0) {
            Split<Prompt> split = keepOut(training, data.heldOutLimit(), 1);
            training = split.training();
            last = split.heldOut();
        }
        if (data.validation().isEmpty() && data.validationLimit() > 0) {
            Split<Prompt> split = keepOut(training, data.validationLimit(), 2);
            training = split.training();
            watched = split.heldOut();
        }
        refuse(Overlap.find(all, watched), "data.validation");
        refuse(Overlap.find(all, last), "data.heldOut");
        refuse(Overlap.find(training, Prompt::text, watched, Prompt::text), "data.validation");
        refuse(Overlap.find(training, Prompt::text, last, Prompt::text), "data.heldOut");
        prompts = set(model, training, data.maxTokens());
        validation = set(model, watched, data.maxTokens());
        heldOut = set(model, last, data.maxTokens());
        if (prompts.size() == 0) {
            throw new BadInputException(
                    "data.prompts: no prompt fits " + data.maxTokens() + " tokens; raise data.maxTokens.");
        }
    }

    static Inputs read(Experiment experiment, LoadedModel model) {
        return new Inputs(experiment, model);
    }

    /// Sets `count` prompts apart, drawn by a fixed seed.
    private static Split<Prompt> keepOut(List<Prompt> all, int count, long seed) {
        if (count >= all.size()) {
            throw new BadInputException("data.prompts has " + all.size() + " prompts, of which " + count
                    + " shall be kept out of training; lower data.heldOutLimit and data.validationLimit.");
        }
        return Split.of(all, Prompt::text, (double) count / all.size(), seed);
    }

    private PromptSet set(LoadedModel model, List<Prompt> prompts, int maxTokens) {
        return new PromptSet(
                model,
                prompts,
                maxTokens,
                (prompt, length) -> notes.add("The prompt in line " + prompt.line() + " was left out: its " + length
                        + " tokens leave no room for a response in " + maxTokens + "."));
    }

    private static List<Prompt> prompts(String key, String path, int limit) {
        return path.isEmpty()
                ? List.of()
                : limited(PromptReader.read(path(key, path)).prompts(), limit);
    }

    private static List<Prompt> asPrompts(List<Demonstration> demonstrations) {
        return demonstrations.stream()
                .map(d -> new Prompt(
                        "line-" + d.line(), d.prompt(), List.of(), "", d.line(), JsonNodeFactory.instance.objectNode()))
                .toList();
    }

    private static <T> List<T> limited(List<T> all, int limit) {
        return limit > 0 && limit < all.size() ? all.subList(0, limit) : all;
    }

    private static Path path(String key, String path) {
        if (path.isEmpty()) {
            throw new BadInputException("experiment: " + key + " is empty; set it with --set " + key + "=FILE.");
        }
        return SampleHome.resolve(path);
    }

    private static void refuse(Overlap<?, ?> overlap, String key) {
        if (!overlap.isEmpty()) {
            throw new BadInputException(key + ": " + overlap.pairs().size()
                    + " prompts are also trained on, the first is \""
                    + overlap.pairs().getFirst().text()
                    + "\"; remove them, or scores would measure memory.");
        }
    }

    EncodedDemonstrations demonstrations() {
        return demonstrations;
    }

    PromptSet prompts() {
        return prompts;
    }

    PromptSet validation() {
        return validation;
    }

    PromptSet heldOut() {
        return heldOut;
    }

    /// What was left out and why, a sentence each.
    List<String> notes() {
        return notes;
    }
}
