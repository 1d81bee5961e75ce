package org.densepath.app.rollouts;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.densepath.app.control.OneLine;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.live.Place;
import org.densepath.app.paint.Appearance;
import org.densepath.run.query.RolloutRow;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/// The selected response beside others to the same prompt, and the prompt's returns over the steps.
final class ComparePanel extends BorderPane {
    private static final String NOTHING = "Select a response to read it beside others to the same prompt.";

    private final RolloutsViewModel rollouts;
    private final CompareViewModel model;
    private final Consumer<Place> opens;
    private final Label prompt = new Label();
    private final Label steps = new Label();
    private final HBox cards = new HBox(10);
    private final PromptStrip strip;
    private final Label empty = new Label(NOTHING);
    private final Button export = new Button("Export", new FontIcon(MaterialDesignE.EXPORT_VARIANT));

    ComparePanel(
            RolloutsViewModel rollouts,
            ObservableValue<Appearance> appearance,
            Consumer<Place> opens,
            Consumer<FigureOffer> exports) {
        this.rollouts = rollouts;
        this.model = rollouts.comparison();
        this.opens = opens;
        strip = new PromptStrip(model, appearance);
        strip.setPrefWidth(300);
        strip.setMinWidth(200);
        getStyleClass().add("compare");
        prompt.setId("compare-prompt");
        prompt.getStyleClass().add("compare-prompt");
        prompt.setMinWidth(0);
        steps.setId("compare-steps");
        steps.getStyleClass().add("muted");
        steps.setMinWidth(Region.USE_PREF_SIZE);
        export.setId("export-prompt");
        export.getStyleClass().addAll("small", "flat");
        export.setMinWidth(Region.USE_PREF_SIZE);
        export.setTooltip(new Tooltip("Export the returns of this prompt over the steps as a figure"));
        export.setOnAction(_ -> exports.accept(offer()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(10, prompt, gap, steps, export);
        head.setAlignment(Pos.CENTER_LEFT);
        setTop(head);
        cards.setId("compare-cards");
        cards.setFillHeight(true);
        HBox.setHgrow(cards, Priority.ALWAYS);
        cards.setMinWidth(0);
        HBox body = new HBox(10, strip, cards);
        empty.getStyleClass().add("muted");
        setCenter(new StackPane(body, empty));
        model.beside().subscribe(_ -> update());
        model.points().subscribe(_ -> update());
    }

    private void update() {
        List<RolloutRow> rows = model.beside().get();
        boolean any = !rows.isEmpty();
        empty.setVisible(!any);
        prompt.setText(model.chosen().map(row -> OneLine.of(row.prompt())).orElse(""));
        prompt.setTooltip(any ? new Tooltip(rows.getFirst().prompt()) : null);
        long asked = model.steps();
        steps.setText(
                asked == 0
                        ? ""
                        : asked == 1
                                ? "asked at this step only, so its samples are side by side"
                                : "asked at " + RolloutText.count(asked, "step") + "; click a point to read it too");
        boolean many = asked > 1;
        strip.setVisible(many);
        strip.setManaged(many);
        export.setVisible(many);
        export.setManaged(many);
        boolean tracks = rows.stream().map(row -> row.file().track()).distinct().count() > 1;
        cards.getChildren()
                .setAll(rows.stream()
                        .map(row -> new ResponseCard(
                                row,
                                model.chosen().map(RolloutRow::id).orElse(-1) == row.id(),
                                tracks,
                                chosen -> opens.accept(rollouts.place(chosen))))
                        .toList());
    }

    private FigureOffer offer() {
        RolloutRow row = model.chosen().orElseThrow();
        Place place = rollouts.place(row);
        return new FigureOffer(
                PromptStrip.figure(model.points().get(), OneLine.of(row.prompt())),
                Map.of("run", place.run().getFileName().toString(), "prompt", "" + row.promptIndex()),
                "prompt-" + row.promptIndex());
    }
}
