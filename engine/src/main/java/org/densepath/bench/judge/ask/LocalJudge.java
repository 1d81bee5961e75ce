package org.densepath.bench.judge.ask;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.densepath.BadInputException;
import org.densepath.model.LanguageModel;
import org.densepath.model.LikeliestTokens;
import org.densepath.model.TokenScorer;
import org.densepath.tensor.Scope;
import org.densepath.text.Message;
import org.densepath.text.TokenSequence;

/// A model in memory as a judge between two labels: nothing is drawn, the log-probability of each label as the
/// first token of its answer is read from the logits, so that its preference is exact.
public final class LocalJudge implements Judge {
    private static final int TOKEN_BUDGET = 2048;

    private final LanguageModel model;
    private final String hash;
    private final Function<List<Message>, int[]> encodePrompt;
    private final Function<String, int[]> encodeAnswer;

    /// `hash`: the weights' content hash; the functions are the model's tokenizer, with and without its template.
    public LocalJudge(
            LanguageModel model,
            String hash,
            Function<List<Message>, int[]> encodePrompt,
            Function<String, int[]> encodeAnswer) {
        this.model = model;
        this.hash = hash;
        this.encodePrompt = encodePrompt;
        this.encodeAnswer = encodeAnswer;
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public String identity() {
        return hash;
    }

    /// Throws [BadInputException] for a request without labels, or with labels that are not one token each. A
    /// prompt that the model cannot hold fails alone.
    @Override
    public void ask(List<JudgeRequest> requests, BiConsumer<JudgeRequest, Asked> ended) {
        requests.forEach(request -> ended.accept(request, asked(request)));
    }

    private Asked asked(JudgeRequest request) {
        if (request.labels().isEmpty()) {
            throw new BadInputException("A local model judges by two labels and writes no ratings; name an endpoint.");
        }
        int[] labels = request.labels().stream().mapToInt(this::token).toArray();
        int[] prompt = encodePrompt.apply(request.messages());
        if (prompt.length >= model.positions()) {
            return new Asked.Failed("the question has " + prompt.length + " tokens, and " + name()
                    + " reads fewer than " + model.positions());
        }
        TokenSequence sequence = TokenSequence.of(prompt, new int[] {labels[0]});
        try (Scope scope = model.torch().scope()) {
            var states = new TokenScorer(model, TOKEN_BUDGET).scoreKeepingStates(scope, List.of(sequence));
            float[] logp = LikeliestTokens.logpOf(states, new int[][] {labels})[0];
            String first = request.labels().getFirst();
            String second = request.labels().getLast();
            return new Asked.Replied(new JudgeReply(
                    logp[0] >= logp[1] ? first : second,
                    Map.of(first, (double) logp[0], second, (double) logp[1]),
                    prompt.length,
                    1,
                    name()));
        }
    }

    private int token(String label) {
        int[] ids = encodeAnswer.apply(label);
        if (ids.length != 1) {
            throw new BadInputException("The label '" + label + "' is " + ids.length + " tokens in " + name()
                    + "; a local judge needs labels of one token each.");
        }
        return ids[0];
    }
}
