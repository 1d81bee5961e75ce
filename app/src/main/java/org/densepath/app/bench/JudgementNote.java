package org.densepath.app.bench;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.control.Prose;
import org.densepath.bench.judge.verdict.Verdict;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// What one judge said of an answer: each verdict in a line, whether they turn with the order, and the judge's
/// own words when they are asked for.
final class JudgementNote extends VBox {
    JudgementNote(Judgement judgement) {
        super(3);
        getStyleClass().add("judgement");
        Label judge = new Label(judgement.judge(), new FontIcon(MaterialDesignG.GAVEL));
        judge.getStyleClass().add("judgement-judge");
        judge.setMinWidth(0);
        getChildren().add(judge);
        for (Verdict verdict : judgement.verdicts()) {
            getChildren().add(line(Judgement.sentence(verdict), "judgement-line"));
            if (!verdict.text().isBlank()) {
                words(verdict.text().strip());
            }
        }
        if (judgement.turns()) {
            Label turns = line("The verdict turns with the order of the two answers.", "warning");
            turns.setGraphic(new FontIcon(MaterialDesignS.SWAP_HORIZONTAL));
            getChildren().add(turns);
        }
    }

    private static Label line(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private void words(String text) {
        Hyperlink link = new Hyperlink("Read the judge’s reply");
        link.getStyleClass().add("judgement-link");
        Prose prose = new Prose(text);
        prose.getStyleClass().add("judgement-words");
        prose.setVisible(false);
        prose.managedProperty().bind(prose.visibleProperty());
        link.setOnAction(_ -> {
            prose.setVisible(!prose.isVisible());
            link.setText(prose.isVisible() ? "Hide the judge’s reply" : "Read the judge’s reply");
        });
        getChildren().addAll(link, prose);
    }
}
