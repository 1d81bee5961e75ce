package org.densepath.app.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.densepath.BadInputException;
import org.densepath.app.task.WorkerCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A real worker with the sample run's models.
@Timeout(120)
class ServeScorerTest {
    private static final Path HOME =
            Path.of(System.getProperty("densepath.root", "..")).toAbsolutePath().normalize();
    private static final String RUN = HOME.resolve("sample-data").resolve("run").toString();
    private static final Map<Role, String> MODELS = Map.of(
            Role.SFT,
            RUN + ":sft",
            Role.REFERENCE,
            RUN + ":reference",
            Role.POLICY,
            HOME.resolve("sample-data").resolve("model").toString());
    private static final ScoreQuestion SUM =
            ScoreQuestion.ofTexts(MODELS, "What is 47 + 38? Show the steps.", " 7 + 8 = 15.", 4);

    private final BlockingQueue<Long> started = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
    private final ServeScorer scorer = new ServeScorer(
            arguments -> WorkerCommand.of(HOME, WorkerCommand.MAIN, List.of(), arguments), new ScorerListener() {
                @Override
                public void started(long processId) {
                    started.add(processId);
                }

                @Override
                public void ended(String sentence) {
                    ended.add(sentence);
                }
            });

    @AfterEach
    void close() {
        scorer.close();
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(60, TimeUnit.SECONDS);
    }

    private static Throwable failure(CompletableFuture<?> future) {
        return assertThrows(ExecutionException.class, () -> get(future)).getCause();
    }

    @Test
    void everyTokenIsScoredUnderEveryModel() throws Exception {
        Scored scored = get(scorer.score(SUM));

        int n = scored.tokens().size();
        assertEquals(scored.ids().length - scored.promptLength(), n);
        assertEquals(scored.promptLength(), scored.promptTokens().size());
        assertEquals(" 7 + 8 = 15.<|end|>", String.join("", scored.tokens()));
        for (Role role : Role.values()) {
            assertEquals(MODELS.get(role), scored.models().get(role).model());
            assertEquals(n, scored.models().get(role).logp().length);
        }
        float toGo = 0;
        for (int t = n - 1; t >= 0; t--) {
            float reward = scored.models().get(Role.SFT).logp()[t]
                    - scored.models().get(Role.REFERENCE).logp()[t];
            assertEquals(reward, scored.reward()[t]);
            toGo += reward;
            assertEquals(toGo, scored.returnToGo()[t], 1e-5);
        }
    }

    @Test
    void theLikeliestComeFirstAndHaveTheirRewards() throws Exception {
        Scored scored = get(scorer.score(SUM));

        ModelScores sft = scored.models().get(Role.SFT);
        for (List<Alternative> here : sft.top()) {
            assertEquals(4, here.size());
            for (int i = 1; i < 4; i++) {
                assertTrue(here.get(i - 1).logp().get(Role.SFT)
                        >= here.get(i).logp().get(Role.SFT));
            }
        }
        Alternative first = sft.top().getFirst().getFirst();
        assertEquals(1, sft.rank()[0]);
        assertEquals(scored.ids()[scored.promptLength()], first.id());
        assertEquals(scored.reward()[0], first.reward(), 1e-5);
    }

    @Test
    void whatCannotBeScoredSaysWhy() {
        Throwable missing = failure(
                scorer.score(ScoreQuestion.ofTexts(Map.of(Role.POLICY, RUN + ":dpr"), "What is 1 + 1?", " 2", 0)));
        assertInstanceOf(BadInputException.class, missing);
        assertTrue(missing.getMessage().contains(":dpr"), missing.getMessage());
    }

    @Test
    void responsesAreDrawnAndTellTheirProgress() throws Exception {
        BlockingQueue<Double> shares = new LinkedBlockingQueue<>();
        GenerateQuestion question = new GenerateQuestion(RUN + ":sft", "What is 4 + 5?", 0, 1, 1, 20, 1);

        List<Generated> answers = get(scorer.generate(question, shares::add));

        assertEquals(1, answers.size());
        assertEquals(answers.getFirst().ids().length, answers.getFirst().logp().length);
        assertTrue(shares.peek() > 0 && shares.peek() <= 1);
    }

    @Test
    void aKilledWorkerIsReplacedAndTheReasonTold() throws Exception {
        get(scorer.score(SUM));
        long first = started.take();
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        String sentence = ended.poll(20, TimeUnit.SECONDS);
        assertTrue(sentence.contains("has ended"), sentence);

        assertEquals(8, get(scorer.score(SUM)).tokens().size());
        assertNotEquals(first, started.take());
    }

    @Test
    void onlyTheQuestionInHandIsLostWhenTheWorkerIsKilled() throws Exception {
        get(scorer.score(SUM));
        GenerateQuestion endless = new GenerateQuestion(RUN + ":sft", "Count.", 5, 1, 200, 400, 1);
        BlockingQueue<Double> shares = new LinkedBlockingQueue<>();
        CompletableFuture<List<Generated>> inHand = scorer.generate(endless, shares::add);
        CompletableFuture<Scored> waiting = scorer.score(SUM);
        shares.take();

        ProcessHandle.of(started.take()).orElseThrow().destroyForcibly();

        assertInstanceOf(ScorerException.class, failure(inHand));
        assertEquals(8, get(waiting).tokens().size());
    }

    @Test
    void aCancelledQuestionDoesNotHoldUpTheNext() throws Exception {
        GenerateQuestion endless = new GenerateQuestion(RUN + ":sft", "Count.", 5, 1, 250, 400, 1);
        BlockingQueue<Double> shares = new LinkedBlockingQueue<>();
        CompletableFuture<List<Generated>> long1 = scorer.generate(endless, shares::add);
        shares.take();
        long1.cancel(true);
        long begun = System.nanoTime();
        get(scorer.score(SUM));
        assertTrue(System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(20));
        assertTrue(ended.isEmpty());
    }

    @Test
    void nothingIsAnsweredAfterTheEnd() throws Exception {
        get(scorer.score(SUM));
        long worker = started.take();
        scorer.close();
        assertInstanceOf(ScorerException.class, failure(scorer.score(SUM)));
        ProcessHandle.of(worker)
                .ifPresent(process ->
                        process.onExit().orTimeout(20, TimeUnit.SECONDS).join());
    }
}
