package org.densepath.app.pair;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.densepath.app.scoring.Role;
import org.densepath.app.scoring.Scored;
import org.densepath.app.scoring.Scorer;
import org.densepath.app.settings.Preferences;
import org.densepath.app.task.BackgroundTask;
import org.densepath.app.task.Tasks;
import org.densepath.app.task.Work;
import org.densepath.run.TraceRow;

/// Any prompt and answer, scored by any two models; scored versions are kept and compared. Window's thread only.
public final class PairViewModel {
    private static final int KEPT = 200;
    private static final int REMEMBERED_CHARACTERS = 20_000;

    private final Questions questions;
    private final Tasks tasks;
    private final ModelsViewModel models;
    private final GenerateSettings generating;
    private final StringProperty prompt;
    private final StringProperty answer;
    private final ObservableList<Version> versions = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
    private final BooleanProperty comparing = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<Optional<BackgroundTask>> task = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private int scored;

    /// @param window runs what is handed to it on the window's thread
    public PairViewModel(Scorer scorer, Tasks tasks, Preferences preferences, Executor window) {
        this.questions = new Questions(scorer);
        this.tasks = tasks;
        models = new ModelsViewModel(preferences, window);
        generating = new GenerateSettings(preferences);
        prompt = remembered(preferences, "pair.prompt");
        answer = remembered(preferences, "pair.answer");
    }

    private static StringProperty remembered(Preferences preferences, String key) {
        StringProperty text = new SimpleStringProperty(preferences.text(key, ""));
        text.subscribe(now -> {
            if (now.length() <= REMEMBERED_CHARACTERS) {
                preferences.put(key, now);
            }
        });
        return text;
    }

    /// Scores what stands in the editor. A version that was scored already is shown again.
    public void score() {
        Map<Role, String> asked = models.chosen();
        Optional<Version> known = versions.stream()
                .filter(v -> v.answers(prompt.get(), answer.get(), asked))
                .reduce((_, last) -> last);
        if (known.isPresent()) {
            goBack(known.get());
        } else if (canAsk(asked)) {
            String text = answer.get();
            String origin = shown.get().current().map(v -> origin(v, text)).orElse("written");
            ask(
                    "Score the answer",
                    false,
                    progress -> List.of(questions.text(origin, prompt.get(), text, asked, progress)));
        }
    }

    private String origin(Version before, String text) {
        return !before.prompt().equals(prompt.get())
                ? "written"
                : before.answer().equals(text) ? "other models" : "edited";
    }

    /// Draws an answer to the prompt, puts it into the editor and scores it.
    public void generate() {
        Map<Role, String> asked = models.chosen();
        if (!canAsk(asked)) {
            return;
        }
        Role by = generating.by().get();
        if (!asked.containsKey(by)) {
            problem.set("Choose a model for " + by.symbol() + " first, or let another one answer.");
            return;
        }
        String origin = generating.origin();
        var question = generating.question(asked.get(by), prompt.get());
        ask("Generate an answer", true, progress -> List.of(questions.generated(origin, question, asked, progress)));
        generating.seed().set(generating.seed().get() + 1);
    }

    /// A sampled response of a run, scored as it was sampled, ready to be edited.
    public void open(TraceRow row, Path run) {
        begin(row, run);
        Map<Role, String> asked = models.chosen();
        ask("Score the response", false, progress -> List.of(questions.row(row, asked, progress)));
    }

    /// Two sampled responses of a run.
    public void compare(TraceRow first, TraceRow second, Path run) {
        begin(first, run);
        Map<Role, String> asked = models.chosen();
        ask("Score two responses", true, progress -> {
            var one = questions.row(first, asked, progress);
            progress.of(1, 2);
            return List.of(one, questions.row(second, asked, progress));
        });
    }

    /// A response of a run in which a token was replaced; both have been scored by the run's models. What a
    /// person has written and not yet scored stays in the editor.
    public void replaced(TraceRow row, Path run, Scored before, Scored after) {
        boolean draft = !answer.get().isBlank()
                && versions.stream().noneMatch(v -> v.answer().equals(answer.get()));
        models.choose(run);
        List<Questions.Answered> both = Questions.replaced(row, models.chosen(), before, after);
        take(both);
        if (!draft) {
            prompt.set(row.prompt());
            answer.set(both.getLast().answer());
        }
    }

    private void begin(TraceRow row, Path run) {
        models.choose(run);
        prompt.set(row.prompt());
        answer.set(row.response());
        comparing.set(true);
    }

    /// Puts a version back into the editor.
    public void goBack(Version version) {
        problem.set("");
        models.choose(version.models());
        prompt.set(version.prompt());
        answer.set(version.answer());
        shown.set(shown.get().wentBackTo(version));
    }

    /// Puts a version beside the one in the editor.
    public void compareWith(Version version) {
        shown.get().current().filter(now -> !now.equals(version)).ifPresent(now -> {
            shown.set(Shown.pair(now, version));
            comparing.set(true);
        });
    }

    /// Gives up the question in hand.
    public void cancel() {
        task.get().ifPresent(BackgroundTask::cancel);
        task.set(Optional.empty());
    }

    private boolean canAsk(Map<Role, String> asked) {
        String sentence = prompt.get().isBlank()
                ? "Write a prompt first."
                : !asked.containsKey(Role.SFT)
                        ? "Choose a model for π_SFT first."
                        : asked.containsKey(Role.REFERENCE) ? "" : "Choose a model for π_ref first.";
        problem.set(sentence);
        return sentence.isEmpty() && task.get().isEmpty();
    }

    private void ask(String title, boolean intoEditor, Work<List<Questions.Answered>> work) {
        cancel();
        problem.set("");
        BackgroundTask[] mine = new BackgroundTask[1];
        mine[0] = tasks.run(
                title,
                work,
                answered -> {
                    ended(mine[0]);
                    take(answered);
                    // what was typed while a text was scored stays
                    if (intoEditor) {
                        answer.set(answered.getLast().answer());
                    }
                },
                sentence -> {
                    ended(mine[0]);
                    problem.set(sentence);
                });
        task.set(Optional.of(mine[0]));
    }

    private void ended(BackgroundTask mine) {
        if (task.get().equals(Optional.of(mine))) {
            task.set(Optional.empty());
        }
    }

    private void take(List<Questions.Answered> answered) {
        for (Questions.Answered one : answered) {
            Version version =
                    new Version(++scored, one.origin(), one.prompt(), one.answer(), one.models(), one.scored());
            versions.add(version);
            if (versions.size() > KEPT) {
                versions.removeFirst();
            }
            boolean together = shown.get().current().isPresent()
                    && (answered.size() > 1 && answered.indexOf(one) > 0
                            || shown.get().current().get().prompt().equals(version.prompt()));
            shown.set(together ? Shown.pair(version, shown.get().current().get()) : Shown.one(version));
        }
    }

    public ModelsViewModel models() {
        return models;
    }

    public GenerateSettings generating() {
        return generating;
    }

    public StringProperty prompt() {
        return prompt;
    }

    public StringProperty answer() {
        return answer;
    }

    /// All that was scored, the oldest first.
    public ObservableList<Version> versions() {
        return versions;
    }

    public ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Whether two versions are shown, where there are two.
    public BooleanProperty comparing() {
        return comparing;
    }

    /// The question in hand.
    public ReadOnlyObjectProperty<Optional<BackgroundTask>> task() {
        return task.getReadOnlyProperty();
    }

    /// What is wrong, in one sentence, or empty.
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }
}
