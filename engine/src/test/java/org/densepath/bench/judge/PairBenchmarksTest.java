package org.densepath.bench.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.densepath.bench.judge.ask.Asked;
import org.densepath.bench.judge.ask.JudgeReply;
import org.densepath.bench.judge.ask.JudgeRequest;
import org.densepath.bench.judge.verdict.VerdictFile;
import org.densepath.bench.statistics.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Arena-Hard, LIMA and AlpacaEval with judges whose taste is known.
class PairBenchmarksTest {
    @TempDir
    Path folder;

    private Judging arena(int n, int repeats) {
        return Judging.open(
                JudgedChoice.ARENA_HARD_V0_1,
                JudgeFixture.files(
                        JudgeFixture.arena(folder, n),
                        JudgeFixture.arenaAnswers(folder.resolve("a.jsonl"), n, "dpr", "GOOD "),
                        JudgeFixture.arenaAnswers(folder.resolve("b.jsonl"), n, "sft", "POOR ")),
                JudgeFixture.asking(repeats));
    }

    private static boolean goodFirst(String question) {
        return question.indexOf("GOOD ") < question.indexOf("POOR ");
    }

    @Test
    void arenaHardAsksEachPairInBothOrders() {
        List<JudgeRequest> requests = arena(3, 2).requests();
        assertEquals(12, requests.size());
        assertEquals(12, requests.stream().distinct().count());
        String first = requests.get(0).messages().getLast().content();
        String second = requests.get(1).messages().getLast().content();
        assertTrue(first.contains("# Answer A\nPOOR 0\n") && first.contains("# Answer B\nGOOD 0\n"), first);
        assertTrue(second.contains("# Answer A\nGOOD 0\n") && second.contains("# Answer B\nPOOR 0\n"), second);
    }

    @Test
    void arenaHardWeighsClearVerdictsAndCountsTiesHalf() {
        Judging judging = arena(4, 1);
        JudgeScores scores = judging.finish(
                JudgeFixture.replies(judging, question -> {
                    if (question.contains("Task 0")) {
                        return goodFirst(question) ? "[[A>>B]]" : "[[B>A]]";
                    }
                    if (question.contains("Task 1")) {
                        return "[[A=B]]";
                    }
                    // the judge that always likes the first place gives each a win
                    return question.contains("Task 2") ? "[[A>B]]" : goodFirst(question) ? "none" : "[[B>A]]";
                }),
                folder,
                "judge");
        JudgeScore rate = JudgeFixture.score(scores, "arena-hard-v0.1 win rate");
        // task 0: 4 of 4; task 1: 1 of 2; task 2: 1 of 2; task 3 is half judged and left out
        assertEquals(6.0 / 8, rate.interval().value(), 1e-12);
        assertEquals(3, rate.prompts());
        assertEquals("8 verdicts: 7 judged, 1 unparsed, 0 failed", rate.counts().toString());
        JudgeScore bradleyTerry = JudgeFixture.score(scores, "arena-hard-v0.1 Bradley-Terry win rate");
        assertEquals(rate.interval().value(), bradleyTerry.interval().value(), 1e-3);
    }

    @Test
    void aWinRateOfOneHasAnIntervalBelowIt() {
        Judging judging = arena(20, 1);
        JudgeScores scores = judging.finish(
                JudgeFixture.replies(judging, question -> goodFirst(question) ? "[[A>B]]" : "[[B>A]]"),
                folder,
                "judge");
        Interval rate = JudgeFixture.score(scores, "arena-hard-v0.1 win rate").interval();
        assertEquals(1, rate.value());
        assertEquals(Math.pow(0.025, 1.0 / 20), rate.low(), 1e-12);
    }

    @Test
    void nothingJudgedIsNoScore() throws Exception {
        Judging judging = arena(3, 1);
        JudgeScores scores =
                judging.finish(JudgeFixture.replies(judging, _ -> "B is better, I think."), folder, "judge");
        assertTrue(Double.isNaN(scores.all().getFirst().interval().value()));
        assertEquals(
                "6 verdicts: 0 judged, 6 unparsed, 0 failed", scores.counts().toString());
        assertFalse(Files.readString(folder.resolve("scores.json")).contains("\"value\""));
        assertFalse(Files.readString(folder.resolve("verdicts.jsonl")).contains("\"value\""));
    }

    @Test
    void verdictsAreReadBackAsTheyWereWritten() {
        Judging judging = arena(3, 1);
        judging.finish(
                JudgeFixture.replies(
                        judging, q -> q.contains("Task 0") ? null : q.contains("Task 1") ? "?" : "[[A>>B]]"),
                folder,
                "judge");
        VerdictFile read = VerdictFile.read(folder.resolve("verdicts.jsonl"));
        assertEquals("arena-hard-v0.1", read.benchmark());
        assertEquals("judge", read.judge());
        read.write(folder.resolve("again.jsonl"));
        assertEquals(read, VerdictFile.read(folder.resolve("again.jsonl")));
        assertEquals("baseline", read.verdicts().get(4).first());
        assertEquals(0, read.verdicts().get(4).value());
        assertEquals(3, read.verdicts().get(4).weight());
        assertEquals(1, read.verdicts().get(5).value());
    }

