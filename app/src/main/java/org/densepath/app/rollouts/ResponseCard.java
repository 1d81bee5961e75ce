package org.densepath.app.rollouts;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.control.Prose;
import org.densepath.paint.NumberText;
import org.densepath.run.query.RolloutRow;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// One response to be read beside others.
final class ResponseCard extends VBox {
    /// @param opens shows its tokens
    ResponseCard(RolloutRow row, boolean chosen, boolean tellTrack, Consumer<RolloutRow> opens) {
        super(4);
        getStyleClass().add("response-card");
        pseudoClassStateChanged(PseudoClass.getPseudoClass("chosen"), chosen);
        Label step = new Label("Step " + row.file().step());
        step.getStyleClass().add("response-step");
        step.setMinWidth(Region.USE_PREF_SIZE);
        Label sample = new Label("sample " + (row.sample() + 1)
                + (tellTrack ? ", " + RolloutText.track(row.file().track()) : ""));
        sample.getStyleClass().add("muted");
        sample.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button open = new Button("Tokens", new FontIcon(MaterialDesignF.FORMAT_COLOR_HIGHLIGHT));
        open.getStyleClass().addAll("small", "flat");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setTooltip(new Tooltip("Show the credit of each token of this response"));
        open.setOnAction(_ -> opens.accept(row));
        String check = RolloutText.check(row.check());
        Label result = new Label(check.startsWith("right") ? "✓" : "✗");
        result.setMinWidth(Region.USE_PREF_SIZE);
        result.getStyleClass().add(check.startsWith("right") ? "response-right" : "response-wrong");
        result.setTooltip(new Tooltip("The outside check has " + check));
        result.setVisible(!check.isEmpty());
        result.setManaged(!check.isEmpty());
        HBox head = new HBox(6, step, sample, result, gap, open);
        head.setAlignment(Pos.CENTER_LEFT);
        Label numbers = new Label("return " + NumberText.signed(row.totalReturn()) + " · "
                + RolloutText.count(row.length(), "token") + " · " + RolloutText.ended(row.ended()));
        numbers.getStyleClass().addAll("muted", "response-numbers");
        numbers.setMinWidth(0);
        Prose text =
                new Prose(row.response().isEmpty() ? "(empty)" : row.response().strip());
        text.getStyleClass().add("response-text");
        ScrollPane scroll = new ScrollPane(text);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("response-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, numbers, scroll);
        setMinWidth(0);
        setPrefWidth(240);
        HBox.setHgrow(this, Priority.ALWAYS);
    }
}
