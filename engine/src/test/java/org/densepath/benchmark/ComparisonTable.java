package org.densepath.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// The comparison as Markdown: a row a figure, ours and the best peer's median, and how many times better ours
/// is.
final class ComparisonTable {
    /// Which way a figure is better.
    enum Better {
        HIGHER,
        LOWER
    }

    private final List<String> lines = new ArrayList<>(List.of(
            "| work | ours | best peer | | times better | load of others, cores |",
            "| --- | --- | --- | --- | --- | --- |"));

    /// Adds a row; without peers it has our figure only.
    void add(String work, Better better, Series ours, List<Series> peers, ToDoubleFunction<MeasuredRun> figure) {
        double own = ours.median(figure);
        Comparator<Series> byFigure = Comparator.comparingDouble(s -> s.median(figure));
        Series best = peers.stream()
                .max(better == Better.HIGHER ? byFigure : byFigure.reversed())
                .orElse(null);
        double load = peers.stream().mapToDouble(Series::loadOfOthers).reduce(ours.loadOfOthers(), Math::max);
        if (best == null) {
            row("| %s | %.2f | skipped | | | %.2f |", work, own, load);
        } else {
            double other = best.median(figure);
            double times = better == Better.HIGHER ? own / other : other / own;
            row("| %s | %.2f | %.2f | %s | %.2f | %.2f |", work, own, other, best.name(), times, load);
        }
    }

    private void row(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        lines.add(line);
        System.out.println(line);
    }

    /// Writes and prints what has been added.
    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.forEach(System.out::println);
    }
}
