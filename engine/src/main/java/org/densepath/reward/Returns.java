package org.densepath.reward;

import java.util.List;
import org.densepath.BadInputException;

/// Return-to-go of dense rewards: G_t = Σ_{k≥t} γ^{k−t} r̂_k, computed backwards as G_t = r̂_t + γ G_{t+1}.
public final class Returns {
    private Returns() {}

    /// γ = 1, the paper's choice: G_t = Σ_{k≥t} r̂_k. Same shapes as the rewards.
    public static List<float[]> undiscounted(List<float[]> rewards) {
        return discounted(rewards, 1);
    }

    /// Same shapes as the rewards. γ = 0 gives each token its own reward alone. Throws [BadInputException] where
    /// γ is not in [0, 1].
    public static List<float[]> discounted(List<float[]> rewards, double gamma) {
        if (!(gamma >= 0 && gamma <= 1)) {
            throw new BadInputException("The discount (gamma) must lie between 0 and 1, not " + gamma + ".");
        }
        return rewards.stream().map(reward -> toGo(reward, gamma)).toList();
    }

    private static float[] toGo(float[] reward, double gamma) {
        float[] returnToGo = new float[reward.length];
        double g = 0;
        for (int t = reward.length - 1; t >= 0; t--) {
            g = reward[t] + gamma * g;
            returnToGo[t] = (float) g;
        }
        return returnToGo;
    }
}
