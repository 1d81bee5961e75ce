package org.densepath.app.live;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/// What a unit of each kind of part takes, in seconds, on one machine with one model.
///
/// @param end seconds from the last part to the end of the run: figures and the table
record PartCosts(Map<String, Double> seconds, double end) {
    /// Measured on the demo.
    private static final double USUAL_END = 2.5;

    static final PartCosts UNKNOWN = new PartCosts(Map.of(), USUAL_END);

    PartCosts {
        seconds = Map.copyOf(seconds);
    }

    /// A part's time in seconds; empty where its kind is not known.
    OptionalDouble of(RunPart part) {
        Double unit = seconds.get(part.kind());
        return unit == null || part.units().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(unit * part.units().getAsDouble());
    }

    PartCosts without(String kind) {
        Map<String, Double> rest = new HashMap<>(seconds);
        rest.remove(kind);
        return new PartCosts(rest, end);
    }

    /// From the times of parts, in seconds.
    static PartCosts of(Map<RunPart, Double> times, double end) {
        Map<String, Double> seconds = new HashMap<>();
        Map<String, Double> units = new HashMap<>();
        times.forEach((part, time) -> {
            seconds.merge(part.kind(), time, Double::sum);
            units.merge(part.kind(), part.units().orElse(0), Double::sum);
        });
        seconds.replaceAll((kind, sum) -> sum / units.get(kind));
        seconds.values().removeIf(cost -> !Double.isFinite(cost));
        return new PartCosts(seconds, end);
    }
}
