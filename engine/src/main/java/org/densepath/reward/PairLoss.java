package org.densepath.reward;

/// Losses on a pair of a demonstration y and the model's own answer y', through the log-ratios to an earlier
/// policy, r = Σ_t log π_θ(y_t|s_t) − Σ_t log π_old(y_t|s_t) and r' of y'. With f = α·r + c and g = α·r' + c:
///
/// | loss | | source |
/// | --- | --- | --- |
/// | SPIN | −log σ(α·(r − r')) | Chen et al. 2024, arXiv 2401.01335, α is their λ |
/// | LOGISTIC | −log σ(f) − log σ(−g) | Xiao et al. 2024 (GSIL), arXiv 2410.10093, as are the others |
/// | BRIER | (1 − σ(f))² + σ(g)² | |
/// | HINGE | max(0, 1 − f) + max(0, 1 + g) | |
/// | KLIEP | −f + e^g | |
/// | LSIF | −e^f + e^{2g} / 2 | |
public enum PairLoss {
    SPIN,
    LOGISTIC,
    BRIER,
    HINGE,
    KLIEP,
    LSIF;

    /// The loss of a pair and its derivatives with respect to r and r'.
    public record Value(double loss, double slopeDemonstration, double slopeOwn) {
        private Value times(double scale) {
            return new Value(loss, scale * slopeDemonstration, scale * slopeOwn);
        }
    }

    /// `demonstration` is r and `own` is r', in nats; `scale` is α and `shift` is c, which SPIN has none of.
    public Value of(double demonstration, double own, double scale, double shift) {
        double f = scale * demonstration + shift;
        double g = scale * own + shift;
        double margin = scale * (demonstration - own);
        Value unscaled =
                switch (this) {
                    case SPIN -> new Value(softplus(-margin), -sigmoid(-margin), sigmoid(-margin));
                    case LOGISTIC -> new Value(softplus(-f) + softplus(g), -sigmoid(-f), sigmoid(g));
                    case BRIER -> brier(sigmoid(-f), sigmoid(g));
                    case HINGE -> new Value(Math.max(0, 1 - f) + Math.max(0, 1 + g), f < 1 ? -1 : 0, g > -1 ? 1 : 0);
                    case KLIEP -> new Value(-f + Math.exp(g), -1, Math.exp(g));
                    case LSIF -> new Value(-Math.exp(f) + Math.exp(2 * g) / 2, -Math.exp(f), Math.exp(2 * g));
                };
        return unscaled.times(scale);
    }

    /// `missed` = 1 − σ(f), `taken` = σ(g).
    private static Value brier(double missed, double taken) {
        return new Value(
                missed * missed + taken * taken, -2 * missed * missed * (1 - missed), 2 * taken * taken * (1 - taken));
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /// log(1 + e^x), which is −log σ(−x).
    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
