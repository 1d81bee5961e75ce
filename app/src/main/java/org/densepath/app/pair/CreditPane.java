package org.densepath.app.pair;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.paint.Appearance;
import org.densepath.paint.Figure;
import org.densepath.paint.PairFigure;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The credit of the answer, or of two answers aligned by token.
final class CreditPane extends VBox {
    /// Tokens of two answers from which on they are aligned in the background.
    private static final int LONG = 2000;

    private final PairViewModel model;
    private final Consumer<FigureOffer> export;
    private final FigureView view;
    private final Label check = new Label();
    private final Label reading = new Label();
    private final CheckBox comparing = new CheckBox("Compare two");
    private final Button exporting = ExportButton.of(this::export);
    private final Label empty = new Label("Score an answer to see where its credit lies; change a word, score again,"
            + " and both stand here token beside token.");

    CreditPane(PairViewModel model, ObservableValue<Appearance> appearance, Consumer<FigureOffer> export) {
        super(6);
        this.model = model;
        this.export = export;
        view = new FigureView(appearance);
        view.setId("pair-figure");
        check.setId("pair-check");
        check.setMinWidth(0);
        comparing.setId("pair-comparing");
        comparing.setMinWidth(Region.USE_PREF_SIZE);
        comparing.setTooltip(new Tooltip("Show the answer in the editor beside another version of the history"));
        comparing.selectedProperty().bindBidirectional(model.comparing());
        exporting.setId("pair-export");
        HBox header = new HBox(12, check, ExportButton.gap(), comparing, exporting);
        header.setAlignment(Pos.CENTER_LEFT);
        header.setMinHeight(28);
        empty.getStyleClass().add("muted");
        empty.setWrapText(true);
        empty.setMaxWidth(460);
        empty.setTextAlignment(TextAlignment.CENTER);
        reading.setId("pair-reading");
        reading.getStyleClass().add("reading");
        reading.setMinWidth(0);
        Hyperlink example = new Hyperlink("Try an example");
        example.setId("pair-example");
        example.setOnAction(_ -> example());
        VBox nothing = new VBox(4, empty, example);
        nothing.setAlignment(Pos.CENTER);
        nothing.visibleProperty().bind(empty.visibleProperty());
        StackPane centre = new StackPane(view, nothing);
        VBox.setVgrow(centre, Priority.ALWAYS);
        header.visibleProperty().bind(empty.visibleProperty().not());
        reading.visibleProperty().bind(empty.visibleProperty().not());
        getChildren().addAll(header, centre, reading);
        model.shown().subscribe(_ -> update());
        model.comparing().subscribe(_ -> update());
        view.spot().subscribe(spot -> reading.setText(words(spot)));
    }

    /// A worked sum, to begin with.
    private void example() {
        model.prompt().set("What is 47 + 38? Show the steps.");
        model.answer().set(" 7 + 8 = 15. 4 + 3 + 1 = 8. Answer: 85");
        model.score();
    }

    private void update() {
        Shown shown = model.shown().get();
        Optional<Version> current = shown.current();
        empty.setVisible(current.isEmpty());
        comparing.setDisable(!shown.paired());
        if (current.isEmpty()) {
            view.showNothing();
            return;
        }
        boolean pair = shown.paired() && model.comparing().get();
        if (!pair) {
            view.show(PairFigures.one(current.get()), this::words);
        } else if (length(shown.first()) + length(shown.second()) < LONG) {
            view.show(PairFigures.pair(shown.first(), shown.second()), this::words);
        } else {
            align(shown);
        }
        Optional<String> broken = current.get().broken();
        check.setText(broken.orElseGet(() -> "Σ r̂ = " + Readings.check(current.get())));
        check.setGraphic(new FontIcon(
                broken.isPresent() ? MaterialDesignA.ALERT_OUTLINE : MaterialDesignC.CHECK_CIRCLE_OUTLINE));
        check.getStyleClass().setAll("label", broken.isPresent() ? "problem" : "check-holds");
        check.setTooltip(new Tooltip("The sum of the rewards of "
                + current.get().title() + " must equal the log-ratio of the whole sequence under the two models."));
        reading.setText(words(view.spot().get()));
    }

    private void align(Shown shown) {
        view.showNothing();
        Thread.ofVirtual().start(() -> {
            Figure made = PairFigures.pair(shown.first(), shown.second());
            Platform.runLater(() -> {
                if (model.shown().get().equals(shown) && model.comparing().get()) {
                    view.show(made, this::words);
                }
            });
        });
    }

    private static int length(Version version) {
        return version.scored().tokens().size();
    }

    private String words(Spot spot) {
        Shown shown = model.shown().get();
        if (!spot.isSomewhere() || view.figure().isEmpty() || shown.current().isEmpty()) {
            return "Point at a token, or walk with the arrow keys.";
        }
        return switch (view.figure().get()) {
            case PairFigure pair
            when shown.paired() ->
                Readings.column(
                        shown.first(),
                        shown.second(),
                        pair.alignment().columns().get(spot.token()),
                        pair.differences()[spot.token()]);
            default -> Readings.one(shown.current().get(), spot.token());
        };
    }

    void export() {
        view.figure()
                .ifPresent(figure ->
                        export.accept(PairFigures.offer(figure, model.shown().get(), model.models()::label)));
    }
}
