package org.densepath.app.live;

/// How an x axis is numbered: its label, and how many of the curve's own units (steps, tokens, seconds) one of
/// its units is.
public record AxisUnit(String label, double size) {
    /// The unit for an axis that reaches to `largest`.
    static AxisUnit of(XAxis axis, double largest) {
        return switch (axis) {
            case STEP -> new AxisUnit("step", 1);
            case TOKENS -> new AxisUnit("tokens", 1);
            case TIME ->
                largest < 180
                        ? new AxisUnit("time at work (s)", 1)
                        : largest < 3 * 3600
                                ? new AxisUnit("time at work (min)", 60)
                                : new AxisUnit("time at work (h)", 3600);
        };
    }
}
