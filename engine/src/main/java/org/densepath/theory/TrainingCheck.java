package org.densepath.theory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densepath.model.AdamW;
import org.densepath.model.Gradients;
import org.densepath.model.LanguageModel;
import org.densepath.model.LikelihoodGradient;
import org.densepath.model.SequenceScores;
import org.densepath.model.TokenScorer;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;
import org.densepath.text.TokenSequence;

/// A training step held against what it must give, on a copy of a model: the gradient of the SFT loss against
/// central differences of the loss, and AdamW's first update against its closed form −η g / (|g| + ε). In float32
/// only.
public final class TrainingCheck implements AutoCloseable {
    private static final int TOKEN_BUDGET = 2048;
    /// How far the differences go: by so much of the loss, and no further than this part of the weights' norm.
    private static final double LOSS_STEP = 0.01;

    private static final double WEIGHT_STEP = 3e-3;

    private static final double GRADIENT_TOLERANCE = 0.005;
    private static final double UPDATE_TOLERANCE = 1e-3;
    private static final double RATE = 1e-3;
    private static final AdamW.Settings ADAM = new AdamW.Settings(0.9, 0.999, 1e-8, 0);

    private final LanguageModel model;
    private final Gradients gradients;
    private final List<TokenSequence> sequences;

    private TrainingCheck(LanguageModel model, List<TokenSequence> sequences) {
        this.model = model.copy();
        this.gradients = new Gradients(this.model);
        this.sequences = sequences;
        new LikelihoodGradient(this.model, gradients, TOKEN_BUDGET).accumulate(sequences);
    }

    /// Both checks; `sequences` have at least one response token each.
    public static List<IdentityCheck> measure(LanguageModel model, List<TokenSequence> sequences) {
        try (TrainingCheck check = new TrainingCheck(model, sequences)) {
            return List.of(check.gradient(), check.update());
        }
    }

    /// Each kind of weight on its own, moved along its gradient g: (L(w + h ĝ) − L(w − h ĝ)) / 2h = ‖g‖.
    private IdentityCheck gradient() {
        Map<String, List<Integer>> kinds = new LinkedHashMap<>();
        for (int i = 0; i < model.weights().size(); i++) {
            String kind = model.layout().parameters().get(i).name().replaceFirst("layers\\.\\d+\\.", "");
            kinds.computeIfAbsent(kind, _ -> new ArrayList<>()).add(i);
        }
        double error = 0;
        for (List<Integer> kind : kinds.values()) {
            error = Math.max(error, slopeError(pick(model.weights(), kind), pick(gradients.all(), kind)));
        }
        return new IdentityCheck(
                "gradient of the SFT loss",
                "(L(w + hĝ) − L(w − hĝ)) / 2h = ‖g‖, for each kind of weight",
                kinds.size(),
                error,
                GRADIENT_TOLERANCE);
    }

    private double slopeError(Tensor[] weights, Tensor[] gradient) {
        double norm = norm(gradient);
        double h = Math.min(WEIGHT_STEP * norm(weights), LOSS_STEP / norm);
        move(weights, gradient, h / norm);
        double above = loss();
        move(weights, gradient, -2 * h / norm);
        double below = loss();
        move(weights, gradient, h / norm);
        return Math.abs((above - below) / (2 * h) / norm - 1);
    }

    private double norm(Tensor[] all) {
        try (Scope scope = model.torch().scope()) {
            return Math.sqrt(model.torch()
                    .kernels()
                    .one(scope, "sum_of_squares", (Object) all)
                    .toDouble());
        }
    }

    private void move(Tensor[] weights, Tensor[] direction, double factor) {
        try (Scope scope = model.torch().scope()) {
            model.torch().kernels().one(scope, "add_scaled", weights, direction, factor);
        }
    }

    private double loss() {
        List<SequenceScores> scores = new TokenScorer(model, TOKEN_BUDGET).score(sequences);
        int tokens = sequences.stream().mapToInt(TokenSequence::responseLength).sum();
        return -scores.stream().mapToDouble(SequenceScores::sum).sum() / tokens;
    }

    private IdentityCheck update() {
        List<float[]> before = model.weights().stream().map(Tensor::toFloats).toList();
        try (AdamW optimizer = new AdamW(model, ADAM)) {
            optimizer.step(gradients, RATE);
        }
        double error = 0;
        int cases = 0;
        for (int i = 0; i < before.size(); i++) {
            float[] g = gradients.all().get(i).toFloats();
            float[] after = model.weight(i).toFloats();
            cases += g.length;
            for (int j = 0; j < g.length; j++) {
                double expected = before.get(i)[j] - RATE * g[j] / (Math.abs((double) g[j]) + ADAM.epsilon());
                error = Math.max(error, Math.abs(after[j] - expected) / RATE);
            }
        }
        return new IdentityCheck(
                "first step of AdamW", "Δw = −η g / (|g| + ε), in parts of η", cases, error, UPDATE_TOLERANCE);
    }

    private static Tensor[] pick(List<Tensor> all, List<Integer> chosen) {
        return chosen.stream().map(all::get).toArray(Tensor[]::new);
    }

    @Override
    public void close() {
        gradients.close();
        model.close();
    }
}
