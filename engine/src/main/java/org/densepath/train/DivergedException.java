package org.densepath.train;

/// A loss or gradient is not finite, or the loss has run away: training has diverged. The weights are those
/// before the step. The message is one sentence with the setting to change.
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DivergedException(String sentence) {
        super(sentence);
    }

    /// Throws when the step's loss or gradient norm is not finite.
    static void requireFinite(String stage, long step, double loss, double gradientNorm) {
        requireFinite(stage, stage, step, loss, gradientNorm);
    }

    /// The same for a stage whose rate is set in another group of settings.
    static void requireFinite(String stage, String group, long step, double loss, double gradientNorm) {
        if (!Double.isFinite(loss) || !Double.isFinite(gradientNorm)) {
            throw new DivergedException("Step " + step + " of " + stage + " diverged: the loss is " + loss
                    + " and the gradient's norm " + gradientNorm + "; lower " + group + ".learningRate or " + group
                    + ".gradientClip.");
        }
    }
}
