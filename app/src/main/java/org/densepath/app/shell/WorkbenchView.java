package org.densepath.app.shell;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.densepath.app.action.Actions;
import org.densepath.app.action.Navigator;
import org.densepath.app.live.RunViewModel;
import org.densepath.app.runs.RunsViewModel;
import org.densepath.app.settings.AppearanceChoice;
import org.densepath.app.task.Notices;
import org.densepath.app.task.Tasks;

/// The window's frame: the shown run above, the pages' names at the left, one page, the status below.
public final class WorkbenchView extends StackPane {
    private final CommandPalette palette;
    private final RunSwitcher switcher;

    /// @param below pages that are named at the foot of the rail
    /// @param opens shows another run
    WorkbenchView(
            List<Page> pages,
            List<Page> below,
            Navigator navigator,
            Actions actions,
            RunViewModel run,
            RunsViewModel library,
            Consumer<Path> opens,
            AppearanceChoice appearance,
            MachineWatch machine,
            Tasks tasks,
            Notices notices) {
        getStyleClass().add("workbench");
        getStylesheets().add(WorkbenchView.class.getResource("workbench.css").toExternalForm());
        palette = new CommandPalette(actions);
        switcher = new RunSwitcher(library, () -> run.run().get().folder(), opens);
        StackPane shown = new StackPane();
        show(Stream.concat(pages.stream(), below.stream()).toList(), navigator, shown);
        NoticeBar bar = new NoticeBar(shown);
        notices.shownBy(bar::show);
        BorderPane frame = new BorderPane(bar.node());
        frame.setTop(new WindowHeader(run, appearance, this::showRuns, this::showPalette));
        frame.setLeft(new NavigationRail(pages, below, navigator));
        frame.setBottom(new StatusBar(run, library, machine, tasks, opens));
        getChildren().addAll(frame, switcher, palette);
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

    void showPalette() {
        palette.show();
    }

    /// Asks for the run to show.
    void showRuns() {
        switcher.show();
    }
}
