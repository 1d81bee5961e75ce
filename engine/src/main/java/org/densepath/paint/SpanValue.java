package org.densepath.paint;

/// The one value of several tokens that are taken together. Tokens without credit (NaN) are left out; a span of
/// nothing else has none.
public enum SpanValue {
    SUM("Sum"),
    MEAN("Mean"),
    /// The first token's: for what already is a sum over all that follows, as the return to go.
    FIRST("First");

    private final String label;

    SpanValue(String label) {
        this.label = label;
    }

    /// What a person calls it.
    public String label() {
        return label;
    }

    /// One value a span.
    ///
    /// @param values one a token
    public float[] of(TokenSpans spans, float[] values) {
        if (values.length != spans.tokens()) {
            throw new IllegalArgumentException(values.length + " values for " + spans.tokens() + " tokens");
        }
        if (spans.count() == values.length) {
            return values;
        }
        float[] gathered = new float[spans.count()];
        for (int span = 0; span < gathered.length; span++) {
            gathered[span] = of(values, spans.start(span), spans.end(span));
        }
        return gathered;
    }

    /// The value of tokens `[from, end)`.
    public float of(float[] values, int from, int end) {
        double sum = 0;
        int credited = 0;
        for (int i = from; i < end; i++) {
            if (!Float.isNaN(values[i])) {
                if (this == FIRST) {
                    return values[i];
                }
                sum += values[i];
                credited++;
            }
        }
        return credited == 0 ? Float.NaN : (float) (this == SUM ? sum : sum / credited);
    }
}
