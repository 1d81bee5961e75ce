package org.densepath.paint;

import java.util.List;

/// Scores over categories, a spoke a category and a ring an arm; the middle is 0.
///
/// @param valueLabel what the spokes show, with its unit
/// @param spokes the categories, clockwise from the top; at least three
public record RadarFigure(String title, String valueLabel, List<String> spokes, List<Ring> rings, String caption)
        implements Figure {
    private static final int RINGS = 5;

    /// One arm.
    ///
    /// @param values one a spoke, at least 0; NaN where there is none
    /// @param colour index into [Theme#series]
    public record Ring(String name, List<Double> values, int colour) {
        public Ring {
            values = List.copyOf(values);
        }
    }

    public RadarFigure {
        spokes = List.copyOf(spokes);
        rings = List.copyOf(rings);
        if (spokes.size() < 3) {
            throw new IllegalArgumentException(spokes.size() + " spokes are no radar; give at least 3");
        }
        for (Ring ring : rings) {
            if (ring.values().size() != spokes.size() || ring.values().stream().anyMatch(v -> v < 0)) {
                throw new IllegalArgumentException(
                        ring.name() + " needs " + spokes.size() + " values of 0 or more, not " + ring.values());
            }
        }
    }

    @Override
    public RadarFigure withTitle(String other) {
        return new RadarFigure(other, valueLabel, spokes, rings, caption);
    }

    @Override
    public RadarFigure withCaption(String other) {
        return new RadarFigure(title, valueLabel, spokes, rings, other);
    }

    /// Where spokes are labelled, from 0; the last is the rim.
    public Ticks ticks() {
        double most = Math.max(1e-9, most());
        double step = Ticks.linear(new Extent(0, 1.02 * most), RINGS).values().get(1);
        return Ticks.linear(new Extent(0, step * Math.ceil(most / step - 1e-9)), RINGS);
    }

    /// The largest value; 0 for none.
    private double most() {
        return rings.stream()
                .flatMap(ring -> ring.values().stream())
                .filter(Double::isFinite)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }
}
