package org.densepath.app.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.densepath.app.task.BackgroundTask;
import org.densepath.app.task.Tasks;

/// The answers that the shown run keeps: which are read, which pass the filter, which prompt is looked at.
/// Belongs to the window's thread.
public final class AnswersViewModel {
    private static final int SHOWN_AT_FIRST = 4;

    private final AnswerSource source;
    private final Executor window;
    private final ReadOnlyObjectWrapper<List<AnswerSet>> sets = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<AnswerSet>> set = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Integer> seed = new ReadOnlyObjectWrapper<>(0);
    private final ReadOnlyObjectWrapper<AnswerTable> table = new ReadOnlyObjectWrapper<>(AnswerTable.EMPTY);
    private final ObjectProperty<List<String>> shownArms = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<AnswerFilter> filter = new SimpleObjectProperty<>(AnswerFilter.ALL);
    private final ReadOnlyObjectWrapper<AnswerFilter.Passed> passed =
            new ReadOnlyObjectWrapper<>(AnswerFilter.Passed.NONE);
    private final ObjectProperty<Optional<PromptLine>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Integer> sample = new SimpleObjectProperty<>(0);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Optional<Path> run = Optional.empty();
    private BackgroundTask task;
    private boolean active;
    private int asked;

    /// @param window runs what is handed to it on the window's thread
    public AnswersViewModel(Tasks tasks, Executor window) {
        source = new AnswerSource(tasks);
        this.window = window;
        filter.subscribe((_, _) -> choose());
    }

    /// The run that the window shows; may be told again and again.
    public void show(Optional<Path> folder) {
        if (!folder.equals(run)) {
            run = folder;
            sets.set(List.of());
            set.set(Optional.empty());
            table.set(AnswerTable.EMPTY);
            filter.set(AnswerFilter.ALL);
            choose();
            readAgain();
        }
    }

    /// Nothing is read before the page is looked at; then whatever has changed since.
    public void active(boolean now) {
        boolean opened = now && !active;
        active = now;
        if (opened) {
            readAgain();
        }
    }

    public void readAgain() {
        read(set.get(), seed.get());
    }

    void choose(AnswerSet other) {
        read(Optional.of(other), seed.get());
    }

    void chooseSeed(int other) {
        read(set.get(), other);
    }

    private void read(Optional<AnswerSet> wanted, int wantedSeed) {
        if (task != null) {
            task.cancel();
        }
        busy.set(active && run.isPresent());
        if (busy.get()) {
            problem.set("");
            task = source.read(run.get(), wanted, wantedSeed, this::take, sentence -> {
                busy.set(false);
                problem.set(sentence);
            });
        }
    }

    private void take(AnswerSource.Read read) {
        busy.set(false);
        problem.set(String.join("\n", read.table().problems()));
        sets.set(read.sets());
        boolean same = read.set().equals(set.get()) && read.seed() == seed.get();
        set.set(read.set());
        seed.set(read.seed());
        if (same && read.table().problems().equals(table.get().problems())) {
            return;
        }
        List<String> arms = read.table().arms();
        AnswerFilter now = filter.get();
        String first = now.first();
        String second = now.second();
        if (!arms.contains(first) || !arms.contains(second)) {
            second = arms.contains("sft") ? "sft" : arms.isEmpty() ? "" : arms.getFirst();
            first = other(arms, second);
        }
        Set<String> shown = new LinkedHashSet<>(shownArms.get());
        shown.retainAll(arms);
        if (shown.size() < Math.min(2, arms.size())) {
            Stream.concat(Stream.of(first, second), arms.stream())
                    .filter(arms::contains)
                    .limit(SHOWN_AT_FIRST + 2)
                    .forEach(arm -> {
                        if (shown.size() < SHOWN_AT_FIRST) {
                            shown.add(arm);
                        }
                    });
        }
        table.set(read.table());
        sample.set(0);
        shownArms.set(arms.stream().filter(shown::contains).toList());
        Relation relation =
                Relation.of(read.table().measure()).contains(now.relation()) ? now.relation() : Relation.ALL;
        filter.set(now.withPair(first, second).withRelation(relation));
        choose();
    }

    private static String other(List<String> arms, String one) {
        return Stream.concat(Stream.of("dpr"), arms.stream())
                .filter(arm -> arms.contains(arm) && !arm.equals(one))
                .findFirst()
                .orElse(one);
    }

    /// Thousands of long answers take a moment to look through.
    private void choose() {
        int number = ++asked;
        AnswerTable all = table.get();
        AnswerFilter wanted = filter.get();
        Thread.ofVirtual().start(() -> {
            AnswerFilter.Passed found = wanted.of(all);
            window.execute(() -> {
                if (number == asked) {
                    show(found);
                }
            });
        });
    }

    private void show(AnswerFilter.Passed found) {
        String before = selected.get().map(PromptLine::key).orElse("");
        passed.set(found);
        Optional<PromptLine> again = found.lines().stream()
                .filter(line -> line.key().equals(before))
                .findFirst()
                .or(() -> found.lines().stream().findFirst());
        selected.set(again);
    }

    /// Compares these two arms, which are then shown too.
    void compare(String first, String second) {
        List<String> shown = new ArrayList<>(shownArms.get());
        Stream.of(first, second).filter(arm -> !shown.contains(arm)).forEach(shown::add);
        shownArms.set(table.get().arms().stream().filter(shown::contains).toList());
        filter.set(filter.get().withPair(first, second));
    }

    public Optional<Path> run() {
        return run;
    }

    String runName() {
        return run.map(folder -> folder.getFileName().toString()).orElse("");
    }

    ReadOnlyObjectProperty<List<AnswerSet>> sets() {
        return sets.getReadOnlyProperty();
    }

    /// Which answers are shown; empty where the run keeps none.
    ReadOnlyObjectProperty<Optional<AnswerSet>> set() {
        return set.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Integer> seed() {
        return seed.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<AnswerTable> table() {
        return table.getReadOnlyProperty();
    }

    /// The arms that have a column, in the table's order.
    ObjectProperty<List<String>> shownArms() {
        return shownArms;
    }

    ObjectProperty<AnswerFilter> filter() {
        return filter;
    }

    ReadOnlyObjectProperty<AnswerFilter.Passed> passed() {
        return passed.getReadOnlyProperty();
    }

    ObjectProperty<Optional<PromptLine>> selected() {
        return selected;
    }

    /// Which of several answers of each arm is read, from 0.
    ObjectProperty<Integer> sample() {
        return sample;
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// What could not be read, a sentence a line, or empty.
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }
}
