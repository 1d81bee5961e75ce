package org.densepath.app.rollouts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.densepath.run.query.PromptPoint;
import org.densepath.run.query.RolloutRow;
import org.densepath.run.query.TraceFile;

/// One response beside others to the same prompt: of other steps, or of the same one where the prompt was asked
/// once. Belongs to the window's thread.
public final class CompareViewModel {
    /// As many texts are readable side by side.
    static final int BESIDE = 4;

    private final ReadOnlyObjectWrapper<List<PromptPoint>> points = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<RolloutRow>> beside = new ReadOnlyObjectWrapper<>(List.of());
    private RolloutSource source;
    private List<TraceFile> files = List.of();
    private Optional<RolloutRow> chosen = Optional.empty();
    private List<Integer> ids = List.of();

    void over(RolloutSource of, List<TraceFile> its) {
        source = of;
        files = its;
    }

    void nothing() {
        source = null;
        choose(null);
    }

    /// The response that is looked at; null for none.
    public void choose(RolloutRow row) {
        if (Optional.ofNullable(row).equals(chosen)) {
            return;
        }
        boolean samePrompt = row != null && chosen.map(RolloutRow::promptIndex).equals(Optional.of(row.promptIndex()));
        chosen = Optional.ofNullable(row);
        if (samePrompt && ids.contains(row.id())) {
            // only the mark moves
            beside.set(new ArrayList<>(beside.get()));
            return;
        }
        points.set(List.of());
        ids = row == null ? List.of() : List.of(row.id());
        beside.set(row == null ? List.of() : List.of(row));
        if (row != null && source != null) {
            source.ofPrompt(files, row.promptIndex(), all -> {
                if (chosen.equals(Optional.of(row))) {
                    points.set(all);
                    show(likeliest(all, row));
                }
            });
        }
    }

    public Optional<RolloutRow> chosen() {
        return chosen;
    }

    /// All responses to the prompt, by track and step.
    public ReadOnlyObjectProperty<List<PromptPoint>> points() {
        return points.getReadOnlyProperty();
    }

    /// Those that are read side by side, by step.
    public ReadOnlyObjectProperty<List<RolloutRow>> beside() {
        return beside.getReadOnlyProperty();
    }

    /// At how many steps the prompt was asked.
    public long steps() {
        return points.get().stream()
                .map(point -> point.file().step())
                .distinct()
                .count();
    }

    /// Puts a response beside the others, in place of the one that has been there longest; takes it away when it
    /// is there.
    public void toggle(int id) {
        List<Integer> next = new ArrayList<>(ids);
        int chosenId = chosen.map(RolloutRow::id).orElse(-1);
        if (next.contains(id)) {
            if (id != chosenId) {
                next.remove((Integer) id);
            }
        } else {
            if (next.size() >= BESIDE) {
                next.stream().filter(one -> one != chosenId).findFirst().ifPresent(next::remove);
            }
            next.add(id);
        }
        show(next);
    }

    /// The same sample's at the first, the middle and the last step; where there is one step, its samples.
    private static List<Integer> likeliest(List<PromptPoint> all, RolloutRow row) {
        List<PromptPoint> track = all.stream()
                .filter(point -> point.file().track().equals(row.file().track()))
                .toList();
        List<Long> steps = track.stream()
                .map(point -> point.file().step())
                .distinct()
                .sorted()
                .toList();
        Stream<PromptPoint> others;
        if (steps.size() > 1) {
            List<Long> some = List.of(steps.getFirst(), steps.get(steps.size() / 2), steps.getLast());
            others = track.stream()
                    .filter(point -> some.contains(point.file().step()))
                    .sorted(Comparator.comparing(point -> point.sample() != row.sample()))
                    .filter(new OncePerStep(row.file().step()));
        } else {
            others = track.stream();
        }
        return Stream.concat(Stream.of(row.id()), others.map(PromptPoint::id))
                .distinct()
                .limit(BESIDE)
                .toList();
    }

    private void show(List<Integer> wanted) {
        ids = List.copyOf(wanted);
        List<Integer> asked = ids;
        source.rows(ids.stream().mapToInt(id -> id).toArray(), rows -> {
            if (asked.equals(ids)) {
                beside.set(rows.stream()
                        .sorted(Comparator.comparing(
                                        (RolloutRow row) -> row.file().track())
                                .thenComparingLong(row -> row.file().step())
                                .thenComparingInt(RolloutRow::sample))
                        .toList());
            }
        });
    }

    /// Lets one response of each step pass, and none of the chosen one's.
    private static final class OncePerStep implements java.util.function.Predicate<PromptPoint> {
        private final List<Long> seen = new ArrayList<>();

        OncePerStep(long chosen) {
            seen.add(chosen);
        }

        @Override
        public boolean test(PromptPoint point) {
            long step = point.file().step();
            return !seen.contains(step) && seen.add(step);
        }
    }
}
