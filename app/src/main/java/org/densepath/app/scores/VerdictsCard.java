package org.densepath.app.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// What the differences say, in sentences.
final class VerdictsCard extends VBox {
    private static final String HOW = "The return rises because it is trained on: it is no evidence of quality. Look at"
            + " greedy and sampled success, and at every control. ";

    private final VBox sentences = new VBox(7);

    VerdictsCard() {
        super(8);
        getStyleClass().add("card");
        Label title = new Label("What it says");
        title.getStyleClass().add("card-title");
        sentences.setId("verdicts");
        getChildren().addAll(title, sentences);
    }

    void show(Results results) {
        List<Node> nodes = new ArrayList<>();
        Verdicts.of(results).forEach(verdict -> nodes.add(sentence(verdict)));
        Label how = new Label(
                nodes.isEmpty()
                        ? "Differences to SFT appear here with the scores."
                        : HOW
                                + (results.table().seeds().size() > 1
                                        ? "Intervals cover these prompts and seeds, not other base models."
                                        : "Intervals cover prompts, not other seeds or base models."));
        how.getStyleClass().add("muted");
        how.setWrapText(true);
        how.setMinHeight(Region.USE_PREF_SIZE);
        nodes.add(how);
        sentences.getChildren().setAll(nodes);
    }

    private static Label sentence(Verdicts.Verdict verdict) {
        Label label = new Label(verdict.sentence());
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setGraphic(new FontIcon(
                switch (verdict.kind()) {
                    case AHEAD -> MaterialDesignA.ARROW_UP_BOLD;
                    case BEHIND -> MaterialDesignA.ARROW_DOWN_BOLD;
                    case OPEN -> MaterialDesignA.APPROXIMATELY_EQUAL;
                    case CAUTION -> MaterialDesignA.ALERT_OUTLINE;
                }));
        label.getStyleClass()
                .addAll("verdict", "verdict-" + verdict.kind().name().toLowerCase(Locale.ROOT));
        label.setAlignment(Pos.TOP_LEFT);
        return label;
    }
}
