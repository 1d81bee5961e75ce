package org.densepath.app.inspect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.densepath.app.inspect.ModelQuestions.Answer;
import org.densepath.app.scoring.ModelScores;
import org.densepath.app.scoring.Role;
import org.densepath.app.scoring.Scorer;
import org.densepath.run.TokenValues;
import org.densepath.run.TraceRow;

/// The token that a person looks at. What the trace has is there at once; ranks and other words come from the
/// models, which are asked once for a whole response. Belongs to the window's thread.
public final class InspectorViewModel {
    static final int WORDS = 8;

    private final ModelQuestions questions;
    private final Executor window;
    private final Consumer<Replacement> replaced;
    private final ReadOnlyObjectWrapper<Optional<TokenPlace>> place = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Answer>> answer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Replacement>> replacement =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper replacing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BooleanProperty explaining = new SimpleBooleanProperty();
    private StepArithmetic step = StepArithmetic.NONE;

    /// The objective and the credit of the step that was looked at last.
    private record StepArithmetic(Path run, List<TraceRow> rows, Objective objective, Credit credit) {
        static final StepArithmetic NONE = new StepArithmetic(null, List.of(), Objective.USUAL, null);

        boolean isOf(TokenPlace place) {
            return place.run().equals(run) && place.step().equals(rows) && credit != null;
        }
    }

    /// @param window runs what is handed to it on the window's thread
    /// @param replaced is handed every response in which a token was replaced
    public InspectorViewModel(Scorer scorer, Executor window, Consumer<Replacement> replaced) {
        this.questions = new ModelQuestions(scorer, window, WORDS);
        this.window = window;
        this.replaced = replaced;
    }

    /// A token is pointed at.
    public void show(TokenPlace now) {
        Optional<TokenPlace> before = place.get();
        boolean otherResponse = before.isEmpty() || !before.get().row().equals(now.row());
        if (otherResponse || before.get().token() != now.token()) {
            replacement.set(Optional.empty());
        }
        if (otherResponse) {
            answer.set(Optional.empty());
            problem.set("");
        }
        place.set(Optional.of(now));
        if (otherResponse) {
            questions.giveUp();
            questions.remembered(now.row()).ifPresentOrElse(this::take, () -> ask(now));
        }
    }

    /// No token is pointed at.
    public void clear() {
        questions.giveUp();
        asking.set(false);
        problem.set("");
        replacement.set(Optional.empty());
        place.set(Optional.empty());
        answer.set(Optional.empty());
    }

    /// Asks the models once more, after they could not answer.
    public void askAgain() {
        place.get().ifPresent(now -> {
            questions.forget(now.row());
            problem.set("");
            ask(now);
        });
    }

    private void ask(TokenPlace now) {
        asking.set(true);
        questions.ask(now, this::take);
    }

    private void take(Answer given) {
        asking.set(false);
        problem.set(given.problem());
        answer.set(given.scored() == null ? Optional.empty() : Optional.of(given));
    }

    /// Puts another token in the place and scores the rest again.
    public void replace(int id, String text) {
        if (place.get().isEmpty() || answer.get().isEmpty() || replacing.get()) {
            return;
        }
        TokenPlace now = place.get().get();
        Answer known = answer.get().get();
        int[] ids = now.row().ids().clone();
        ids[now.row().promptLength() + now.token()] = id;
        replacing.set(true);
        questions
                .score(known.models(), ids, now.row().promptLength())
                .whenComplete((after, failed) -> window.execute(() -> {
                    replacing.set(false);
                    if (failed != null) {
                        problem.set(ModelQuestions.sentence(failed));
                        return;
                    }
                    Replacement made = new Replacement(now, id, text, known.scored(), after);
                    if (place.get().equals(Optional.of(now))) {
                        replacement.set(Optional.of(made));
                    }
                    replaced.accept(made);
                }));
    }

    /// The equations of the shown token; empty where none is shown.
    Optional<Explanation> explanation() {
        return place.get().map(now -> {
            if (!step.isOf(now)) {
                Objective objective = Objective.of(now.run());
                step = new StepArithmetic(now.run(), now.step(), objective, new Credit(now.step(), objective));
            }
            return Explanation.of(now, step.objective(), step.credit());
        });
    }

    /// The three models' log-probabilities, from the trace where it has them, and ranks.
    List<ModelLine> lines() {
        TokenPlace now = place.get().orElseThrow();
        TokenValues values = now.row().values();
        List<ModelLine> lines = new ArrayList<>();
        for (Role role : Role.values()) {
            float[] column =
                    switch (role) {
                        case REFERENCE -> values.logpRef();
                        case SFT -> values.logpSft();
                        case POLICY -> values.logpPolicy();
                    };
            Optional<ModelScores> asked =
                    answer.get().map(a -> a.scored().models().get(role));
            OptionalInt rank =
                    asked.map(a -> OptionalInt.of(a.rank()[now.token()])).orElse(OptionalInt.empty());
            float logp = column.length == 0 && asked.isPresent() ? asked.get().logp()[now.token()] : now.of(column);
            lines.add(new ModelLine(role, logp, rank));
        }
        return lines;
    }

    /// What could have been said here, by the policy where it could be asked, else by π_SFT. Empty until the
    /// models have answered, or where not both models of the reward could be asked.
    List<WordCredit> words() {
        return answer.get()
                .filter(a -> a.scored().reward().length > 0)
                .map(a -> WordCredit.at(place.get().orElseThrow(), a.scored(), speaker(), WORDS))
                .orElse(List.of());
    }

    /// Whose likelihood orders [#words].
    Role speaker() {
        boolean policy = answer.get()
                .map(a -> a.scored().models().containsKey(Role.POLICY))
                .orElse(false);
        return policy ? Role.POLICY : Role.SFT;
    }

    public ReadOnlyObjectProperty<Optional<TokenPlace>> place() {
        return place.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Answer>> answer() {
        return answer.getReadOnlyProperty();
    }

    /// The last token that was replaced, while its place is shown.
    public ReadOnlyObjectProperty<Optional<Replacement>> replacement() {
        return replacement.getReadOnlyProperty();
    }

    /// Whether the models are being asked about the response.
    public ReadOnlyBooleanProperty asking() {
        return asking.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty replacing() {
        return replacing.getReadOnlyProperty();
    }

    /// Why the models could not answer, or empty.
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /// Whether the equations are shown.
    public BooleanProperty explaining() {
        return explaining;
    }
}
