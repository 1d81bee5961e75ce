package org.densepath.app.pair;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.densepath.app.paint.Appearance;
import org.densepath.app.scoring.Role;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The prompt, the answer, and what can be done with them.
final class QuestionPane extends VBox {
    private final PairViewModel model;
    private final TextArea prompt = new TextArea();
    private final AnswerEditor answer;

    QuestionPane(PairViewModel model, ObservableValue<Appearance> appearance) {
        super(4);
        this.model = model;
        answer = new AnswerEditor(model, appearance, model::score);
        prompt.setId("pair-prompt");
        prompt.setPrefRowCount(2);
        prompt.setMinHeight(44);
        prompt.setPrefHeight(44);
        prompt.setWrapText(true);
        prompt.setPromptText("Paste or write a prompt");
        prompt.textProperty().bindBidirectional(model.prompt());
        prompt.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
                model.score();
                event.consume();
            } else if (event.getCode() == KeyCode.TAB && !event.isShiftDown()) {
                answer.focus();
                event.consume();
            }
        });
        answer.setMinHeight(66);
        answer.setPrefHeight(92);
        VBox.setVgrow(answer, Priority.ALWAYS);
        FlowPane buttons = buttons();
        VBox.setMargin(buttons, new Insets(4, 0, 0, 0));
        TaskStrip strip = new TaskStrip(model.task(), model.problem(), model::cancel, "pair-problem");
        strip.managedProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.task().get().isPresent()
                                || !model.problem().get().isEmpty(),
                        model.task(),
                        model.problem()));
        getChildren().addAll(heading("Prompt"), prompt, heading("Answer"), answer, buttons, strip);
    }

    private FlowPane buttons() {
        BooleanBinding busy =
                Bindings.createBooleanBinding(() -> model.task().get().isPresent(), model.task());
        Button score = new Button("Score", new FontIcon(MaterialDesignC.CHECK));
        score.setId("pair-score");
        score.getStyleClass().add("accent");
        score.setDefaultButton(false);
        score.setMinWidth(Region.USE_PREF_SIZE);
        score.setTooltip(new Tooltip("Score the answer, token by token (Ctrl+Enter)"));
        score.disableProperty().bind(busy);
        score.setOnAction(_ -> model.score());
        Button generate = new Button("Generate", new FontIcon(MaterialDesignP.PENCIL_PLUS_OUTLINE));
        generate.setId("pair-generate");
        generate.setMinWidth(Region.USE_PREF_SIZE);
        generate.setTooltip(new Tooltip("Let a model answer the prompt, and score what it says"));
        generate.disableProperty().bind(busy);
        generate.setOnAction(_ -> model.generate());
        ChoiceBox<Role> by = new ChoiceBox<>();
        by.setId("pair-by");
        by.getItems().setAll(Role.SFT, Role.REFERENCE, Role.POLICY);
        by.setConverter(new StringConverter<>() {
            @Override
            public String toString(Role role) {
                return role == null ? "" : role.symbol();
            }

            @Override
            public Role fromString(String text) {
                return Role.SFT;
            }
        });
        by.setPrefWidth(92);
        by.setTooltip(new Tooltip("Which model answers"));
        by.valueProperty().bindBidirectional(model.generating().by());
        GenerateSettings settings = model.generating();
        NumberField temperature = new NumberField(
                "pair-temperature",
                "Temperature; 0 takes the likeliest token always",
                3,
                settings.temperature(),
                0,
                10,
                settings.temperature()::set);
        NumberField tokens = new NumberField(
                "pair-max-tokens",
                "At most so many tokens",
                4,
                settings.maxTokens(),
                1,
                8192,
                number -> settings.maxTokens().set((int) number));
        NumberField seed = new NumberField(
                "pair-seed",
                "Seed: the same gives the same answer; it moves on by one with each",
                4,
                settings.seed(),
                0,
                1_000_000_000,
                number -> settings.seed().set((int) number));
        FlowPane row = new FlowPane(
                14,
                6,
                score,
                group(generate, small("by"), by),
                group(small("temperature"), temperature),
                group(small("tokens"), tokens),
                group(small("seed"), seed));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPrefWrapLength(790);
        return row;
    }

    private static HBox group(Node... parts) {
        HBox group = new HBox(6, parts);
        group.setAlignment(Pos.CENTER_LEFT);
        return group;
    }

    void focusAnswer() {
        answer.focus();
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("field-heading");
        return label;
    }

    private static Label small(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
