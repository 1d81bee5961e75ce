package org.densepath.bench.judge.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densepath.BadInputException;
import org.densepath.bench.judge.verdict.Outcome;
import org.densepath.bench.judge.verdict.Verdict;
import org.densepath.bench.judge.verdict.VerdictFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Judges with known faults.
class AuditReportTest {
    @TempDir
    Path folder;

    private static Verdict game(int key, String first, int repeat, double value, int length, int baselineLength) {
        boolean judged = value >= 0;
        return new Verdict(
                "k" + key,
                "",
                1,
                first,
                repeat,
                judged ? Outcome.JUDGED : Outcome.UNPARSED,
                judged ? value : Double.NaN,
                judged ? 1 : 0,
                "",
                judged ? "" : "holds no verdict",
                "",
                length,
                baselineLength);
    }

    private static Verdict rating(int key, int repeat, double value, int length) {
        return game(key, "", repeat, value, length, 0);
    }

    private static VerdictFile pairs(String judge, double[] modelSecond, double[] modelFirst, int[] lengths) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < modelSecond.length; i++) {
            verdicts.add(game(i, "baseline", 0, modelSecond[i], lengths[i], 10));
            verdicts.add(game(i, "model", 0, modelFirst[i], lengths[i], 10));
        }
        return new VerdictFile("lima", judge, verdicts);
    }

    private static AuditRow row(List<AuditRow> rows, String name) {
        return rows.stream().filter(r -> r.name().endsWith(name)).findFirst().orElseThrow();
    }

    private static void assertRow(double value, int n, AuditRow row) {
        assertEquals(value, row.interval().value(), 1e-12, row.name());
        assertEquals(n, row.n(), row.name());
    }

    @Test
    void aJudgeThatLikesTheFirstPlaceFlipsWithTheOrder() {
        List<AuditRow> rows = JudgeAudit.of(
                pairs("first", new double[] {0, 0, 0, 0}, new double[] {1, 1, 1, 1}, new int[] {20, 20, 5, 5}));
        assertRow(1, 4, row(rows, "position flips"));
        assertRow(1, 8, row(rows, "first answer wins"));
        assertRow(0.5, 8, row(rows, "longer answer wins"));
    }

    @Test
    void aJudgeThatLikesLengthIsSeen() {
        List<AuditRow> rows = JudgeAudit.of(pairs(
                "long", new double[] {1, 1, 0, 0.5, 1}, new double[] {1, 1, 0, 0.5, 1}, new int[] {20, 30, 5, 5, 10}));
        assertRow(0, 5, row(rows, "position flips"));
        // the tie and the pair of equal length say nothing of it
        assertRow(1, 6, row(rows, "longer answer wins"));
        assertRow(0.2, 10, row(rows, "ties"));
    }

    @Test
    void whatWasNotJudgedCountsAsThatOnly() {
        List<AuditRow> rows = JudgeAudit.of(
                pairs("vague", new double[] {1, -1, -1, 0}, new double[] {1, 1, -1, 1}, new int[] {20, 20, 5, 5}));
        assertRow(3 / 8.0, 8, row(rows, "parse failures"));
        assertRow(0.5, 2, row(rows, "position flips"));
        assertRow(0, 5, row(rows, "ties"));
    }

    @Test
    void theSpreadOverRepeatsIsWithinQuestions() {
        List<Verdict> verdicts = List.of(
                rating(0, 0, 2, 10),
                rating(0, 1, 4, 10),
                rating(1, 0, 9, 30),
                rating(1, 1, 9, 30),
                rating(2, 0, 5, 20));
        List<AuditRow> rows = JudgeAudit.of(new VerdictFile("mt-bench", "unsure", verdicts));
        assertRow(Math.sqrt(2) / 2, 2, row(rows, "deviation over repeats"));
        assertRow(0.5, 2, row(rows, "same verdict in all repeats"));
        assertRow(5.8, 5, row(rows, "mean rating"));
        assertTrue(row(rows, "rating and length").interval().value() > 0.9);
    }

    @Test
    void judgesAgreeAsFarAsTheyNameTheSameWinner() {
        int[] lengths = {1, 1, 1, 1};
        VerdictFile one = pairs("one", new double[] {1, 1, 0, 0}, new double[] {1, 1, 0, 0}, lengths);
        VerdictFile other = pairs("other", new double[] {1, 0, 0, 0}, new double[] {1, 0, 0, 0}, lengths);
        List<AuditRow> rows = AuditReport.of(List.of(one, other), null, null).agreement();
        assertRow(0.75, 8, row(rows, "same winner"));
        // observed 3/4, expected 1/2 · 1/4 + 1/2 · 3/4 = 1/2
        assertRow(0.5, 8, row(rows, "kappa"));
        VerdictFile elsewhere = new VerdictFile("mt-bench", "third", List.of(rating(0, 0, 5, 1)));
        assertThrows(BadInputException.class, () -> Agreement.of(one, elsewhere));
        VerdictFile apart = new VerdictFile("lima", "third", List.of(game(99, "model", 0, 1, 1, 1)));
        assertTrue(assertThrows(BadInputException.class, () -> Agreement.of(one, apart))
                .getMessage()
                .contains("no judged question in common"));
    }

    @Test
    void ratingsAgreeWithinAPoint() {
        VerdictFile one =
                new VerdictFile("mt-bench", "one", List.of(rating(0, 0, 2, 1), rating(1, 0, 5, 1), rating(2, 0, 9, 1)));
        VerdictFile other = new VerdictFile(
                "mt-bench", "other", List.of(rating(0, 0, 3, 1), rating(1, 0, 8, 1), rating(2, 0, 9, 1)));
        List<AuditRow> rows = Agreement.of(one, other);
        assertRow(2 / 3.0, 3, row(rows, "within one point"));
        assertRow(4 / 3.0, 3, row(rows, "mean difference"));
        assertRow(1, 3, row(rows, "rank correlation"));
    }

    @Test
    void aJudgeIsHeldAgainstChecks() throws Exception {
        Path checks = Files.writeString(
                folder.resolve("checks.jsonl"),
                "{\"key\": \"k0\", \"correct\": true}\n{\"key\": \"k1\", \"correct\": true}\n"
                        + "{\"key\": \"k2\", \"strict\": [true, false]}\n");
        Path baseline = Files.writeString(
                folder.resolve("baseline.jsonl"),
                "{\"key\": \"k0\", \"correct\": false}\n{\"key\": \"k1\", \"correct\": true}\n"
                        + "{\"key\": \"k2\", \"correct\": true}\n");
        VerdictFile judged = pairs("judge", new double[] {1, 1, 0.5}, new double[] {1, 1, 0}, new int[] {1, 1, 1});
        // of the pairs 0 and 2: right, right, tie, right
        assertRow(3.5 / 4, 4, CheckedAgreement.of(judged, checks, baseline).getFirst());
        VerdictFile rated = new VerdictFile(
                "mt-bench", "judge", List.of(rating(0, 0, 8, 1), rating(1, 0, 5, 1), rating(2, 0, 5, 1)));
        assertRow(0.75, 3, CheckedAgreement.of(rated, checks, null).getFirst());
        assertThrows(BadInputException.class, () -> CheckedAgreement.of(judged, checks, null));
    }
}
