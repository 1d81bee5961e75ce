package org.densepath.app.figures;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.densepath.app.action.Action;
import org.densepath.app.action.Actions;
import org.densepath.app.action.Navigator;
import org.densepath.app.live.RunViewModel;
import org.densepath.app.settings.Preferences;
import org.densepath.app.task.BackgroundTask;
import org.densepath.app.task.Notices;
import org.densepath.app.task.Tasks;
import org.densepath.paint.file.FigureFormat;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// The page that shows figures as they will stand in a paper, and exports them. Other pages hand it theirs.
public final class FiguresPage extends BorderPane implements Consumer<FigureOffer> {
    /// The page's name for the [Navigator].
    public static final String ID = "figures";

    private final FiguresViewModel model;
    private final RunViewModel run;
    private final Navigator navigator;
    private final Tasks tasks;
    private final Notices notices;
    private Optional<Path> listed = Optional.empty();
    private BackgroundTask reading;

    public FiguresPage(
            RunViewModel run,
            Navigator navigator,
            Actions actions,
            Tasks tasks,
            Notices notices,
            Preferences preferences) {
        this(run, navigator, actions, tasks, notices, preferences, null);
    }

    /// @param choice asks for files; null for the system's dialogs
    FiguresPage(
            RunViewModel run,
            Navigator navigator,
            Actions actions,
            Tasks tasks,
            Notices notices,
            Preferences preferences,
            FileChoice choice) {
        this.run = run;
        this.navigator = navigator;
        this.tasks = tasks;
        this.notices = notices;
        model = new FiguresViewModel(preferences);
        FileChoice asked = choice == null ? new FileDialogs(() -> getScene().getWindow()) : choice;
        FigureExport export = new FigureExport(model, tasks, notices, preferences, asked);
        getStyleClass().addAll("page", "figures-page");
        getStylesheets().add(FiguresPage.class.getResource("figures.css").toExternalForm());
        addActions(actions, export);
        run.run().subscribe(_ -> readWhenShown());
        sceneProperty().subscribe(scene -> {
            if (scene != null && getCenter() == null) {
                build(export);
            }
            readWhenShown();
        });
    }

    /// When it is first shown: the window opens without it.
    private void build(FigureExport export) {
        setLeft(new FigureList(model, this::read, export::open));
        BorderPane preview = new FigurePreview(model);
        BorderPane.setMargin(preview, new Insets(0, 12, 0, 12));
        setCenter(preview);
        setRight(settings(export));
    }

    /// Shows `offer` on this page, ready to be exported.
    @Override
    public void accept(FigureOffer offer) {
        model.add(ListedFigure.offered(offer));
        navigator.show(ID);
    }

    FiguresViewModel model() {
        return model;
    }

    private VBox settings(FigureExport export) {
        Label heading = new Label("Look");
        heading.getStyleClass().add("card-title");
        CaptionPane caption = new CaptionPane(model, export::copyCaption);
        VBox.setVgrow(caption, Priority.ALWAYS);
        VBox upper = new VBox(10, heading, new LookPane(model), caption);
        ScrollPane scroll = new ScrollPane(upper);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox card = new VBox(10, scroll, new ExportPane(model, export));
        card.getStyleClass().addAll("card", "figure-settings");
        return card;
    }

    private void addActions(Actions actions, FigureExport export) {
        for (FigureFormat format : FigureFormat.values()) {
            actions.add(figure("figure.export." + format.extension(), "Export as " + format.label(), () -> {
                navigator.show(ID);
                export.save(format);
            }));
        }
        actions.add(figure("figure.copy", "Copy the figure as picture", export::copyPicture));
        actions.add(figure("figure.copy.latex", "Copy the figure's LaTeX", export::copyLatex));
        actions.add(figure("figure.copy.caption", "Copy the figure's caption", export::copyCaption));
        actions.add(Action.of(
                "figure.open", "Open an exported figure", "Figures", MaterialDesignF.FOLDER_OPEN_OUTLINE, () -> {
                    navigator.show(ID);
                    export.open();
                }));
    }

    private Action figure(String id, String title, Runnable run) {
        return Action.of(id, title, "Figures", MaterialDesignC.CONTENT_SAVE_OUTLINE, run)
                .when(model.result().isNotNull(), () -> "No figure is chosen on the Figures page.");
    }

    /// Another run's figures are read when the page is looked at.
    private void readWhenShown() {
        if (getScene() != null && !run.run().get().folder().equals(listed)) {
            read();
        }
    }

    private void read() {
        listed = run.run().get().folder();
        if (reading != null) {
            reading.cancel();
        }
        listed.ifPresent(folder -> reading = tasks.run(
                "Read the run's figures",
                progress -> FigureListing.of(folder, progress),
                figures -> model.runFigures(folder, figures),
                notices::problem));
    }
}
