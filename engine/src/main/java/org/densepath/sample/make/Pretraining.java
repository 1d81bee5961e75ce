package org.densepath.sample.make;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.densepath.model.AdamW;
import org.densepath.model.LanguageModel;
import org.densepath.model.LikelihoodGradient;
import org.densepath.model.TrainableModel;
import org.densepath.sample.corpus.PeriodicSequences;
import org.densepath.sample.corpus.PretrainingBatch;
import org.densepath.sample.corpus.PretrainingBatches;
import org.densepath.text.TokenSequence;

/// Trains the sample's base model: minimise −Σ w_t log π(x_t|x_<t) / Σ w_t over each batch by AdamW (β 0.9,
/// 0.95), first on periodic sequences, then on documents. The same model, batches and number of threads give the
/// same weights.
public final class Pretraining {
    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.95;
    private static final double EPSILON = 1e-8;

    /// A batch of 32 documents is below it, so a step is one pass.
    private static final int TOKEN_BUDGET = 8192;

    private final TrainableModel model;
    private final PretrainingPlan plan;
    private final LikelihoodGradient gradient;
    private final Consumer<Progress> listener;

    /// What is trained on at the moment.
    public enum Stage {
        COPYING,
        DOCUMENTS
    }

    /// After `step` of the stage's `steps`; `loss`, in nats, is the mean over the steps since the last report.
    public record Progress(Stage stage, int step, int steps, double loss) {}

    /// Trains `model` in place; its optimizer's settings are [#optimizer].
    public Pretraining(TrainableModel model, PretrainingPlan plan, Consumer<Progress> listener) {
        this.model = model;
        this.plan = plan;
        this.listener = listener;
        this.gradient = new LikelihoodGradient(model.policy(), model.gradients(), TOKEN_BUDGET);
    }

    /// A base model ready to be trained by `plan`. Takes over `initial` and closes it with itself.
    public static TrainableModel trainable(LanguageModel initial, PretrainingPlan plan) {
        return new TrainableModel(initial, new AdamW.Settings(BETA_1, BETA_2, EPSILON, plan.weightDecay()));
    }

    /// Both stages. Throws [IllegalStateException] when a loss or a gradient is not finite.
    public void run(PeriodicSequences copying, PretrainingBatches documents) {
        run(Stage.COPYING, plan.copyingSteps(), progress -> copying.next(), false);
        run(Stage.DOCUMENTS, plan.documentSteps(), documents::next, true);
    }

    private interface Batches {
        PretrainingBatch next(double progress);
    }

    private void run(Stage stage, int steps, Batches batches, boolean falling) {
        double losses = 0;
        int counted = 0;
        for (int step = 0; step < steps; step++) {
            double progress = step / (double) steps;
            losses += step(batches.next(progress), plan.rate().at(step, falling ? progress : 0));
            counted++;
            if ((step + 1) % plan.reportEvery() == 0 || step + 1 == steps) {
                listener.accept(new Progress(stage, step + 1, steps, losses / counted));
                losses = 0;
                counted = 0;
            }
        }
    }

    /// One update; the batch's loss before it.
    private double step(PretrainingBatch batch, double rate) {
        List<TokenSequence> documents = new ArrayList<>();
        List<float[]> weights = new ArrayList<>();
        for (int i = 0; i < batch.documents().size(); i++) {
            documents.add(new TokenSequence(batch.documents().get(i).ids(), 1));
            weights.add(batch.lossWeights(i));
        }
        model.gradients().zero();
        double loss = gradient.accumulate(documents, weights).loss();
        double norm = model.gradients().clip(plan.gradientClip());
        if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
            throw new IllegalStateException("pretraining diverged: loss " + loss + ", gradient norm " + norm);
        }
        model.optimizer().step(model.gradients(), rate);
        return loss;
    }
}
