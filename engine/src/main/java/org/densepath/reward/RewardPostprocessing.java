package org.densepath.reward;

import java.util.ArrayList;
import java.util.List;
import org.densepath.BadInputException;

/// What may be done to r̂ before the returns, each off by default, in this order: mask tokens where both models
/// are uncertain, standardise, clip to ±c. Clipping comes last so that its limit holds for what is trained on.
/// All three change the objective, so none is on unless asked for.
///
/// `maskAboveEntropy`: r̂_t := 0 where the entropies of π_SFT and π_ref (nats) are both above it; null is off.
///
/// `clip`: c > 0; null is off.
public record RewardPostprocessing(Double maskAboveEntropy, Standardise standardise, Double clip) {
    /// Over which tokens r̂_t := (r̂_t − mean) / (population standard deviation + 1e-8) is taken, masked ones
    /// left out.
    public enum Standardise {
        /// nothing: off
        OFF,
        /// the tokens at the same position t in the batch; a position that one response alone reaches becomes 0
        BY_POSITION,
        /// all response tokens of the batch
        BY_BATCH
    }

    public RewardPostprocessing {
        standardise = standardise == null ? Standardise.OFF : standardise;
        if (maskAboveEntropy != null && !(maskAboveEntropy >= 0)) {
            throw new BadInputException(
                    "The entropy above which tokens are masked must be 0 or more nats, not " + maskAboveEntropy + ".");
        }
        if (clip != null && !(clip > 0)) {
            throw new BadInputException("The reward's clip must be above 0, not " + clip + ": leave it out for none.");
        }
    }

    public static RewardPostprocessing none() {
        return new RewardPostprocessing(null, Standardise.OFF, null);
    }

    /// The processed rewards, new arrays of the same shapes. `scores` gives the entropies and is looked at for
    /// the mask only.
    public List<float[]> apply(List<float[]> rewards, List<TokenScores> scores) {
        List<boolean[]> kept = new ArrayList<>(rewards.size());
        for (int i = 0; i < rewards.size(); i++) {
            kept.add(certain(rewards.get(i).length, maskAboveEntropy == null ? null : scores.get(i)));
        }
        List<float[]> processed = rewards.stream().map(float[]::clone).toList();
        switch (standardise) {
            case OFF -> {}
            case BY_BATCH -> standardise(processed, kept, -1);
            case BY_POSITION -> {
                int longest = rewards.stream().mapToInt(r -> r.length).max().orElse(0);
                for (int t = 0; t < longest; t++) {
                    standardise(processed, kept, t);
                }
            }
        }
        for (int i = 0; i < processed.size(); i++) {
            maskAndClip(processed.get(i), kept.get(i));
        }
        return processed;
    }

    private boolean[] certain(int length, TokenScores scores) {
        if (scores != null && (scores.entropySft() == null || scores.entropyRef() == null)) {
            throw new IllegalArgumentException("masking uncertain tokens needs the entropies of both models");
        }
        boolean[] certain = new boolean[length];
        for (int t = 0; t < length; t++) {
            certain[t] = scores == null
                    || scores.entropySft()[t] <= maskAboveEntropy
                    || scores.entropyRef()[t] <= maskAboveEntropy;
        }
        return certain;
    }

    /// Standardises the kept tokens at `position`, or all of them where it is −1.
    private static void standardise(List<float[]> rewards, List<boolean[]> kept, int position) {
        Moments moments = new Moments();
        for (int i = 0; i < rewards.size(); i++) {
            for (int t = 0; t < rewards.get(i).length; t++) {
                if (kept.get(i)[t] && (position < 0 || t == position)) {
                    moments.add(rewards.get(i)[t]);
                }
            }
        }
        for (float[] reward : rewards) {
            for (int t = Math.max(0, position);
                    t < (position < 0 ? reward.length : Math.min(reward.length, position + 1));
                    t++) {
                reward[t] = (float) moments.standardise(reward[t]);
            }
        }
    }

    private void maskAndClip(float[] reward, boolean[] kept) {
        for (int t = 0; t < reward.length; t++) {
            if (!kept[t]) {
                reward[t] = 0;
            } else if (clip != null) {
                reward[t] = (float) Math.clamp(reward[t], -clip, clip);
            }
        }
    }
}
