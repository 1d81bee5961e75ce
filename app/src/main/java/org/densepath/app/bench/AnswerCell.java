package org.densepath.app.bench;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// How one arm answered a prompt: right or wrong, and its return.
final class AnswerCell extends TableCell<PromptLine, PromptLine> {
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final String arm;
    private final Measure measure;
    private final FontIcon icon = new FontIcon();
    private final FontIcon turned = new FontIcon(MaterialDesignS.SWAP_HORIZONTAL);
    private final Label value = new Label();
    private final Label totalReturn = new Label();
    private final HBox box;

    AnswerCell(String arm, Measure measure) {
        this.arm = arm;
        this.measure = measure;
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        value.setGraphic(icon);
        value.setGraphicTextGap(4);
        value.setMinWidth(Region.USE_PREF_SIZE);
        totalReturn.getStyleClass().add("muted");
        turned.getStyleClass().add("turned");
        Tooltip.install(turned, new Tooltip("A judge's verdict turns with the order of the two answers"));
        box = new HBox(6, value, turned, gap, totalReturn);
        box.getStyleClass().add("answer-cell");
    }

    @Override
    protected void updateItem(PromptLine line, boolean empty) {
        super.updateItem(line, empty);
        ArmAnswers answers = empty || line == null ? null : line.byArm().get(arm);
        setText(null);
        setGraphic(answers == null ? null : box);
        pseudoClassStateChanged(RIGHT, false);
        pseudoClassStateChanged(WRONG, false);
        if (answers == null) {
            return;
        }
        double number = answers.value();
        boolean tells = measure == Measure.CHECK || measure == Measure.SHARE;
        boolean right = tells && number > 0.5;
        boolean wrong = tells && number < 0.5;
        pseudoClassStateChanged(RIGHT, right);
        pseudoClassStateChanged(WRONG, wrong);
        icon.setIconCode(right ? MaterialDesignC.CHECK : wrong ? MaterialDesignC.CLOSE : MaterialDesignM.MINUS);
        value.setGraphic(tells && !Double.isNaN(number) ? icon : null);
        value.setText(AnswerText.value(answers, measure));
        turned.setVisible(answers.turns());
        turned.setManaged(answers.turns());
        totalReturn.setText(AnswerText.totalReturn(answers.meanReturn()));
        setAccessibleText(AnswerText.arm(arm) + " " + value.getText() + " " + totalReturn.getText());
    }
}
