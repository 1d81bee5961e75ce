package org.densepath.paint;

import java.util.ArrayList;
import java.util.List;

/// A [ColourMap] on a given background: positions to colours, interpolated in CIELAB so that lightness changes
/// evenly.
public final class Palette {
    private static final int STEPS = 256;

    private final ColourMap map;
    private final Ink[] negative;
    private final Ink[] positive;

    public Palette(ColourMap map, Ink background, boolean dark) {
        this.map = map;
        List<Ink> controls = map.controls(dark);
        if (map.diverging()) {
            negative = ramp(List.of(background, controls.get(0)));
            positive = ramp(List.of(background, controls.get(1)));
        } else {
            List<Ink> path = new ArrayList<>(controls);
            if (map.fromBackground()) {
                path.addFirst(background);
            }
            positive = ramp(path);
            negative = positive;
        }
    }

    /// The colour at `position`: −1 … 1 for a diverging map, 0 … 1 for a sequential one. Outside it stays at the
    /// end.
    ///
    /// @throws IllegalArgumentException for NaN, which is no credit and has no colour
    public Ink at(double position) {
        if (Double.isNaN(position)) {
            throw new IllegalArgumentException("no credit has no colour");
        }
        double p = Math.clamp(position, map.diverging() ? -1 : 0, 1);
        return (p < 0 ? negative : positive)[(int) Math.round(Math.abs(p) * (STEPS - 1))];
    }

    public ColourMap map() {
        return map;
    }

    private static Ink[] ramp(List<Ink> path) {
        List<Lab> points = path.stream().map(Lab::of).toList();
        Ink[] ramp = new Ink[STEPS];
        for (int i = 0; i < STEPS; i++) {
            double along = (double) i / (STEPS - 1) * (points.size() - 1);
            int from = Math.min((int) along, points.size() - 2);
            ramp[i] =
                    points.get(from).towards(points.get(from + 1), along - from).ink();
        }
        // exact ends: zero must be the background itself, not its round trip through CIELAB
        ramp[0] = path.getFirst();
        ramp[STEPS - 1] = path.getLast();
        return ramp;
    }
}
