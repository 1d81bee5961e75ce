package org.densepath.app.corpus;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.live.Place;
import org.densepath.app.paint.Appearance;
import org.densepath.app.rollouts.Choice;
import org.densepath.run.query.CorpusExample;
import org.densepath.run.query.ExampleChoice;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The tokens that one bar stands for, in their lines.
final class ExamplesPanel extends BorderPane {
    private final CorpusViewModel model;
    private final Consumer<Place> opens;
    private final ListView<CorpusExample> list = new ListView<>();
    private double limit = 1;

    ExamplesPanel(CorpusViewModel model, ObservableValue<Appearance> appearance, Consumer<Place> opens) {
        this.model = model;
        this.opens = opens;
        getStyleClass().add("examples");
        setMinWidth(340);
        setPrefWidth(400);
        setTop(head());
        list.setId("examples");
        list.setAccessibleText("Examples");
        list.getStyleClass().add("examples-list");
        list.setCellFactory(_ -> {
            ExampleCell cell = new ExampleCell(appearance, () -> limit);
            cell.setOnMouseClicked(_ -> open(cell.getItem()));
            return cell;
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(list.getSelectionModel().getSelectedItem());
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                model.closeExamples();
                event.consume();
            }
        });
        Label placeholder = new Label();
        placeholder.getStyleClass().add("muted");
        placeholder
                .textProperty()
                .bind(model.searching().map(now -> now ? "Looking for examples…" : "There is no example."));
        list.setPlaceholder(placeholder);
        setCenter(list);
        model.examples().subscribe(found -> {
            limit = Math.max(
                    1e-6,
                    found.stream()
                            .mapToDouble(example -> Math.abs(example.reward()))
                            .max()
                            .orElse(1));
            list.getItems().setAll(found);
        });
        appearance.subscribe(_ -> list.refresh());
    }

    private VBox head() {
        Label title = new Label();
        title.setId("examples-title");
        title.getStyleClass().add("corpus-title");
        title.setMinWidth(0);
        Label said = new Label();
        said.getStyleClass().addAll("muted", "corpus-reading");
        said.setMinWidth(0);
        model.bar().subscribe(bar -> {
            title.setText(bar.map(Bar::title).orElse(""));
            said.setText(bar.map(one -> one.meaning() + "\n" + CorpusFigures.said(one.reward()))
                    .orElse(""));
        });
        Choice<ExampleChoice> choice = new Choice<>(
                        "example-choice", "Which of the tokens are shown", ExamplesPanel::name, value -> model.choice()
                                .set(value))
                .of(ExampleChoice.values());
        model.choice().subscribe(now -> choice.show(now));
        choice.setMinWidth(Region.USE_PREF_SIZE);
        Button close = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
        close.setId("close-examples");
        close.getStyleClass().addAll("small", "flat", "button-icon");
        close.setTooltip(new Tooltip("Close the examples (Esc)"));
        close.setAccessibleText("Close the examples");
        close.setOnAction(_ -> model.closeExamples());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, title, gap, choice, close);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox head = new VBox(2, line, said);
        head.getStyleClass().add("examples-head");
        return head;
    }

    private void open(CorpusExample example) {
        Optional.ofNullable(example).map(model::place).ifPresent(opens);
    }

    private static String name(ExampleChoice choice) {
        return switch (choice) {
            case HIGHEST -> "Highest reward";
            case LOWEST -> "Lowest reward";
            case RANDOM -> "Any of them";
        };
    }
}
