package org.densepath.app.inspect;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.densepath.app.control.Prose;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The method's equations with the token's numbers in them, and the token under other objectives.
final class ExplainPane extends TitledPane {
    private final VBox body = new VBox(10);

    ExplainPane(BooleanProperty open) {
        setText("Explain this token");
        setId("inspector-explain");
        setAnimated(false);
        getStyleClass().add("inspector-explain");
        body.setPadding(new Insets(8, 0, 4, 0));
        setContent(body);
        setExpanded(open.get());
        expandedProperty().bindBidirectional(open);
    }

    void show(Optional<Explanation> now) {
        body.getChildren().clear();
        now.ifPresent(explanation -> {
            explanation.equations().forEach(e -> body.getChildren().add(equation(e)));
            if (explanation.equations().isEmpty()) {
                body.getChildren().add(wrapped("The trace has no rewards for this response.", "muted"));
            }
            if (!explanation.verdict().isEmpty()) {
                body.getChildren().add(verdict(explanation));
            }
            if (!explanation.arms().isEmpty()) {
                body.getChildren().add(arms(explanation));
            }
            body.getChildren().add(buttons(explanation));
        });
    }

    private static Prose formula(String symbols) {
        Prose formula = new Prose(symbols);
        formula.getStyleClass().add("inspector-formula");
        return formula;
    }

    private static VBox equation(Equation equation) {
        VBox box = new VBox(1, wrapped(equation.what(), "inspector-heading"));
        box.getChildren().addAll(formula(equation.symbols()), wrapped(equation.withNumbers(), "inspector-numbers"));
        if (!equation.note().isEmpty()) {
            box.getChildren().add(wrapped(equation.note(), "inspector-note"));
        }
        return box;
    }

    private static Label verdict(Explanation explanation) {
        Label verdict = wrapped(explanation.verdict(), "inspector-result");
        boolean up = explanation.verdict().contains("makes")
                && !explanation.verdict().contains("less likely");
        verdict.setGraphic(new FontIcon(up ? MaterialDesignA.ARROW_UP_BOLD : MaterialDesignA.ARROW_DOWN_BOLD));
        verdict.setId("inspector-verdict");
        return verdict;
    }

    private static VBox arms(Explanation explanation) {
        GridPane grid = new GridPane(12, 3);
        grid.setId("inspector-arms");
        for (int i = 0; i < 3; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
            column.setHgrow(i == 0 ? Priority.ALWAYS : Priority.NEVER);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(
                0,
                wrapped("Under other objectives", "inspector-heading"),
                wrapped("weight", "inspector-heading"),
                wrapped("push", "inspector-heading"));
        for (ArmWeight arm : explanation.arms()) {
            Label name = new Label(arm.name());
            Tooltip meaning = new Tooltip(arm.meaning());
            name.setTooltip(meaning);
            grid.addRow(
                    grid.getRowCount(),
                    name,
                    wrapped(CreditTiles.signed(arm.weight()), "inspector-number"),
                    wrapped(arrow(arm.push()) + CreditTiles.signed(arm.push()), "inspector-number"));
        }
        return new VBox(
                4,
                grid,
                wrapped(
                        "weight: what ∇log π of the token is multiplied with. push: weight · (1 − π_θ), without the KL"
                                + " term. Continued SFT: were this response a demonstration.",
                        "inspector-note"));
    }

    private static String arrow(double push) {
        return push > 0 ? "↑ " : push < 0 ? "↓ " : "";
    }

    private static HBox buttons(Explanation explanation) {
        Button latex = new Button("Copy as LaTeX", new FontIcon(MaterialDesignC.CONTENT_COPY));
        latex.setId("inspector-copy-latex");
        latex.getStyleClass().add("small");
        latex.setOnAction(_ -> copyLatex(explanation));
        Button text = new Button("Copy as text");
        text.setId("inspector-copy-text");
        text.getStyleClass().add("small");
        text.setOnAction(_ -> copy(explanation.plain()));
        HBox buttons = new HBox(8, latex, text);
        buttons.setAlignment(Pos.CENTER_LEFT);
        return buttons;
    }

    static void copyLatex(Explanation explanation) {
        copy(explanation.latex());
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
