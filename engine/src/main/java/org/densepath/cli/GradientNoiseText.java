package org.densepath.cli;

import java.util.ArrayList;
import java.util.List;
import org.densepath.bench.statistics.Interval;
import org.densepath.experiment.GradientNoise;

/// The measured noise of the gradient for a terminal.
final class GradientNoiseText {
    private GradientNoiseText() {}

    static List<String> lines(GradientNoise noise) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("arm", "seeds", "steps", "noise", "signal", "signal/noise", "noise of dpr/noise"));
        for (GradientNoise.Row row : noise.rows()) {
            rows.add(List.of(
                    row.arm(),
                    String.valueOf(row.seeds().size()),
                    String.valueOf(row.steps()),
                    text(row.noise()),
                    text(row.signal()),
                    text(row.ratio()),
                    text(row.denseShare())));
        }
        List<String> lines = new ArrayList<>(Table.lines(rows));
        boolean several = noise.rows().stream().anyMatch(row -> row.seeds().size() > 1);
        lines.add(
                "noise: variance of a batch's gradient; signal: squared norm of its mean; before clipping, KL included;"
                        + " means over steps, 95 % bootstrap intervals over "
                        + (several ? "seeds and steps" : "steps"));
        return lines;
    }

    private static String text(Interval i) {
        if (i == null) {
            return "";
        }
        String value = Table.number(i.value());
        return Double.isNaN(i.low())
                ? value
                : value + " [" + Table.number(i.low()) + ", " + Table.number(i.high()) + "]";
    }
}
