package org.densepath.app.runs;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.densepath.app.figures.FigureOffer;
import org.densepath.paint.CurveFigure;
import org.densepath.paint.Figure;
import org.densepath.paint.Panel;
import org.densepath.run.RunSettings;
import org.densepath.run.SettingsDifference;

/// Runs side by side: curves over each other, scores, and the settings that differ. Belongs to the window's
/// thread.
final class CompareViewModel {
    private final ReadOnlyObjectWrapper<Comparison> comparison = new ReadOnlyObjectWrapper<>(Comparison.NOTHING);
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private final RunOutside outside;
    private final Executor window;
    private List<Path> folders = List.of();
    private List<String> names = List.of();
    private boolean refreshing;

    /// What is compared, at one moment.
    record Comparison(List<ComparedRun> runs, List<Panel> panels, ComparedScores scores, SettingsDifference settings) {
        static final Comparison NOTHING = of(List.of());

        static Comparison of(List<ComparedRun> runs) {
            List<RunSettings> settings =
                    runs.stream().map(ComparedRun::settings).toList();
            return new Comparison(
                    runs, ComparedCurves.panels(runs), ComparedScores.of(runs), SettingsDifference.of(settings));
        }
    }

    /// @param window runs what is handed to it on the window's thread
    CompareViewModel(RunOutside outside, Executor window) {
        this.outside = outside;
        this.window = window;
    }

    ReadOnlyObjectProperty<Comparison> comparison() {
        return comparison.getReadOnlyProperty();
    }

    /// Whether runs are compared now.
    ReadOnlyBooleanProperty shown() {
        return shown.getReadOnlyProperty();
    }

    /// Reads these runs and shows them.
    void compare(List<RunRow> wanted) {
        folders = wanted.stream().map(RunRow::folder).toList();
        names = RunWords.distinctNames(wanted);
        List<Path> asked = folders;
        List<String> called = names;
        outside.tasks()
                .run(
                        "Reading " + asked.size() + " runs",
                        _ -> Comparison.of(ComparedRun.read(asked, called)),
                        read -> {
                            if (asked.equals(folders)) {
                                comparison.set(read);
                                shown.set(true);
                            }
                        },
                        outside.notices()::problem);
    }

    /// Reads the runs again, as one of them goes on: without a word, and what cannot be read now stays as it was.
    void refresh() {
        if (!shown.get() || refreshing) {
            return;
        }
        refreshing = true;
        List<Path> asked = folders;
        List<String> called = names;
        CompletableFuture.supplyAsync(() -> Comparison.of(ComparedRun.read(asked, called)))
                .whenCompleteAsync(
                        (read, problem) -> {
                            refreshing = false;
                            if (problem == null && asked.equals(folders)) {
                                comparison.set(read);
                            }
                        },
                        window);
    }

    void close() {
        shown.set(false);
        folders = List.of();
    }

    boolean canExport() {
        return outside.export().isPresent();
    }

    void exportCurves() {
        Comparison now = comparison.get();
        export(CurveFigure.of("", now.panels()), "curves-compared");
    }

    void exportScores() {
        comparison
                .get()
                .scores()
                .figure(comparison.get().runs())
                .ifPresent(figure -> export(figure, "scores-compared"));
    }

    private void export(Figure figure, String name) {
        Map<String, String> provenance = new LinkedHashMap<>();
        List<ComparedRun> runs = comparison.get().runs();
        provenance.put(
                "runs",
                runs.stream().map(run -> run.folder().getFileName().toString()).collect(Collectors.joining(", ")));
        comparison
                .get()
                .settings()
                .rows()
                .forEach(row -> provenance.put(
                        row.key(),
                        row.values().stream().map(value -> value.orElse("—")).collect(Collectors.joining(" | "))));
        outside.export().ifPresent(export -> export.accept(new FigureOffer(figure, provenance, name)));
    }
}