    @Test
    void limaCountsDisagreementOfTheOrdersAsATie() {
        Path data = JudgeFixture.lines(
                folder.resolve("lima.jsonl"),
                IntStream.range(0, 4)
                        .mapToObj(i -> "{\"conversations\": [\"Task " + i + "\"], \"source\": \"test\"}")
                        .toList());
        Path answers = limaAnswers("dpr", "GOOD ");
        Path baseline = limaAnswers("sft", "POOR ");
        Judging judging =
                Judging.open(JudgedChoice.LIMA, JudgeFixture.files(data, answers, baseline), JudgeFixture.asking(1));
        JudgeScores scores = judging.finish(
                JudgeFixture.replies(judging, question -> {
                    if (question.contains("Task 0") || question.contains("Task 1")) {
                        return goodFirst(question) ? "[[A]]" : "[[B]]";
                    }
                    return question.contains("Task 2") ? "[[A]]" : goodFirst(question) ? "[[B]]" : "[[A]]";
                }),
                folder,
                "judge");
        assertEquals(
                2.5 / 4, JudgeFixture.score(scores, "lima win rate").interval().value(), 1e-12);
        assertEquals(0.5, JudgeFixture.score(scores, "lima wins").interval().value(), 1e-12);
        assertEquals(0.25, JudgeFixture.score(scores, "lima ties").interval().value(), 1e-12);
        assertEquals(0.25, JudgeFixture.score(scores, "lima losses").interval().value(), 1e-12);
    }

    private Path limaAnswers(String model, String text) {
        return JudgeFixture.lines(
                folder.resolve(model + ".jsonl"),
                IntStream.range(0, 4)
                        .mapToObj(i -> JudgeFixture.row()
                                .put("prompt", "Task " + i)
                                .put("response", text + i)
                                .put("model", model)
                                .toString())
                        .toList());
    }

    private Judging alpaca(int n) {
        StringBuilder data = new StringBuilder("[");
        StringBuilder outputs = new StringBuilder("[");
        for (int i = 0; i < n; i++) {
            String comma = i == 0 ? "" : ",";
            String row = "{\"instruction\": \"Task " + i + "\", \"dataset\": \"d\", \"generator\": ";
            data.append(comma)
                    .append(row)
                    .append("\"base\", \"output\": \"POOR ")
                    .append(i)
                    .append("\"}");
            outputs.append(comma)
                    .append(row)
                    .append("\"dpr\", \"output\": \"GOOD ")
                    .append("x".repeat(i % 7))
                    .append(i)
                    .append("\"}");
        }
        Path file = JudgeFixture.lines(folder.resolve("alpaca_eval.json"), List.of(data + "]"));
        Path answers = JudgeFixture.lines(folder.resolve("outputs.json"), List.of(outputs + "]"));
        return Judging.open(JudgedChoice.ALPACA_EVAL, JudgeFixture.files(file, answers, null), JudgeFixture.asking(1));
    }

    @Test
    void alpacaEvalReadsThePreferenceInTheOrderThatItsSeedChose() {
        Judging judging = alpaca(60);
        assertEquals(60, judging.requests().size());
        Map<JudgeRequest, Asked> ends = new LinkedHashMap<>();
        int goodFirst = 0;
        for (JudgeRequest request : judging.requests()) {
            boolean first = goodFirst(request.messages().getLast().content());
            goodFirst += first ? 1 : 0;
            Map<String, Double> logp =
                    Map.of("A", Math.log(first ? 0.6 : 0.2), "B", Math.log(first ? 0.2 : 0.6), " ", Math.log(0.1));
            ends.put(request, new Asked.Replied(new JudgeReply("A", logp, 1, 1, "judge")));
        }
        assertTrue(goodFirst > 15 && goodFirst < 45, goodFirst + " of 60 in one order");
        assertEquals(judging.requests(), alpaca(60).requests());
        JudgeScores scores = judging.finish(ends, folder, "judge");
        assertEquals(
                0.75,
                JudgeFixture.score(scores, "alpaca-eval win rate").interval().value(),
                1e-12);
        assertEquals(
                0.75,
                JudgeFixture.score(scores, "alpaca-eval win rate, length-controlled, minimal")
                        .interval()
                        .value(),
                1e-3);
    }

    @Test
    void alpacaEvalWithoutLogProbabilitiesIsNoVerdict() {
        Judging judging = alpaca(4);
        JudgeScores scores = judging.finish(JudgeFixture.replies(judging, _ -> "A"), folder, "judge");
        assertEquals(
                "4 verdicts: 0 judged, 4 unparsed, 0 failed", scores.counts().toString());
    }
}
