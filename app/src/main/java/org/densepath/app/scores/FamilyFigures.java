package org.densepath.app.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.densepath.bench.statistics.Interval;
import org.densepath.experiment.ArmLabel;
import org.densepath.experiment.FamilyScores;
import org.densepath.paint.BarFigure;
import org.densepath.paint.RadarFigure;

/// Success by task family as a radar and as bars, of some arms side by side.
final class FamilyFigures {
    /// More rings than these cannot be told apart.
    static final int MOST = 6;

    private static final int COLOURS = 8;

    private static final List<String> FIRST = List.of("sft", "continued-sft", "dpr", "base");

    private final FamilyScores scores;
    private final String way;
    private final List<String> arms;
    private final String run;
    private final List<Integer> colours = new ArrayList<>();

    FamilyFigures(Results results, String way, List<String> arms) {
        scores = results.families();
        this.way = way;
        run = results.run();
        this.arms = arms.stream().filter(arm -> !cells(arm).isEmpty()).toList();
        for (String arm : this.arms) {
            // that of the other bars, where it is free
            int colour = results.arms().indexOf(arm) % COLOURS;
            while (colours.contains(colour)) {
                colour = (colour + 1) % COLOURS;
            }
            colours.add(colour);
        }
    }

    /// What is compared at first: the controls and DPR, else the first arms there are.
    static List<String> first(List<String> arms) {
        List<String> known = FIRST.stream().filter(arms::contains).toList();
        return known.size() > 1
                ? arms.stream().filter(known::contains).toList()
                : List.copyOf(arms.subList(0, Math.min(4, arms.size())));
    }

    /// Empty where there are fewer than three families.
    Optional<RadarFigure> radar() {
        if (scores.families().size() < 3 || arms.isEmpty()) {
            return Optional.empty();
        }
        List<RadarFigure.Ring> rings = new ArrayList<>();
        for (String arm : arms) {
            rings.add(new RadarFigure.Ring(
                    ArmLabel.of(arm),
                    cells(arm).stream()
                            .map(cell -> 100 * cell.interval().value())
                            .toList(),
                    colours.get(arms.indexOf(arm))));
        }
        return Optional.of(new RadarFigure(
                "Success by task family, " + way,
                "% of prompts",
                scores.families().stream().map(FamilyScores.Family::name).toList(),
                rings,
                "Run " + run + ", held-out prompts, mean of " + seeds() + "."));
    }

    Optional<BarFigure> bars() {
        if (scores.families().isEmpty() || arms.isEmpty()) {
            return Optional.empty();
        }
        List<BarFigure.Group> groups = new ArrayList<>();
        for (int f = 0; f < scores.families().size(); f++) {
            FamilyScores.Family family = scores.families().get(f);
            List<BarFigure.Bar> bars = new ArrayList<>();
            for (String arm : arms) {
                bars.add(bar(arm, cells(arm).get(f)));
            }
            groups.add(new BarFigure.Group(family.name() + " (n = " + family.prompts() + ")", bars));
        }
        return Optional.of(new BarFigure(
                "Success by task family, " + way,
                "% of prompts",
                groups,
                "Run " + run + ", held-out prompts. Intervals: 95 %, bootstrap over "
                        + (scores.seeds().size() > 1 ? "seeds and prompts; a dot a seed." : "prompts.")));
    }

    private BarFigure.Bar bar(String arm, FamilyScores.Cell cell) {
        Interval i = cell.interval();
        return new BarFigure.Bar(
                ArmLabel.of(arm),
                100 * i.value(),
                100 * i.low(),
                100 * i.high(),
                "",
                colours.get(arms.indexOf(arm)),
                cell.bySeed().size() > 1
                        ? cell.bySeed().stream().map(value -> 100 * value).toList()
                        : List.of());
    }

    private List<FamilyScores.Cell> cells(String arm) {
        return scores.rows().stream()
                .filter(row -> row.arm().equals(arm) && row.ways().containsKey(way))
                .map(row -> row.ways().get(way))
                .findFirst()
                .orElse(List.of());
    }

    private String seeds() {
        return scores.seeds().size() == 1 ? "one seed" : scores.seeds().size() + " seeds";
    }
}
