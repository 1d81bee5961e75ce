package org.densepath.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.densepath.BadInputException;
import org.densepath.bench.judge.ask.Asked;
import org.densepath.bench.judge.ask.JudgeReply;
import org.densepath.bench.judge.ask.JudgeRequest;
import org.densepath.bench.judge.ask.LocalJudge;
import org.densepath.experiment.LoadedModel;
import org.densepath.model.TokenScorer;
import org.densepath.tensor.Torch;
import org.densepath.text.Message;
import org.densepath.text.TokenSequence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The preference of a model in memory is that of its own log-probabilities.
class LocalJudgeTest {
    @TempDir
    static Path folder;

    private static Torch torch;
    private static LoadedModel model;

    @BeforeAll
    static void load() {
        torch = Torch.cpu(1);
        model = LoadedModel.open(torch, SmallModels.reading(folder.resolve("model"), 3));
    }

    @AfterAll
    static void close() {
        model.close();
        torch.close();
    }

    private static LocalJudge judge() {
        return new LocalJudge(model.model(), "hash", model::encodePrompt, model::encodeAnswer);
    }

    private static JudgeRequest request(String text, List<String> labels) {
        return new JudgeRequest(List.of(Message.user(text)), 0, 1, labels, 0);
    }

    private static Asked ask(JudgeRequest request) {
        Map<JudgeRequest, Asked> ends = new HashMap<>();
        judge().ask(List.of(request), ends::put);
        return ends.get(request);
    }

    @Test
    void askGivesEachLabelsLogProbabilityAsTheFirstTokenOfAnAnswer() {
        JudgeReply reply = assertInstanceOf(Asked.Replied.class, ask(request("Which, A or B?", List.of("A", "B"))))
                .reply();
        int[] prompt = model.encodePrompt(List.of(Message.user("Which, A or B?")));
        for (String label : List.of("A", "B")) {
            TokenSequence sequence = TokenSequence.of(prompt, model.encodeAnswer(label));
            double logp = new TokenScorer(model.model(), 512)
                    .score(List.of(sequence))
                    .getFirst()
                    .sum();
            assertEquals(logp, reply.logp().get(label), 1e-5, label);
        }
        assertEquals(reply.logp().get("A") >= reply.logp().get("B") ? "A" : "B", reply.text());
    }

    @Test
    void askRefusesRatingsAndLabelsOfSeveralTokens() {
        assertThrows(BadInputException.class, () -> ask(request("Rate it.", List.of())));
        BadInputException e =
                assertThrows(BadInputException.class, () -> ask(request("Which?", List.of("the first of both", "B"))));
        assertTrue(e.getMessage().contains("one token each"), e.getMessage());
    }

    @Test
    void askFailsAQuestionThatTheModelCannotHold() {
        Asked.Failed failed = assertInstanceOf(
                Asked.Failed.class, ask(request("word ".repeat(model.model().positions()), List.of("A", "B"))));
        assertTrue(failed.sentence().contains("tokens"), failed.sentence());
    }
}
