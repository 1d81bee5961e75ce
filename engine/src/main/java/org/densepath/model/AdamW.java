package org.densepath.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;

/// AdamW (arXiv 1711.05101) with decoupled weight decay on matrices only (norms are not decayed).
public final class AdamW implements AutoCloseable {
    /// β₁, β₂, ε and the decay per step relative to the learning rate.
    public record Settings(double beta1, double beta2, double epsilon, double weightDecay) {}

    private final LanguageModel model;
    private final Settings settings;
    private final Scope scope;
    private final List<Tensor> first = new ArrayList<>();
    private final List<Tensor> second = new ArrayList<>();
    private final boolean onHost;
    private long steps;

    public AdamW(LanguageModel model, Settings settings) {
        this(model, settings, false);
    }

    /// `onHost`: the moments lie in the host's memory and are updated there, for what is trained on a GPU: less
    /// of its memory, and more time for the way there and back.
    AdamW(LanguageModel model, Settings settings, boolean onHost) {
        this.model = model;
        this.settings = settings;
        this.onHost = onHost;
        this.scope = model.torch().scope();
        for (Tensor w : model.weights()) {
            first.add(zeros(w.shape()));
            second.add(zeros(w.shape()));
        }
    }

    private Tensor zeros(long[] shape) {
        return onHost ? model.torch().kernels().one(scope, "host_zeros", (Object) shape) : scope.zeros(shape);
    }

    /// One update with the accumulated gradient at learning rate `rate`.
    public void step(Gradients gradients, double rate) {
        steps++;
        model.torch().withoutGradients(() -> {
            try (Scope s = model.torch().scope()) {
                List<Tensor> all = gradients.all();
                update(s, all, true, rate, settings.weightDecay());
                update(s, all, false, rate, 0);
            }
            return null;
        });
    }

    private void update(Scope s, List<Tensor> gradients, boolean matrices, double rate, double decay) {
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            if (model.layout().parameters().get(i).isMatrix() == matrices) {
                chosen.add(i);
            }
        }
        if (chosen.isEmpty()) {
            return;
        }
        Object count = onHost
                ? (Object) (double) steps
                : Collections.nCopies(chosen.size(), s.floats(new float[] {steps}))
                        .toArray(Tensor[]::new);
        model.torch()
                .kernels()
                .one(
                        s,
                        onHost ? "adamw_on_host" : "adamw",
                        pick(model.weights(), chosen),
                        pick(gradients, chosen),
                        pick(first, chosen),
                        pick(second, chosen),
                        count,
                        rate,
                        settings.beta1(),
                        settings.beta2(),
                        decay,
                        settings.epsilon());
    }

    private static Tensor[] pick(List<Tensor> all, List<Integer> chosen) {
        return chosen.stream().map(all::get).toArray(Tensor[]::new);
    }

    public long steps() {
        return steps;
    }

    /// First moments, in the layout's order.
    public List<Tensor> firstMoments() {
        return first;
    }

    public List<Tensor> secondMoments() {
        return second;
    }

    /// Sets the number of steps done, when the moments have been restored from a checkpoint.
    public void restoreSteps(long done) {
        steps = done;
    }

    @Override
    public void close() {
        scope.close();
    }
}
