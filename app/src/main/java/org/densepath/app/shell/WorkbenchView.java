package org.densepath.app.shell;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.densepath.app.action.Actions;
import org.densepath.app.action.Navigator;
import org.densepath.app.live.LiveViewModel;
import org.densepath.app.runs.RunsViewModel;
import org.densepath.app.settings.AppearanceChoice;
import org.densepath.app.task.Notices;
import org.densepath.app.task.Tasks;

/// The window's frame: the shown run above, the pages' names at the left, one page, the status below.
public final class WorkbenchView extends StackPane {
    private final CommandPalette palette;
    private final RunPalette switcher;
    private final RunPalette overlays;

    /// @param below pages that are named at the foot of the rail
    /// @param opens shows another run
    WorkbenchView(
            List<Page> pages,
            List<Page> below,
            Navigator navigator,
            Actions actions,
            LiveViewModel live,
            RunsViewModel library,
            Consumer<Path> opens,
            AppearanceChoice appearance,
            MachineWatch machine,
            Tasks tasks,
            Notices notices) {
        getStyleClass().add("workbench");
        getStylesheets().add(WorkbenchView.class.getResource("workbench.css").toExternalForm());
        palette = new CommandPalette(actions);
        switcher = new RunPalette(
                "runs-palette",
                "Type a run's name, tag, model or method",
                library::recent,
                folder -> live.run().run().get().folder().equals(Optional.of(folder)),
                opens);
        overlays = new RunPalette(
                "overlays-palette",
                "Lay the curves of another run over these: type its name, tag, model or method",
                words -> library.recent(words).stream()
                        .filter(row -> !live.run().run().get().folder().equals(Optional.of(row.folder())))
                        .toList(),
                live.overlaid()::contains,
                live::switchOverlay);
        StackPane shown = new StackPane();
        show(Stream.concat(pages.stream(), below.stream()).toList(), navigator, shown);
        NoticeBar bar = new NoticeBar(shown);
        notices.shownBy(bar::show);
        BorderPane frame = new BorderPane(bar.node());
        frame.setTop(new WindowHeader(
                live.run(), appearance, this::showRuns, this::showPalette, () -> navigator.show(Pages.SHORTCUTS)));
        frame.setLeft(new NavigationRail(pages, below, navigator));
        frame.setBottom(new StatusBar(live.run(), library, machine, tasks, opens));
        getChildren().addAll(frame, switcher, overlays, palette);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                actions.install(scene);
            }
        });
    }

    /// A page is made when it is first shown, and only the shown one is in the scene: the others cost nothing
    /// when the window opens or changes its colours.
    private static void show(List<Page> pages, Navigator navigator, StackPane shown) {
        Map<String, Region> made = new HashMap<>();
        navigator.page().subscribe(id -> pages.stream()
                .filter(page -> page.id().equals(id))
                .findFirst()
                .ifPresent(page -> {
                    Region node = made.computeIfAbsent(id, _ -> page.node().get());
                    made.values().forEach(other -> other.setVisible(other == node));
                    shown.getChildren().setAll(node);
                }));
    }

    /// Asks for a run to lay over the shown one's curves.
    void showOverlays() {
        overlays.show();
    }

    void showPalette() {
        palette.show();
    }

    /// Asks for the run to show.
    void showRuns() {
        switcher.show();
    }
}
