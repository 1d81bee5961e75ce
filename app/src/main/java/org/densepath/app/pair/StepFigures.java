package org.densepath.app.pair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.densepath.paint.ColourMap;
import org.densepath.paint.CreditedText;
import org.densepath.paint.CurveFigure;
import org.densepath.paint.HeatmapFigure;
import org.densepath.paint.PairFigure;
import org.densepath.paint.Panel;
import org.densepath.paint.Series;
import org.densepath.paint.ValueRange;

/// How the policies of the kept steps, π_SFT the first of them, say an answer.
///
/// @param steps ascending, 0 first
/// @param logp a row a step, a value a token, in nats
record StepFigures(List<String> tokens, long[] steps, List<float[]> logp) {
    /// log π_θ − log π_SFT of each token.
    float[] drift(int index) {
        float[] drift = new float[tokens.size()];
        for (int i = 0; i < drift.length; i++) {
            drift[i] = logp.get(index)[i] - logp.getFirst()[i];
        }
        return drift;
    }

    /// The drift at one step, on the scale of all steps.
    HeatmapFigure heatmap(int index) {
        List<float[]> all =
                IntStream.range(0, steps.length).mapToObj(this::drift).toList();
        ValueRange range = ValueRange.symmetric(all, HeatmapFigure.CLIP);
        return new HeatmapFigure(
                "",
                "log π_θ − log π_SFT",
                List.of(new CreditedText("", tokens, drift(index))),
                range,
                ColourMap.BLUE_ORANGE,
                PairFigure.STYLE,
                "");
    }

    /// The tokens whose log-probability has moved most, in reading order.
    List<Integer> mostMoved(int count) {
        float[] last = drift(steps.length - 1);
        return IntStream.range(0, tokens.size())
                .boxed()
                .sorted(Comparator.comparing(token -> -Math.abs(last[token])))
                .limit(count)
                .sorted()
                .toList();
    }

    /// How far the log-probability of the chosen tokens has moved, step by step.
    CurveFigure curves(List<Integer> chosen) {
        double[] x = Arrays.stream(steps).asDoubleStream().toArray();
        List<Series> series = new ArrayList<>();
        for (int token : chosen) {
            double[] y = logp.stream()
                    .mapToDouble(row -> row[token] - logp.getFirst()[token])
                    .toArray();
            String name = (token + 1) + " “" + tokens.get(token).replace("\n", "⏎") + "”";
            series.add(Series.of(name, x, y, series.size()));
        }
        return CurveFigure.of(
                "", List.of(Panel.of("How chosen tokens moved", "step", "log π_θ − log π_SFT, nats", series)));
    }

    /// log π_θ(y|x) of the whole answer at a step.
    double total(int index) {
        double sum = 0;
        for (float one : logp.get(index)) {
            sum += one;
        }
        return sum;
    }
}
