package org.densepath.bench.localise;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.densepath.bench.statistics.Interval;
import org.densepath.paint.BarFigure;

/// Localisation and the agreement of layers, one figure each.
public final class LocaliseFigures {
    private LocaliseFigures() {}

    /// AUROC of each signal, a group a kind of error.
    public static BarFigure localisation(Localisation found) {
        List<BarFigure.Group> groups = new ArrayList<>();
        found.byKind().forEach((kind, signals) -> {
            List<BarFigure.Bar> bars = new ArrayList<>();
            signals.forEach((signal, f) -> {
                Interval i = f.auroc().interval();
                bars.add(new BarFigure.Bar(signal.label(), i.value(), i.low(), i.high(), "", signal.ordinal()));
            });
            int n = signals.values().iterator().next().auroc().n();
            groups.add(new BarFigure.Group(kind + " (n = " + n + ")", bars));
        });
        return new BarFigure(
                "Where the answer is wrong",
                "AUROC over tokens",
                groups,
                "Right answers with one wrong span; 0.5 is chance. Means over prompts with 95 % bootstrap intervals.");
    }

    /// The rank correlation of each two layers.
    public static BarFigure agreement(List<LayerAgreement.Pair> pairs) {
        List<BarFigure.Bar> bars = pairs.stream()
                .map(p -> new BarFigure.Bar(
                        p.first().label() + " and " + p.second().label(),
                        p.correlation().value(),
                        p.correlation().low(),
                        p.correlation().high(),
                        "",
                        0))
                .toList();
        return new BarFigure(
                "Do the layers say the same?",
                "Spearman's ρ over the tokens of an answer",
                List.of(new BarFigure.Group("", bars)),
                "Each layer as suspicion: low reward and low probability count as high. Means over prompts with 95 %"
                        + " bootstrap intervals.");
    }

    /// `[{"first", "second", "correlation", "low", "high", "prompts"}]`.
    public static ArrayNode json(List<LayerAgreement.Pair> pairs) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (LayerAgreement.Pair pair : pairs) {
            ObjectNode row = array.addObject();
            row.put("first", pair.first().key()).put("second", pair.second().key());
            row.put("correlation", pair.correlation().value());
            if (!Double.isNaN(pair.correlation().low())) {
                row.put("low", pair.correlation().low())
                        .put("high", pair.correlation().high());
            }
            row.put("prompts", pair.prompts());
        }
        return array;
    }
}
