package org.densepath.app.live;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a person has chosen for the curves of one run, as it is kept between two openings.
///
/// @param own ids of the charts chosen one by one @param flipped ids of charts whose y axis is not as `logY` says
/// @param zoom low and high of the x axis, by stage and kind of axis
@JsonIgnoreProperties(ignoreUnknown = true)
record KeptChoices(
        ChartChoice charts,
        List<String> own,
        XAxis axis,
        double smoothing,
        boolean logX,
        boolean logY,
        List<String> flipped,
        Map<String, List<Double>> zoom) {
    static final KeptChoices DEFAULT =
            new KeptChoices(ChartChoice.MAIN, List.of(), XAxis.STEP, 0.8, false, false, List.of(), Map.of());

    private static final ObjectMapper JSON = new ObjectMapper();

    KeptChoices {
        charts = charts == null ? ChartChoice.MAIN : charts;
        axis = axis == null ? XAxis.STEP : axis;
        own = own == null ? List.of() : List.copyOf(own);
        flipped = flipped == null ? List.of() : List.copyOf(flipped);
        zoom = zoom == null ? Map.of() : new TreeMap<>(zoom);
        smoothing = smoothing >= 0 && smoothing < 1 ? smoothing : 0.8;
    }

    String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What cannot be read is what nobody has chosen.
    static KeptChoices of(Optional<String> text) {
        try {
            return text.isEmpty() ? DEFAULT : JSON.readValue(text.get(), KeptChoices.class);
        } catch (JsonProcessingException e) {
            return DEFAULT;
        }
    }
}
