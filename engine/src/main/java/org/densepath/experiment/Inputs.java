package org.densepath.experiment;

import java.util.ArrayList;
import java.util.List;
import org.densepath.BadInputException;
import org.densepath.data.EncodedDemonstrations;
import org.densepath.data.Prompt;

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
        notes.addAll(model.notices());
        int longest = model.longest(data.maxTokens());
        ExperimentData texts = ExperimentData.read(data);
        notes.addAll(texts.notes());
        demonstrations = EncodedDemonstrations.of(
                texts.demonstrations(), model::encodePrompt, model::encodeAnswer, model.endIds()[0], longest);
        demonstrations.refused().forEach(r -> notes.add("A demonstration was left out: " + r + "."));
        texts.refuseOverlaps();
        prompts = set(model, texts.prompts(), longest);
        validation = set(model, texts.validation(), longest);
        heldOut = set(model, texts.heldOut(), longest);
        if (prompts.size() == 0) {
            throw new BadInputException("data.prompts: no prompt fits " + longest
                    + " tokens, the lesser of data.maxTokens and what the model has"
                    + " positions for; give shorter prompts.");
        }
    }

    static Inputs read(Experiment experiment, LoadedModel model) {
        return new Inputs(experiment, model);
    }

    private PromptSet set(LoadedModel model, List<Prompt> prompts, int maxTokens) {
        return new PromptSet(
                model,
                prompts,
                maxTokens,
                (prompt, length) -> notes.add("The prompt in line " + prompt.line() + " was left out: its " + length
                        + " tokens leave no room for a response in " + maxTokens + "."));
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
