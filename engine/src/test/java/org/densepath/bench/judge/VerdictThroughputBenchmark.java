package org.densepath.bench.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.densepath.bench.judge.ask.Asked;
import org.densepath.bench.judge.ask.Interview;
import org.densepath.bench.judge.ask.JudgeRequest;
import org.densepath.bench.judge.ask.ReplyStore;
import org.densepath.bench.judge.endpoint.ApiKey;
import org.densepath.bench.judge.endpoint.Endpoint;
import org.densepath.bench.judge.endpoint.EndpointJudge;
import org.densepath.bench.judge.endpoint.JudgeServerProcess;
import org.densepath.bench.judge.endpoint.Prices;
import org.densepath.bench.judge.endpoint.Spending;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the files to the scores: 1,000 verdicts of an endpoint that answers at once, within 5 s.
@Tag("benchmark")
class VerdictThroughputBenchmark {
    private static final int PROMPTS = 500;

    @TempDir
    Path folder;

    @Test
    void aThousandVerdictsTakeLessThanFiveSeconds() {
        Path data = JudgeFixture.arena(folder, PROMPTS);
        Path answers = JudgeFixture.arenaAnswers(folder.resolve("a.jsonl"), PROMPTS, "dpr", "good ".repeat(200));
        Path baseline = JudgeFixture.arenaAnswers(folder.resolve("b.jsonl"), PROMPTS, "sft", "poor ".repeat(200));
        try (JudgeServerProcess server = new JudgeServerProcess(null)) {
            Endpoint.Limits limits = new Endpoint.Limits(8, 0, Duration.ofSeconds(30), 3, Duration.ofSeconds(1));
            Endpoint endpoint = new Endpoint(
                    Endpoint.address(server.address("ok/throughput")), "judge-7b", "", ApiKey.none(), limits);
            long begun = System.nanoTime();
            Judging judging = Judging.open(
                    JudgedChoice.ARENA_HARD_V0_1, JudgeFixture.files(data, answers, baseline), JudgeFixture.asking(1));
            JudgeScores scores;
            try (ReplyStore store = ReplyStore.open(folder)) {
                EndpointJudge judge =
                        new EndpointJudge(endpoint, new Spending(new Prices(0, 0), Double.POSITIVE_INFINITY, 0));
                Map<JudgeRequest, Asked> ends =
                        new Interview(store, judge.identity(), judging.requests()).ask(judge, _ -> {});
                scores = judging.finish(ends, folder, judge.name());
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            System.out.printf("1000 verdicts in %.2f s%n", seconds);
            assertEquals(2 * PROMPTS, scores.counts().judged());
            assertEquals(2 * PROMPTS, server.requests("ok/throughput"));
            assertTrue(seconds < 5, seconds + " s");
        }
    }
}
