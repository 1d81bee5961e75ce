package org.densepath.paint;

/// Credit of a text in three numbers: n, Σ and mean over the tokens whose credit is finite.
///
/// @param tokens credited tokens with a finite value
/// @param notFinite credited tokens with an infinite value, which no
/// sum contains
public record CreditSummary(int tokens, int notFinite, double sum) {
    /// Of `values`, where NaN is no credit.
    public static CreditSummary of(float[] values) {
        return of(values, 0, values.length);
    }

    /// Of the values at `[from, end)`.
    public static CreditSummary of(float[] values, int from, int end) {
        int tokens = 0;
        int notFinite = 0;
        double sum = 0;
        for (int i = from; i < end; i++) {
            float value = values[i];
            if (Float.isFinite(value)) {
                tokens++;
                sum += value;
            } else if (Float.isInfinite(value)) {
                notFinite++;
            }
        }
        return new CreditSummary(tokens, notFinite, sum);
    }

    public CreditSummary plus(CreditSummary other) {
        return new CreditSummary(tokens + other.tokens, notFinite + other.notFinite, sum + other.sum);
    }

    /// NaN when no token has credit.
    public double mean() {
        return tokens == 0 ? Double.NaN : sum / tokens;
    }

    /// `n 12 Σ +3.40 mean +0.283`.
    public String sentence() {
        String text = tokens == 0
                ? "n 0"
                : "n " + tokens + "   Σ " + NumberText.signed(sum) + "   mean " + NumberText.signed(mean());
        return notFinite == 0 ? text : text + "   (" + notFinite + " not finite)";
    }
}
