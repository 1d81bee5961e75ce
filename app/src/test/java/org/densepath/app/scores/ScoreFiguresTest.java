package org.densepath.app.scores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.densepath.bench.KeptScore;
import org.densepath.bench.statistics.Interval;
import org.densepath.experiment.ArmComparison;
import org.densepath.experiment.ArmTable;
import org.densepath.experiment.BenchTests;
import org.densepath.experiment.FamilyScores;
import org.densepath.experiment.ScoreTable;
import org.densepath.experiment.result.ResultTable;
import org.densepath.paint.BarFigure;
import org.densepath.run.Event;
import org.junit.jupiter.api.Test;

/// What the page draws and says of an experiment of two seeds and seven arms.
class ScoreFiguresTest {
    private static final String SAMPLED = "success_sampled";
    private static final List<String> ARMS = List.of("dpr", "a", "b", "c", "d", "e", "f");

    private static Results results(List<KeptScore> bench, FamilyScores families) {
        List<ArmTable.Row> rows = new ArrayList<>();
        rows.add(row("sft", 0.3));
        List<ArmComparison> tests = new ArrayList<>();
        List<Event.ScoreComputed> told = new ArrayList<>();
        for (int i = 0; i < ARMS.size(); i++) {
            double difference = i == 0 ? 0.2 : i == 1 ? -0.1 : 0.01 * i;
            rows.add(row(ARMS.get(i), 0.3 + difference));
            double p = i < 2 ? 0.001 : 0.5;
            tests.add(new ArmComparison(
                    ARMS.get(i),
                    SAMPLED,
                    "sft",
                    new Interval(difference, difference - 0.05, difference + 0.05),
                    0,
                    0,
                    p,
                    p,
                    p));
            for (int seed = 1; seed <= 2; seed++) {
                double value = 0.3 + difference + (seed == 1 ? -0.02 : 0.02);
                told.add(new Event.ScoreComputed(
                        "held-out", ARMS.get(i), seed, SAMPLED, value, Double.NaN, Double.NaN, 660, 0, 660));
            }
        }
        ArmTable table = new ArmTable(List.of(1, 2), rows, tests, List.of());
        return new Results(
                ResultTable.of(
                        Map.of("run", "paper"), table, bench, BenchTests.NONE, new ScoreTable(List.of(), List.of())),
                families,
                bench,
                told,
                true);
    }

    private static ArmTable.Row row(String arm, double value) {
        return new ArmTable.Row(arm, Map.of(SAMPLED, new Interval(value, value - 0.05, value + 0.05)), null);
    }

    private static ScoreBars bars(Results results) {
        return new ScoreBars(results, results.table().column(SAMPLED).orElseThrow());
    }

    @Test
    void aBarIsTheMeanOfTheSeedsWithADotForEach() {
        BarFigure figure = bars(results(List.of(), FamilyScores.EMPTY)).scores();
        BarFigure.Bar dpr = figure.groups().getFirst().bars().get(1);
        assertEquals("DPR", dpr.name());
        assertEquals(50, dpr.value(), 1e-9);
        assertEquals(48, dpr.points().getFirst(), 1e-9);
        assertEquals(52, dpr.points().getLast(), 1e-9);
        assertTrue(figure.caption().contains("seeds and prompts. A dot a seed."), figure.caption());
    }

    @Test
    void differencesAreSignedAndMarkedWhereTheyAreSignificant() {
        BarFigure figure =
                bars(results(List.of(), FamilyScores.EMPTY)).differences().orElseThrow();
        assertTrue(figure.signed());
        assertEquals("*", figure.groups().getFirst().bars().get(0).note());
        assertEquals("", figure.groups().getFirst().bars().get(2).note());
    }

    @Test
    void ofManyArmsThoseThatStandAlikeShareASentence() {
        List<String> sentences = Verdicts.of(results(List.of(), FamilyScores.EMPTY)).stream()
                .map(Verdicts.Verdict::sentence)
                .toList();
        assertEquals(
                List.of(
                        "Sampled, ahead of SFT: DPR +20.0 points.",
                        "Sampled, behind SFT: A −10.0 points.",
                        "Sampled, not told apart from SFT: 5 methods, from +2.0 to +6.0 points."),
                sentences);
    }

    @Test
    void winRatesHaveABarAnArmAndADotASeed() {
        List<KeptScore> bench = List.of(
                new KeptScore("lima", "dpr", 1, "j", "lima win rate", new Interval(0.4, 0.3, 0.5), 30, true),
                new KeptScore("lima", "dpr", 2, "j", "lima win rate", new Interval(0.5, 0.4, 0.6), 30, true),
                new KeptScore("lima", "sft", 1, "j", "lima win rate", new Interval(0.2, 0.1, 0.3), 30, true),
                new KeptScore("lima", "sft", 1, "j", "lima ties", new Interval(0.2, 0.1, 0.3), 30, false),
                new KeptScore("ifeval", "sft", 1, "", "prompt_strict", new Interval(0.2, 0.1, 0.3), 541, true));
        BarFigure figure = WinRateBars.of(results(bench, FamilyScores.EMPTY)).orElseThrow();
        assertEquals(1, figure.groups().size());
        List<BarFigure.Bar> bars = figure.groups().getFirst().bars();
        assertEquals(
                List.of("SFT", "DPR"), bars.stream().map(BarFigure.Bar::name).toList());
        assertEquals(45, bars.getLast().value(), 1e-9);
        assertEquals(List.of(40.0, 50.0), bars.getLast().points());
        assertTrue(figure.caption().contains("judged by j"), figure.caption());
        assertEquals(Optional.empty(), WinRateBars.of(results(List.of(), FamilyScores.EMPTY)));
    }

    @Test
    void comparedArmsHaveColoursOfTheirOwn() {
        FamilyScores.Cell cell = new FamilyScores.Cell(new Interval(0.5, 0.4, 0.6), List.of(0.4, 0.6));
        List<FamilyScores.Family> families = List.of(
                new FamilyScores.Family("list", 10),
                new FamilyScores.Family("sort", 20),
                new FamilyScores.Family("story", 30));
        FamilyScores scores = new FamilyScores(
                List.of(1, 2),
                families,
                List.of("sft", "dpr", "a").stream()
                        .map(arm -> new FamilyScores.Row(arm, Map.of("sampled", List.of(cell, cell, cell))))
                        .toList());
        FamilyFigures figures =
                new FamilyFigures(results(List.of(), scores), "sampled", List.of("sft", "dpr", "a", "none"));
        assertEquals(
                3,
                figures.radar().orElseThrow().rings().stream()
                        .map(ring -> ring.colour())
                        .distinct()
                        .count());
        BarFigure bars = figures.bars().orElseThrow();
        assertEquals("sort (n = 20)", bars.groups().get(1).heading());
        assertEquals(List.of(40.0, 60.0), bars.groups().get(1).bars().getFirst().points());
        assertEquals(Optional.empty(), new FamilyFigures(results(List.of(), scores), "greedy", List.of("sft")).radar());
    }
}
