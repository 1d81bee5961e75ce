package org.densepath.app.inspect;

import java.util.ArrayList;
import java.util.List;
import org.densepath.BadInputException;
import org.densepath.reward.Advantages;
import org.densepath.reward.Baseline;
import org.densepath.reward.Returns;
import org.densepath.reward.RewardControls;
import org.densepath.run.TraceRow;

/// From a step's rewards to what the update multiplies ∇log π with, by the trainer's own arithmetic. Shapes are
/// those of the step: [response][token]. Each is computed once.
final class Credit {
    private final List<float[]> rewards = new ArrayList<>();
    private final int[] prompts;
    private final Objective objective;
    private List<float[]> raw;
    private List<float[]> sparse;
    private List<float[]> withoutBaseline;

    Credit(List<TraceRow> step, Objective objective) {
        step.forEach(row -> rewards.add(row.values().reward()));
        this.prompts = step.stream().mapToInt(TraceRow::promptIndex).toArray();
        this.objective = objective;
    }

    /// Whether every response of the step has its rewards.
    boolean isWhole() {
        return !rewards.isEmpty() && rewards.stream().allMatch(response -> response.length > 0);
    }

    /// A_t of the run's own objective.
    List<float[]> advantages() {
        return advantages(rewards, objective.baseline());
    }

    /// A_t where the same total is given at the last token only.
    List<float[]> sparse() {
        if (sparse == null) {
            sparse = advantages(RewardControls.sparse(rewards), objective.baseline());
        }
        return sparse;
    }

    /// A_t where nothing is subtracted.
    List<float[]> withoutBaseline() {
        if (withoutBaseline == null) {
            withoutBaseline = advantages(rewards, Baseline.NONE);
        }
        return withoutBaseline;
    }

    /// A_t before the batch is brought to mean 0 and deviation 1.
    List<float[]> raw() {
        if (raw == null) {
            raw = baseline(credited(rewards), objective.baseline());
        }
        return raw;
    }

    private List<float[]> advantages(List<float[]> of, Baseline baseline) {
        List<float[]> less = baseline(credited(of), baseline);
        return objective.normalised() ? Advantages.normalise(less) : less;
    }

    /// A step of which only some responses are there may have too few for its baseline.
    private List<float[]> baseline(List<float[]> credited, Baseline baseline) {
        try {
            return baseline.subtract(credited, prompts);
        } catch (BadInputException e) {
            return Baseline.NONE.subtract(credited, prompts);
        }
    }

    private List<float[]> credited(List<float[]> of) {
        List<float[]> returns = Returns.discounted(of, objective.gamma());
        if (objective.expected()) {
            for (int i = 0; i < returns.size(); i++) {
                for (int t = 0; t < returns.get(i).length; t++) {
                    returns.get(i)[t] -= of.get(i)[t];
                }
            }
        }
        return returns;
    }
}
