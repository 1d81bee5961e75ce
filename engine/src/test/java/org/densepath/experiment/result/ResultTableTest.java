package org.densepath.experiment.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densepath.BadInputException;
import org.densepath.bench.KeptScore;
import org.densepath.bench.statistics.Interval;
import org.densepath.experiment.ArmComparison;
import org.densepath.experiment.ArmLead;
import org.densepath.experiment.ArmTable;
import org.densepath.experiment.BenchTests;
import org.densepath.experiment.Compute;
import org.densepath.experiment.ScoreTable;
import org.junit.jupiter.api.Test;

class ResultTableTest {
    private static final String GREEDY = "success_greedy";
    private static final ArmTable ARMS = new ArmTable(
            List.of(1, 2),
            List.of(
                    row("sft", new Interval(0.25, 0.2, 0.3), new Compute(0, 2000, 50, 7.4, 900)),
                    row("dpr", new Interval(0.5, 0.45, 0.55), new Compute(12345, 12345, 40, 21, 900)),
                    row("continued-sft", new Interval(0.24, 0.19, 0.29), new Compute(0, 900, 40, 5, Compute.UNKNOWN))),
            List.of(
                    comparison("dpr", "sft", new Interval(0.25, 0.2, 0.3), 0.0003),
                    comparison("continued-sft", "sft", new Interval(-0.01, -0.02, 0), 0.2),
                    comparison("dpr", "continued-sft", new Interval(0.26, 0.21, 0.31), 0.01)),
            List.of(new ArmLead(GREEDY, "dpr", "sft", 0.002, 0.002)));
    private static final List<KeptScore> BENCH = List.of(
            new KeptScore("ifeval", "dpr", 1, "", "prompt_strict", new Interval(0.125, 0.0625, 0.1875), 100, true),
            new KeptScore("ifeval", "dpr", 2, "", "prompt_strict", new Interval(0.25, 0.1875, 0.3125), 100, true),
            new KeptScore("ifeval", "dpr", 2, "", "prompt_loose", new Interval(0.9, 0.8, 1), 100, false),
            new KeptScore("mt-bench", "sft", 1, "judge", "mt-bench", new Interval(5.25, 4.9, 5.6), 80, true));

    private static final BenchTests TESTS = new BenchTests(
            List.of(new ArmComparison(
                    "dpr", "ifeval", "sft", new Interval(0.125, 0.0625, 0.1875), 0, 0, 0.04, 0.04, 0.04)),
            List.of());

    private static ArmTable.Row row(String arm, Interval greedy, Compute compute) {
        return new ArmTable.Row(arm, Map.of(GREEDY, greedy), compute);
    }

    private static ArmComparison comparison(String arm, String against, Interval difference, double pHolm) {
        return new ArmComparison(arm, GREEDY, against, difference, 0, 0, pHolm, pHolm, pHolm);
    }

    private static ResultTable table() {
        Map<String, String> provenance = new LinkedHashMap<>();
        provenance.put("run", "2026-01-31-paper");
        provenance.put("seed", "1, 2");
        ScoreTable told = new ScoreTable(
                List.of("return_sampled", GREEDY, GREEDY + "_minus_sft"),
                List.of(new ScoreTable.Row("dpr", Map.of("return_sampled", new ScoreTable.Cell(0.15, 0.13, 0.17, 2)))));
        return ResultTable.of(provenance, ARMS, BENCH, TESTS, told);
    }

