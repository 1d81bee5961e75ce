package org.densepath.app.inspect;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.densepath.app.scoring.Alternative;
import org.densepath.app.scoring.GenerateQuestion;
import org.densepath.app.scoring.Generated;
import org.densepath.app.scoring.ModelScores;
import org.densepath.app.scoring.Role;
import org.densepath.app.scoring.ScoreQuestion;
import org.densepath.app.scoring.Scored;
import org.densepath.app.scoring.Scorer;
import org.densepath.app.scoring.ScorerException;

/// Answers when it is told to: every token has log-probabilities −1, −2, −3 by role, and the words 900, 901, …
/// beside it.
final class FakeScorer implements Scorer {
    final List<ScoreQuestion> asked = new ArrayList<>();
    private final List<CompletableFuture<Scored>> open = new ArrayList<>();

    @Override
    public synchronized CompletableFuture<Scored> score(ScoreQuestion question) {
        CompletableFuture<Scored> future = new CompletableFuture<>();
        asked.add(question);
        open.add(future);
        return future;
    }

    synchronized boolean isAsked() {
        return !open.isEmpty();
    }

    synchronized CompletableFuture<Scored> last() {
        return open.getLast();
    }

    synchronized void answer() {
        for (int i = 0; i < open.size(); i++) {
            open.get(i).complete(scored(asked.get(asked.size() - open.size() + i)));
        }
        open.clear();
    }

    synchronized void fail(String sentence) {
        open.forEach(future -> future.completeExceptionally(new ScorerException(sentence)));
        open.clear();
    }

    private static Scored scored(ScoreQuestion question) {
        int n = question.ids().length - question.promptLength();
        Map<Role, ModelScores> models = new EnumMap<>(Role.class);
        float[] reward = new float[n];
        float[] returns = new float[n];
        List<String> tokens = new ArrayList<>();
        for (int t = n - 1; t >= 0; t--) {
            int id = question.ids()[question.promptLength() + t];
            reward[t] = id >= 900 ? 0.5f : -0.25f;
            returns[t] = reward[t] + (t + 1 < n ? returns[t + 1] : 0);
            tokens.add("t" + t);
        }
        question.models().forEach((role, name) -> {
            List<List<Alternative>> top = new ArrayList<>();
            float[] logp = new float[n];
            int[] rank = new int[n];
            for (int t = 0; t < n; t++) {
                logp[t] = -1 - role.ordinal();
                rank[t] = 3 + role.ordinal();
                List<Alternative> here = new ArrayList<>();
                for (int k = 0; k < question.top(); k++) {
                    here.add(new Alternative(
                            900 + k,
                            " w" + k,
                            Map.of(Role.REFERENCE, -2f - k, Role.SFT, -1.5f - 1.1f * k, Role.POLICY, -1.4f - k)));
                }
                top.add(here);
            }
            models.put(role, new ModelScores(name, logp, new float[n], rank, top));
        });
        return new Scored(question.ids(), question.promptLength(), tokens, List.of(), models, reward, returns);
    }

    @Override
    public CompletableFuture<List<Generated>> generate(GenerateQuestion question) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
