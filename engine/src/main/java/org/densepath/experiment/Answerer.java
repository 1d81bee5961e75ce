package org.densepath.experiment;

import org.densepath.model.Generator;
import org.densepath.model.LanguageModel;

/// A policy and how it answers: by itself, against another one (contrastive decoding), or as the best of several
/// answers by Σ r̂. `contrast` is null where there is none; `greedy`: whether greedy answers mean anything.
record Answerer(LanguageModel policy, Generator.Contrast contrast, int bestOf, double temperature, boolean greedy) {
    static Answerer of(LanguageModel policy, double temperature) {
        return new Answerer(policy, null, 1, temperature, true);
    }

    /// Sampled answers only, as of a control that differs in temperature.
    Answerer sampledOnly() {
        return new Answerer(policy, contrast, bestOf, temperature, false);
    }

    static Answerer contrastive(LanguageModel policy, LanguageModel reference, Experiment experiment) {
        Experiment.DecodingArms d = experiment.decoding();
        return new Answerer(
                policy,
                new Generator.Contrast(reference, d.contrast(), d.minP()),
                1,
                experiment.evaluation().temperature(),
                true);
    }

    static Answerer bestOf(LanguageModel policy, Experiment experiment) {
        return new Answerer(
                policy,
                null,
                experiment.decoding().bestOf(),
                experiment.evaluation().temperature(),
                false);
    }

    /// Whether the policy's own probabilities are those it answers by.
    boolean isPlain() {
        return contrast == null && bestOf == 1;
    }

    Generator generator() {
        return new Generator(policy, contrast);
    }
}
