package org.densepath.app.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.densepath.app.control.ProblemLine;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.live.Place;
import org.densepath.app.paint.Appearance;
import org.densepath.app.rollouts.Choice;
import org.densepath.app.rollouts.LimitFields;
import org.densepath.app.rollouts.RolloutText;
import org.densepath.paint.Figure;
import org.densepath.run.Track;
import org.densepath.run.query.Corpus;
import org.densepath.run.query.CorpusSettings;
import org.densepath.run.query.Limits;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// The page of all tokens together: four pictures, and the examples of the bar that was clicked.
public final class CorpusView extends VBox {
    private final CorpusViewModel model;
    private final Consumer<FigureOffer> exports;
    private final Label summary = new Label();
    private final Label empty = new Label();
    private final HBox body;

    /// @param opens shows a response's tokens @param exports takes a figure
    public CorpusView(
            CorpusViewModel model,
            ObservableValue<Appearance> appearance,
            Consumer<Place> opens,
            Consumer<FigureOffer> exports) {
        super(10);
        this.model = model;
        this.exports = exports;
        getStyleClass().addAll("card", "corpus");
        getStylesheets().add(CorpusView.class.getResource("corpus.css").toExternalForm());
        CorpusPictures pictures = new CorpusPictures(model, appearance, opens, this::export);
        HBox.setHgrow(pictures, Priority.ALWAYS);
        ExamplesPanel examples = new ExamplesPanel(model, appearance, opens);
        examples.visibleProperty().bind(model.bar().map(Optional::isPresent));
        examples.managedProperty().bind(examples.visibleProperty());
        body = new HBox(14, pictures, examples);
        empty.setId("corpus-empty");
        empty.getStyleClass().add("muted");
        empty.setWrapText(true);
        StackPane center = new StackPane(body, empty);
        VBox.setVgrow(center, Priority.ALWAYS);
        getChildren().addAll(head(), problem(), center);
        model.corpus().subscribe(_ -> say());
        model.reading().subscribe(_ -> say());
        model.problem().subscribe(_ -> say());
    }

    private HBox head() {
        Label title = new Label("Corpus");
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        summary.setId("corpus-summary");
        summary.getStyleClass().add("muted");
        summary.setMinWidth(0);
        ProgressBar progress = new ProgressBar();
        progress.setPrefWidth(90);
        progress.setMinWidth(60);
        progress.progressProperty().bind(model.progress());
        progress.visibleProperty().bind(model.reading());
        progress.managedProperty().bind(progress.visibleProperty());
        Button again = new Button("Read the new steps", new FontIcon(MaterialDesignR.REFRESH));
        again.setId("read-again");
        again.getStyleClass().addAll("small", "accent");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(_ -> model.read());
        again.visibleProperty().bind(model.stale().and(model.reading().not()));
        again.managedProperty().bind(again.visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(10, title, summary, progress, again, gap, tracks(), steps(), seldomest());
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Choice<Optional<Track>> tracks() {
        Choice<Optional<Track>> tracks = new Choice<>(
                "corpus-track",
                "Method and seed",
                value -> value.map(RolloutText::track).orElse("All methods"),
                value -> model.track().set(value));
        model.tracks().subscribe(all -> {
            List<Optional<Track>> values = new ArrayList<>();
            values.add(Optional.empty());
            all.forEach(one -> values.add(Optional.of(one)));
            tracks.getItems().setAll(values);
            tracks.show(model.track().get());
            tracks.setVisible(all.size() > 1);
            tracks.setManaged(all.size() > 1);
        });
        return tracks;
    }

    private LimitFields steps() {
        PauseTransition pause = new PauseTransition(Duration.millis(500));
        Limits[] typed = {Limits.NONE};
        LimitFields fields = new LimitFields("Steps", "step", "corpus-step", limits -> {
            typed[0] = limits;
            pause.playFromStart();
        });
        pause.setOnFinished(_ -> model.steps().set(typed[0]));
        model.steps().subscribe(fields::show);
        return fields;
    }

    private HBox seldomest() {
        Label label = new Label("Tokens seen at least");
        label.getStyleClass().add("muted");
        Choice<Integer> times = new Choice<>(
                "corpus-seldomest",
                "Highest and lowest tokens are of those that occur so often; a token that occurs less often is rare",
                count -> count + " times",
                count -> model.settings().set(settings(count)));
        times.getItems().setAll(2, 5, 10, 20, 50, 100, 500);
        model.settings().subscribe(now -> times.show(now.seldomest()));
        Choice<Integer> listed = new Choice<>(
                "corpus-listed",
                "How many of the highest and of the lowest tokens are shown",
                count -> count + " of each",
                count -> model.listed().set(count));
        listed.getItems().setAll(6, 12, CorpusSettings.DEFAULT.listed());
        model.listed().subscribe(now -> listed.show(now));
        times.setPrefWidth(96);
        listed.setPrefWidth(102);
        HBox box = new HBox(6, label, times, listed);
        box.setAlignment(Pos.CENTER_LEFT);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private CorpusSettings settings(int count) {
        CorpusSettings now = model.settings().get();
        return new CorpusSettings(now.bins(), count, count, now.listed(), now.points());
    }

    private Label problem() {
        Label problem = new ProblemLine("corpus-problem", "warning", model.problem());
        problem.setMaxHeight(60);
        return problem;
    }

    private void say() {
        Optional<Corpus> shown = model.corpus().get().filter(corpus -> corpus.tokens() > 0);
        body.setVisible(shown.isPresent());
        summary.setText(shown.map(CorpusView::summary).orElse(""));
        summary.setTooltip(
                new Tooltip("Intervals are of 95 %, by responses: tokens of one response depend on each other"));
        empty.setVisible(shown.isEmpty());
        empty.setText(
                !model.hasRun()
                        ? "No run is open. Open one under Runs, or start one."
                        : model.reading().get()
                                ? "Reading the tokens…"
                                : !model.problem().get().isEmpty()
                                        ? ""
                                        : model.steps().get().none()
                                                ? "This run has kept no rewards yet. They appear with the first step"
                                                        + " of Dense-Path REINFORCE."
                                                : "No kept step lies between these two. Widen the steps.");
    }

    private static String summary(Corpus corpus) {
        return RolloutText.count(corpus.tokens(), "token") + " of " + RolloutText.count(corpus.responses(), "response")
                + ", " + RolloutText.count(corpus.files(), "step");
    }

    private void export(String name, Function<String, Figure> figure) {
        Corpus corpus = model.corpus().get().orElseThrow();
        Map<String, String> provenance = new LinkedHashMap<>();
        provenance.put("run", model.runName());
        provenance.put("method", model.track().get().map(RolloutText::track).orElse("all"));
        provenance.put("data", summary(corpus));
        provenance.put("interval", "95 %, by responses");
        exports.accept(new FigureOffer(figure.apply(""), provenance, "corpus-" + name));
    }
}
