package org.densepath.app.scores;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.densepath.experiment.ArmComparison;
import org.densepath.experiment.ArmLabel;
import org.densepath.experiment.result.ResultTable;
import org.densepath.experiment.result.ResultTable.Cell;
import org.densepath.experiment.result.ResultTable.Column;
import org.densepath.run.Event;

/// What the tests of the table say, in sentences: each arm against SFT and continued SFT on the same prompts, and
/// the controls that explain a gain away.
final class Verdicts {
    /// Of more arms than these not each has a sentence.
    private static final int FEW = 4;

    private final Results results;
    private final List<Verdict> verdicts = new ArrayList<>();

    private Verdicts(Results results) {
        this.results = results;
    }

    /// @param kind how it stands, for its icon
    record Verdict(Kind kind, String sentence) {
        enum Kind {
            AHEAD,
            BEHIND,
            OPEN,
            CAUTION;

            static Kind of(ArmComparison c) {
                return !c.significant() ? OPEN : c.difference().value() > 0 ? AHEAD : BEHIND;
            }

            String words() {
                return switch (this) {
                    case AHEAD -> "ahead of";
                    case BEHIND -> "behind";
                    default -> "not told apart from";
                };
            }
        }
    }

    /// Empty while nothing is tested.
    static List<Verdict> of(Results results) {
        Verdicts all = new Verdicts(results);
        List<Column> ways = results.table().columns().stream()
                .filter(column -> column.kind() == Column.Kind.SUCCESS)
                .toList();
        for (Column way : ways) {
            all.against(way, "SFT", Cell::sft);
            all.against(way, "continued SFT", Cell::continued);
        }
        ways.stream().filter(way -> way.id().equals("success_sampled")).forEach(all::explainedAway);
        return all.verdicts;
    }

    private void against(Column way, String whom, Function<Cell, ArmComparison> test) {
        List<ArmComparison> tests = results.arms().stream()
                .map(arm -> test.apply(results.table().cell(arm, way.id())))
                .filter(c -> c != null)
                .sorted(Comparator.comparingDouble(
                        (ArmComparison c) -> -c.difference().value()))
                .toList();
        if (tests.size() <= FEW) {
            tests.forEach(c -> verdicts.add(one(way, whom, c)));
            return;
        }
        for (Verdict.Kind kind : Verdict.Kind.values()) {
            List<ArmComparison> same =
                    tests.stream().filter(c -> Verdict.Kind.of(c) == kind).toList();
            if (!same.isEmpty()) {
                if (kind == Verdict.Kind.OPEN && same.size() > FEW) {
                    verdicts.add(new Verdict(
                            kind,
                            way(way) + ", " + kind.words() + " " + whom + ": " + same.size() + " methods, from "
                                    + way.unit()
                                            .signed(same.getLast().difference().value()) + " to "
                                    + way.unit()
                                            .signed(same.getFirst().difference().value()) + " points."));
                    continue;
                }
                verdicts.add(new Verdict(
                        kind,
                        way(way) + ", " + kind.words() + " " + whom + ": "
                                + same.stream()
                                        .map(c -> ArmLabel.of(c.arm()) + " "
                                                + way.unit()
                                                        .signed(c.difference().value()))
                                        .collect(Collectors.joining(", "))
                                + " points."));
            }
        }
    }

    private Verdict one(Column way, String whom, ArmComparison c) {
        Verdict.Kind kind = Verdict.Kind.of(c);
        return new Verdict(
                kind,
                ArmLabel.of(c.arm()) + ", " + way(way).toLowerCase(Locale.ROOT) + ": "
                        + way.unit().signed(c.difference()) + " points" + prompts(c) + ": " + kind.words() + " " + whom
                        + ".");
    }

    private String prompts(ArmComparison c) {
        return results.told().stream()
                .filter(s -> s.arm().equals(c.arm()) && s.score().equals(c.score() + ScoreBars.DIFFERENCE))
                .mapToInt(Event.ScoreComputed::total)
                .mapToObj(n -> " on the same " + n + " prompts")
                .findFirst()
                .orElse(" on the same prompts");
    }

    private static String way(Column column) {
        return column.id().contains("greedy") ? "Greedy" : "Sampled";
    }

    private void explainedAway(Column sampled) {
        ResultTable table = results.table();
        Cell dpr = table.cell("dpr", sampled.id());
        if (dpr.sft() == null) {
            return;
        }
        for (String arm : results.arms()) {
            Cell control = table.cell(arm, sampled.id());
            boolean colder = arm.startsWith("sft-at-");
            if ((colder || arm.equals("continued-sft"))
                    && control.value().value() >= dpr.value().value()) {
                verdicts.add(new Verdict(
                        Verdict.Kind.CAUTION,
                        String.format(
                                Locale.ROOT,
                                "%s reaches %.1f %% sampled, DPR %.1f %%: %s. DPR has shown something only where it is"
                                        + " ahead of every control.",
                                ArmLabel.of(arm),
                                100 * control.value().value(),
                                100 * dpr.value().value(),
                                colder
                                        ? "sampling SFT at a lower temperature gives as much, nothing trained"
                                        : "fine-tuning on for as many updates gives as much")));
            }
        }
    }
}