    @Test
    void latexIsABooktabsTableWithMarksAndBoldBest() {
        assertEquals("""
            % run: 2026-01-31-paper
            % seed: 1, 2
            % In the preamble: \\usepackage{booktabs}
            % In the text: \\begin{table} \\centering \\footnotesize \\setlength{\\tabcolsep}{4pt} \\input{THIS-FILE} \\caption{...} \\end{table}
            % Caption: Success on the held-out prompts with 95 \\% bootstrap intervals over 2 seeds and the prompts. * differs from SFT, \\ensuremath{\\dagger} from continued SFT, up or down (paired bootstrap on the same prompts, p \\textless{} 0.05 after Holm's correction over 3 comparisons). Bold: ahead of the next best by the same test. Benchmarks have the intervals of their own files; those without a judge are tested in the same way, with 1 comparison of their own. Cost of training after SFT (of SFT: its own), all seeds together.
            \\begin{tabular}{lrrrrrrrr}
            \\toprule
            Method & Success, greedy (\\%) & ifeval, prompt strict (\\%) & mt-bench & Updates & Tokens drawn & Tokens trained & Seconds & Seeds \\\\
            \\midrule
            SFT & 25.0 {\\scriptsize [20.0, 30.0]} &  & 5.25 {\\scriptsize [4.90, 5.60]} & 50 & 0 & 2,000 & 7 & 2 \\\\
            \\midrule
            DPR & \\textbf{50.0} {\\scriptsize [45.0, 55.0]}\\rlap{$^{\\ast \\dagger}$} & 18.8 {\\scriptsize [12.5, 25.0]}\\rlap{$^{\\ast}$} &  & 40 & 12,345 & 12,345 & 21 & 2 \\\\
            Continued SFT & 24.0 {\\scriptsize [19.0, 29.0]} &  &  & 40 & 0 & 900 & 5 & 2 \\\\
            \\bottomrule
            \\end{tabular}
            """, TableFormat.LATEX.of(table()));
    }

    @Test
    void markdownHasTheSameCells() {
        assertEquals("""
            | Method | Success, greedy (%) | ifeval, prompt strict (%) | mt-bench | Updates | Tokens drawn | Tokens trained | Seconds | Seeds |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            | SFT | 25.0 [20.0, 30.0] |  | 5.25 [4.90, 5.60] | 50 | 0 | 2,000 | 7 | 2 |
            | DPR | **50.0** [45.0, 55.0] \\*† | 18.8 [12.5, 25.0] \\* |  | 40 | 12,345 | 12,345 | 21 | 2 |
            | Continued SFT | 24.0 [19.0, 29.0] |  |  | 40 | 0 | 900 | 5 | 2 |

            Success on the held-out prompts with 95 % bootstrap intervals over 2 seeds and the prompts. \\* differs from SFT, † from continued SFT, up or down (paired bootstrap on the same prompts, p \\< 0.05 after Holm's correction over 3 comparisons). Bold: ahead of the next best by the same test. Benchmarks have the intervals of their own files; those without a judge are tested in the same way, with 1 comparison of their own. Cost of training after SFT (of SFT: its own), all seeds together.
            """, TableFormat.MARKDOWN.of(table()));
    }

    @Test
    void csvHasAllColumnsAsTheyWereComputed() {
        assertEquals("""
            arm,success_greedy,success_greedy_low,success_greedy_high,success_greedy_minus_sft,success_greedy_minus_sft_p_holm,success_greedy_minus_continued_sft,success_greedy_minus_continued_sft_p_holm,success_greedy_best,ifeval_prompt_strict,ifeval_prompt_strict_low,ifeval_prompt_strict_high,ifeval_prompt_strict_minus_sft,ifeval_prompt_strict_minus_sft_p_holm,ifeval_prompt_strict_minus_continued_sft,ifeval_prompt_strict_minus_continued_sft_p_holm,ifeval_prompt_strict_best,mt_bench,mt_bench_low,mt_bench_high,mt_bench_minus_sft,mt_bench_minus_sft_p_holm,mt_bench_minus_continued_sft,mt_bench_minus_continued_sft_p_holm,mt_bench_best,return_sampled,return_sampled_low,return_sampled_high,updates,generated,trained,seconds,answered,seeds
            sft,0.25,0.2,0.3,,,,,0,,,,,,,,0,5.25,4.9,5.6,,,,,0,,,,50,0,2000,7.4,900,2
            dpr,0.5,0.45,0.55,0.25,3.0E-4,0.26,0.01,1,0.1875,0.125,0.25,0.125,0.04,,,0,,,,,,,,0,0.15,0.13,0.17,40,12345,12345,21,900,2
            continued-sft,0.24,0.19,0.29,-0.01,0.2,,,0,,,,,,,,0,,,,,,,,0,,,,40,0,900,5,,2
            """, TableFormat.CSV.of(table()));
    }

