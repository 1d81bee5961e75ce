package org.densepath.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.paint.Appearance;
import org.densepath.app.pair.FigureView;
import org.densepath.app.pair.Spot;
import org.densepath.app.rollouts.Choice;
import org.densepath.app.rollouts.RolloutText;
import org.densepath.paint.NumberText;
import org.densepath.paint.PairFigure;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/// The pairs of a right and a wrong answer that were measured, and one of them token beside token.
final class ExamplesView extends VBox {
    private static final String POINT = "Point at a token for its numbers.";

    private final LocaliseViewModel model;
    private final ListView<Localised.Example> list = new ListView<>();
    private final FigureView figure;
    private final Label reading = new Label();
    private final Button export = new Button("Export", new FontIcon(MaterialDesignE.EXPORT_VARIANT));

    ExamplesView(LocaliseViewModel model, ObservableValue<Appearance> appearance, Consumer<FigureOffer> exports) {
        super(6);
        this.model = model;
        getStyleClass().add("bench-right");
        setMinWidth(420);
        list.setId("localise-examples");
        list.setAccessibleText("Pairs of a right and a wrong answer");
        list.getStyleClass().add("bench-list");
        list.setCellFactory(_ -> new LocalisedCell());
        Label none = new Label("No pair passes the filter.");
        none.getStyleClass().add("muted");
        list.setPlaceholder(none);
        figure = new FigureView(appearance);
        figure.setId("localise-pair");
        figure.spot().subscribe(spot -> reading.setText(words(spot)));
        reading.setId("localise-reading");
        reading.getStyleClass().addAll("muted", "answers-reading");
        reading.setMinWidth(0);
        VBox below = new VBox(4, figure, reading);
        VBox.setVgrow(figure, Priority.ALWAYS);
        SplitPane split = new SplitPane(list, below);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.42);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(head(exports), split);
        list.getSelectionModel().selectedItemProperty().subscribe(this::show);
        model.examples().subscribe(now -> {
            list.getItems().setAll(now);
            list.getSelectionModel().selectFirst();
            list.scrollTo(0);
        });
    }

    private HBox head(Consumer<FigureOffer> exports) {
        Choice<String> kinds = new Choice<>(
                "localise-kind",
                "Which errors are shown",
                kind -> kind.isEmpty() ? "Any error" : "Error: " + kind,
                kind -> model.filter()
                        .set(new ExampleFilter(kind, model.filter().get().located())));
        model.shown().subscribe(now -> {
            List<String> all = new ArrayList<>(List.of(""));
            now.ifPresent(one -> all.addAll(one.kinds()));
            kinds.getItems().setAll(all);
            kinds.show(model.filter().get().kind());
        });
        Choice<ExampleFilter.Located> located = new Choice<>(
                "localise-located",
                "Whether the lowest reward is the error's",
                ExampleFilter.Located::title,
                value -> model.filter()
                        .set(new ExampleFilter(model.filter().get().kind(), value)));
        located.of(ExampleFilter.Located.values());
        model.filter().subscribe(now -> {
            kinds.show(now.kind());
            located.show(now.located());
        });
        Label count = new Label();
        count.setId("localise-count");
        count.getStyleClass().add("muted");
        count.setMinWidth(0);
        model.examples().subscribe(now -> count.setText(RolloutText.count(now.size(), "pair")));
        export.setId("export-pair");
        export.getStyleClass().addAll("small", "flat");
        export.setMinWidth(Region.USE_PREF_SIZE);
        export.setTooltip(new Tooltip("Export this pair as a figure"));
        export.setOnAction(_ -> {
            Localised.Example example = list.getSelectionModel().getSelectedItem();
            exports.accept(new FigureOffer(
                    example.figure(),
                    LocaliseText.provenance(
                            model.shown().get().orElseThrow(),
                            model.run().map(run -> run.getFileName().toString()).orElse("")),
                    "pair-" + example.pair().kind()));
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, kinds, located, count, gap, export);
        head.setAlignment(Pos.CENTER_LEFT);
        kinds.setMinWidth(Region.USE_PREF_SIZE);
        located.setMinWidth(Region.USE_PREF_SIZE);
        return head;
    }

    private void show(Localised.Example example) {
        export.setDisable(example == null);
        if (example == null) {
            figure.showNothing();
            reading.setText("");
        } else {
            figure.show(example.figure(), this::words);
            reading.setText(POINT);
        }
    }

    private String words(Spot spot) {
        Localised.Example example = list.getSelectionModel().getSelectedItem();
        if (example == null || !spot.isSomewhere()) {
            return example == null ? "" : POINT;
        }
        PairFigure pair = example.figure();
        var column = pair.alignment().columns().get(spot.token());
        return "Right " + side(example.pair().rightTokens(), example.pair().rewardRight(), column.first()) + "   wrong "
                + side(example.pair().tokens(), example.pair().reward(), column.second()) + "   Δr̂ "
                + NumberText.signed(pair.differences()[spot.token()]);
    }

    private static String side(List<String> tokens, float[] reward, int token) {
        return token < 0
                ? "no token"
                : "“" + tokens.get(token).replace("\n", "⏎") + "” r̂ " + NumberText.signed(reward[token]);
    }
}
