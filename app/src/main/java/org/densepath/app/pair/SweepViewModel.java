package org.densepath.app.pair;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.densepath.app.scoring.Role;
import org.densepath.app.scoring.ScoreQuestion;
import org.densepath.app.scoring.Scored;
import org.densepath.app.scoring.Scorer;
import org.densepath.app.task.BackgroundTask;
import org.densepath.app.task.Progress;
import org.densepath.app.task.Tasks;

/// One version, id by id, under several models in turn. Belongs to the window's thread.
public final class SweepViewModel {
    private final Scorer scorer;
    private final Tasks tasks;
    private final String title;
    private final ReadOnlyObjectWrapper<List<Swept>> results = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<BackgroundTask>> task = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Optional<Version> version = Optional.empty();
    private List<NamedModel> asked = List.of();

    /// @param logp of each token of the answer, in nats
    public record Swept(NamedModel model, float[] logp) {}

    /// @param title what the background task is called
    public SweepViewModel(Scorer scorer, Tasks tasks, String title) {
        this.scorer = scorer;
        this.tasks = tasks;
        this.title = title;
    }

    /// Asks all of `models`; nothing where they have answered, or are answering, for this version.
    public void show(Version other, List<NamedModel> models) {
        boolean failed = !problem.get().isEmpty();
        if (version.equals(Optional.of(other)) && models.equals(asked) && !failed) {
            return;
        }
        clear();
        version = Optional.of(other);
        asked = List.copyOf(models);
        BackgroundTask[] mine = new BackgroundTask[1];
        mine[0] = tasks.run(
                title,
                progress -> all(other.scored(), models, progress),
                swept -> {
                    ended(mine[0]);
                    results.set(swept);
                },
                sentence -> {
                    ended(mine[0]);
                    problem.set(sentence);
                });
        task.set(Optional.of(mine[0]));
    }

    private List<Swept> all(Scored scored, List<NamedModel> models, Progress progress) throws InterruptedException {
        List<Swept> all = new ArrayList<>();
        for (NamedModel model : models) {
            progress.of(all.size(), models.size());
            ScoreQuestion question =
                    ScoreQuestion.ofIds(Map.of(Role.POLICY, model.name()), scored.ids(), scored.promptLength(), 0);
            Scored answer = Answers.of(scorer.score(question), progress);
            all.add(new Swept(model, answer.models().get(Role.POLICY).logp()));
        }
        return all;
    }

    private void ended(BackgroundTask mine) {
        if (task.get().equals(Optional.of(mine))) {
            task.set(Optional.empty());
        }
    }

    /// Gives up what is asked, and forgets what was answered.
    public void clear() {
        task.get().ifPresent(BackgroundTask::cancel);
        task.set(Optional.empty());
        version = Optional.empty();
        asked = List.of();
        problem.set("");
        results.set(List.of());
    }

    /// The version that [#results] are of.
    Optional<Version> version() {
        return version;
    }

    /// In the order in which they were asked; empty until all have answered.
    public ReadOnlyObjectProperty<List<Swept>> results() {
        return results.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<BackgroundTask>> task() {
        return task.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }
}