    @Test
    void theBestIsNotMarkedWhereItIsNotAheadOfTheNext() {
        ArmTable open = new ArmTable(
                ARMS.seeds(), ARMS.rows(), ARMS.comparisons(), List.of(new ArmLead(GREEDY, "dpr", "sft", 0.06, 0.06)));
        ResultTable table =
                ResultTable.of(Map.of(), open, List.of(), BenchTests.NONE, new ScoreTable(List.of(), List.of()));
        assertFalse(table.cell("dpr", GREEDY).best());
        assertTrue(table().cell("dpr", GREEDY).best());
    }

    @Test
    void whatIsNotTestedYetStandsAsTheRunHasToldIt() {
        ScoreTable told = new ScoreTable(
                List.of(GREEDY),
                List.of(new ScoreTable.Row("dpr", Map.of(GREEDY, new ScoreTable.Cell(0.5, 0.4, 0.6, 1)))));
        ResultTable table = ResultTable.of(Map.of(), ArmTable.EMPTY, List.of(), BenchTests.NONE, told);
        ResultTable.Cell cell = table.cell("dpr", GREEDY);
        assertEquals("50.0 [40.0, 60.0]", ResultText.of(table.columns().getFirst(), cell));
        assertEquals(
                List.of(GREEDY, "seeds"),
                table.columns().stream().map(ResultTable.Column::id).toList());
    }

    @Test
    void aRunWithoutChecksShowsWhatItHasMeasured() {
        ScoreTable told = new ScoreTable(
                List.of("reference_logp"),
                List.of(new ScoreTable.Row("sft", Map.of("reference_logp", new ScoreTable.Cell(-1.5, -1.6, -1.4, 1)))));
        ResultTable table = ResultTable.of(Map.of(), ArmTable.EMPTY, List.of(), BenchTests.NONE, told);
        assertEquals(table.columns(), table.main().columns());
        assertTrue(TableFormat.MARKDOWN.of(table).contains("| SFT | −1.50 [−1.60, −1.40] | 1 |"));
    }

    @Test
    void aCellTellsHowItStandsAgainstBothControls() {
        ResultTable table = table();
        assertEquals(
                List.of(
                        "Against SFT: +25.0 [+20.0, +30.0] points, p = 0.0003 corrected.",
                        "Against continued SFT: +26.0 [+21.0, +31.0] points, p = 0.0100 corrected.",
                        "The best of this column, and ahead of the next (p < 0.05)."),
                ResultText.details(table.columns().getFirst(), table.cell("dpr", GREEDY)));
    }

    @Test
    void severalJudgesOfABenchmarkHaveAColumnEach() {
        List<KeptScore> two = List.of(
                new KeptScore("lima", "dpr", 1, "a", "lima win rate", new Interval(0.5, 0.4, 0.6), 30, true),
                new KeptScore("lima", "sft", 1, "b", "lima win rate", new Interval(0.4, 0.3, 0.5), 30, true));
        ResultTable table =
                ResultTable.of(Map.of(), ArmTable.EMPTY, two, BenchTests.NONE, new ScoreTable(List.of(), List.of()));
        assertEquals(
                List.of("lima win rate, judge a", "lima win rate, judge b", "seeds"),
                table.columns().stream().map(ResultTable.Column::label).toList());
    }

    @Test
    void anUnknownFormatIsRefusedWithTheOthers() {
        BadInputException refused = assertThrows(BadInputException.class, () -> TableFormat.named("xlsx"));
        assertTrue(refused.getMessage().contains("latex, csv, markdown"), refused.getMessage());
    }
}
