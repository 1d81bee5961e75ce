package org.densepath.app.pair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.densepath.BadInputException;
import org.densepath.app.scoring.GenerateQuestion;
import org.densepath.app.scoring.Generated;
import org.densepath.app.scoring.ModelScores;
import org.densepath.app.scoring.Role;
import org.densepath.app.scoring.ScoreQuestion;
import org.densepath.app.scoring.Scored;
import org.densepath.app.scoring.Scorer;

/// A token a character, its id the character; log-probabilities −1, −2, −3 by role. The prompt is one token. A
/// model called `none` is not there, one called `slow` never answers.
final class FakeScorer implements Scorer {
    final List<ScoreQuestion> asked = new ArrayList<>();
    final List<CompletableFuture<Scored>> open = new ArrayList<>();

    @Override
    public synchronized CompletableFuture<Scored> score(ScoreQuestion question) {
        asked.add(question);
        CompletableFuture<Scored> future = new CompletableFuture<>();
        if (question.models().containsValue("none")) {
            future.completeExceptionally(new BadInputException("There is no model 'none'."));
        } else if (question.models().containsValue("slow")) {
            open.add(future);
        } else {
            future.complete(scored(question));
        }
        return future;
    }

    static Scored scored(ScoreQuestion question) {
        int[] ids = question.ids();
        int promptLength = question.promptLength();
        if (question.promptText().isPresent()) {
            ids = ("p" + question.answer() + "$").chars().toArray();
            promptLength = 1;
        }
        int n = ids.length - promptLength;
        List<String> tokens = Arrays.stream(ids)
                .skip(promptLength)
                .mapToObj(Character::toString)
                .toList();
        Map<Role, ModelScores> models = new EnumMap<>(Role.class);
        question.models().forEach((role, name) -> {
            float[] logp = new float[n];
            Arrays.fill(logp, -1 - role.ordinal());
            models.put(role, new ModelScores(name, logp, new float[n], new int[n], List.of()));
        });
        float[] reward = new float[n];
        float[] returns = new float[n];
        Arrays.fill(reward, -1);
        for (int i = 0; i < n; i++) {
            returns[i] = i - n;
        }
        return new Scored(ids, promptLength, tokens, List.of("p"), models, reward, returns);
    }

    @Override
    public CompletableFuture<List<Generated>> generate(GenerateQuestion question) {
        // ids that the text alone would not give: the end token is missing
        return CompletableFuture.completedFuture(
                List.of(new Generated("ab", new int[] {'a', 'b'}, new float[2], false)));
    }

    @Override
    public void close() {}
}
