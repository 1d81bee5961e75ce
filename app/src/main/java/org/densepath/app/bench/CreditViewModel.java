package org.densepath.app.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.densepath.app.scoring.Role;
import org.densepath.app.scoring.ScoreQuestion;
import org.densepath.app.scoring.Scored;
import org.densepath.app.scoring.Scorer;

/// The reward of each token of the answers that are looked at, asked of the run's models when it is wanted.
/// Belongs to the window's thread.
public final class CreditViewModel {
    private static final int KEPT = 200;

    private final Scorer scorer;
    private final Executor window;
    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Map<String, CreditedAnswer>> credited = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Map<Key, Scored> known = new LinkedHashMap<>();
    private final List<CompletableFuture<Scored>> open = new ArrayList<>();
    private Asked asked = new Asked("", Map.of(), Map.of());
    private int number;

    /// What is looked at: a prompt, an answer of each arm, and the models that are asked.
    record Asked(String prompt, Map<String, KeptAnswer> answers, Map<Role, String> models) {}

    /// What an answer's credit depends on.
    private record Key(Map<Role, String> models, String prompt, String answer) {}

    /// @param window runs what is handed to it on the window's thread
    public CreditViewModel(Scorer scorer, Executor window) {
        this.scorer = scorer;
        this.window = window;
        wanted.subscribe((_, _) -> ask());
    }

    /// Other answers are looked at.
    void show(Asked now) {
        if (!now.equals(asked)) {
            asked = now;
            ask();
        }
    }

    /// Shows credit, or no longer.
    public void toggle() {
        wanted.set(!wanted.get());
    }

    private void ask() {
        number++;
        open.forEach(question -> question.cancel(true));
        open.clear();
        credited.set(Map.of());
        problem.set("");
        if (wanted.get()) {
            asked.answers().forEach((arm, answer) -> {
                if (answer.turns().size() == 1 && !asked.models().isEmpty()) {
                    ask(number, arm, answer);
                }
            });
        }
    }

    private void ask(int mine, String arm, KeptAnswer answer) {
        Key key = new Key(asked.models(), asked.prompt(), answer.text());
        Scored before = known.get(key);
        if (before != null) {
            take(arm, CreditedAnswer.of(before, answer.cut()));
            return;
        }
        CompletableFuture<Scored> future =
                scorer.score(ScoreQuestion.ofTexts(key.models(), key.prompt(), key.answer(), 0));
        open.add(future);
        future.whenComplete((scored, failure) -> window.execute(() -> {
            if (mine != number) {
                return;
            }
            if (failure != null) {
                Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                problem.set(
                        cause.getMessage() == null ? "The models cannot be asked: " + cause + "." : cause.getMessage());
                return;
            }
            known.put(key, scored);
            if (known.size() > KEPT) {
                known.remove(known.keySet().iterator().next());
            }
            take(arm, CreditedAnswer.of(scored, answer.cut()));
        }));
    }

    private void take(String arm, CreditedAnswer answer) {
        Map<String, CreditedAnswer> all = new LinkedHashMap<>(credited.get());
        all.put(arm, answer);
        credited.set(all);
    }

    /// Whether credit is to be shown.
    BooleanProperty wanted() {
        return wanted;
    }

    /// By arm, those that are there so far.
    ReadOnlyObjectProperty<Map<String, CreditedAnswer>> credited() {
        return credited.getReadOnlyProperty();
    }

    /// Why there is no credit, or empty.
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }
}
