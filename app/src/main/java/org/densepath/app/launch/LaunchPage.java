package org.densepath.app.launch;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.BadInputException;
import org.densepath.app.action.Action;
import org.densepath.app.action.Actions;
import org.densepath.app.action.Navigator;
import org.densepath.app.task.Notices;
import org.densepath.app.task.Tasks;
import org.densepath.experiment.SettingSection;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The page of a new run: the form at the left; what it leads to, kept up to date, at the right.
public final class LaunchPage extends VBox {
    public static final String ID = "new-run";

    private static final double PREVIEW = 412;

    private final LaunchViewModel model;
    private final Notices notices;
    private ScrollPane form;

    /// @param runs the folder of the runs, whose settings can be taken over
    public LaunchPage(
            LaunchViewModel model, Path runs, Tasks tasks, Notices notices, Navigator navigator, Actions actions) {
        super(12);
        this.model = model;
        this.notices = notices;
        setId("launch-page");
        getStyleClass().addAll("page", "launch-page");
        getStylesheets().add(LaunchPage.class.getResource("launch.css").toExternalForm());
        navigator.page().subscribe(page -> {
            if (page.equals(ID)) {
                if (getChildren().isEmpty()) {
                    build(runs, tasks, navigator);
                }
                model.shown();
            }
        });
        acceptDrops();
        addActions(actions, navigator);
    }

    private void addActions(Actions actions, Navigator navigator) {
        actions.add(
                Action.of("launch.new", "New run", "Run", MaterialDesignP.PLUS_CIRCLE_OUTLINE, () -> navigator.show(ID))
                        .on("Shortcut+N"));
        actions.add(Action.of("launch.start", "Launch the new run", "Run", MaterialDesignP.PLAY, () -> {
                    if (model.launch()) {
                        navigator.show("live");
                    }
                })
                .on("Shortcut+Enter")
                .when(
                        Bindings.createBooleanBinding(
                                () -> navigator.page().get().equals(ID)
                                        && model.obstacle().get().isEmpty(),
                                navigator.page(),
                                model.obstacle()),
                        () -> navigator.page().get().equals(ID)
                                ? model.obstacle().get()
                                : "Open New run first, to see what is launched."));
        actions.add(Action.of("launch.fit", "Fit the new run to this device", "Run", MaterialDesignM.MEMORY, () -> {
            navigator.show(ID);
            notices.say(model.fit());
        }));
    }

    /// Some hundred nodes, which a window that shows another page first need not wait for.
    private void build(Path runs, Tasks tasks, Navigator navigator) {
        LaunchHeader header =
                new LaunchHeader(model, runs, tasks, this::duplicate, () -> navigator.show("live"), this::seek);
        form = scroll(sections());
        HBox.setHgrow(form, Priority.ALWAYS);
        ScrollPane preview = scroll(new VBox(
                12, new SampleView(model), new DataView(model), new EstimateView(model), new CommandView(model)));
        preview.setMinWidth(PREVIEW);
        preview.setMaxWidth(PREVIEW);
        HBox both = new HBox(12, form, preview);
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren().addAll(header, both);
    }

    /// Fills the form from an experiment file; one that cannot be used is said.
    public void duplicate(Path experiment) {
        try {
            model.duplicate(experiment);
        } catch (BadInputException e) {
            notices.problem(e.getMessage());
        }
    }

    /// Scrolls to a setting and puts the cursor there.
    private void seek(String key) {
        Node field = form.getContent().lookup("#field-" + key.replace('.', '-'));
        Bounds place = form.getContent().sceneToLocal(field.localToScene(field.getBoundsInLocal()));
        double hidden = form.getContent().getBoundsInLocal().getHeight()
                - form.getViewportBounds().getHeight();
        form.setVvalue(hidden <= 0 ? 0 : Math.clamp((place.getMinY() - 40) / hidden, 0, 1));
        Node control = form.getContent().lookup("#set-" + key.replace('.', '-'));
        if (control != null) {
            control.requestFocus();
        }
    }

    private VBox sections() {
        VBox sections = new VBox(12);
        for (SettingSection section : SettingSection.all()) {
            sections.getChildren().add(new SectionView(section, model.form()));
        }
        return sections;
    }

    private static ScrollPane scroll(Region content) {
        content.setPadding(new Insets(0, 12, 4, 0));
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "launch-scroll");
        return scroll;
    }

    /// A model or an experiment is understood wherever it is dropped; a data file needs its field.
    private void acceptDrops() {
        setOnDragOver(event -> {
            if (taken(event.getDragboard().getFiles()).isPresent()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
        });
        setOnDragDropped(event -> {
            Optional<Path> dropped = taken(event.getDragboard().getFiles());
            dropped.ifPresent(this::take);
            event.setDropCompleted(dropped.isPresent());
        });
    }

    private static Optional<Path> taken(List<File> files) {
        return files.stream()
                .map(File::toPath)
                .filter(file -> Dropped.of(file) == Dropped.MODEL || Dropped.of(file) == Dropped.EXPERIMENT)
                .findFirst();
    }

    private void take(Path dropped) {
        if (Dropped.of(dropped) == Dropped.MODEL) {
            model.form().field("model.path").text().set(dropped.toString());
        } else {
            duplicate(Dropped.experiment(dropped));
        }
    }
}
