package org.densepath.theory;

import java.util.List;
import org.densepath.model.LanguageModel;
import org.densepath.model.SequenceScores;
import org.densepath.model.TokenScorer;
import org.densepath.tensor.ComputeDevice.Precision;
import org.densepath.text.TokenSequence;

/// One model on two devices: both must say the same.
public final class AgreementCheck {
    private static final int TOKEN_BUDGET = 2048;
    /// A GPU sums in another order, layer after layer.
    private static final double LAYERS = 8;

    private AgreementCheck() {}

    /// The largest difference of log π(y_t|s_t) over the response tokens of `sequences`. The tolerance goes by
    /// the precision of `model`; `onCpu` has float32.
    public static IdentityCheck measure(LanguageModel model, LanguageModel onCpu, List<TokenSequence> sequences) {
        List<SequenceScores> here = new TokenScorer(model, TOKEN_BUDGET).score(sequences);
        List<SequenceScores> there = new TokenScorer(onCpu, TOKEN_BUDGET).score(sequences);
        double error = 0;
        double largestLogit = 16;
        int tokens = 0;
        for (int i = 0; i < here.size(); i++) {
            float[] logp = here.get(i).logp();
            tokens += logp.length;
            for (int t = 0; t < logp.length; t++) {
                error = Math.max(error, Math.abs(logp[t] - there.get(i).logp()[t]));
                largestLogit = Math.max(largestLogit, Math.abs(there.get(i).value()[t]));
            }
        }
        Precision precision = model.torch().device().precision();
        return new IdentityCheck(
                "agreement with the CPU",
                "log π(y_t|s_t) on " + model.torch().device().name() + " = log π(y_t|s_t) on the CPU",
                tokens,
                error,
                LAYERS * Rounding.tolerance(precision, largestLogit));
    }
}
