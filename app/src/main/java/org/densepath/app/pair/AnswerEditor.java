package org.densepath.app.pair;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.densepath.app.paint.Appearance;
import org.densepath.paint.ColourMap;
import org.densepath.paint.CreditPainter;
import org.densepath.paint.Ink;
import org.densepath.paint.Theme;
import org.densepath.paint.ValueRange;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.StyledTextArea;
import org.fxmisc.richtext.TextExt;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.util.UndoUtils;

/// The answer as text that can be edited, each scored token over its credit. What is typed has no credit yet, and
/// is underlined; what stands after it is paler, because it was scored after another beginning.
///
/// RichTextFX lays out a paragraph as a whole and freezes on very long ones, so that tints are left out there.
final class AnswerEditor extends StackPane {
    private static final int LONGEST_TINTED_PARAGRAPH = 6_000;

    private final PairViewModel model;
    private final ObservableValue<Appearance> appearance;
    private final StyledTextArea<Boolean, Tint> area;

    /// Holds the colours themselves: the area does not draw anew a style that equals the last one.
    record Tint(Ink cell, Ink text, boolean underlined) {}

    AnswerEditor(PairViewModel model, ObservableValue<Appearance> appearance, Runnable score) {
        this.model = model;
        this.appearance = appearance;
        area = new StyledTextArea<>(true, (_, _) -> {}, plain(), AnswerEditor::apply);
        area.setUndoManager(UndoUtils.plainTextUndoManager(area));
        area.setWrapText(true);
        area.setId("pair-answer");
        area.getStyleClass().add("answer-area");
        area.setAccessibleRole(AccessibleRole.TEXT_AREA);
        area.setAccessibleText("Answer");
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
                score.run();
                event.consume();
            }
        });
        Label hint = new Label("Paste or write an answer, or let a model generate one.");
        hint.getStyleClass().add("muted");
        hint.setMouseTransparent(true);
        hint.visibleProperty().bind(model.answer().isEmpty());
        hint.setPadding(new Insets(7, 0, 0, 9));
        setAlignment(Pos.TOP_LEFT);
        getStyleClass().add("answer-editor");
        getChildren().addAll(new VirtualizedScrollPane<>(area), hint);
        area.focusedProperty().subscribe(now -> pseudoClassStateChanged(PseudoClass.getPseudoClass("focused"), now));
        // changes alone: the editor is made when there is an answer already
        area.textProperty().subscribe((_, text) -> {
            if (!text.equals(model.answer().get())) {
                model.answer().set(text);
            }
            tint();
        });
        model.answer().subscribe(text -> {
            if (!text.equals(area.getText())) {
                area.replaceText(text);
                area.getUndoManager().mark();
            }
        });
        model.shown().subscribe(_ -> tint());
        model.prompt().subscribe(_ -> tint());
        appearance.subscribe(_ -> tint());
    }

    void focus() {
        area.requestFocus();
    }

    private void tint() {
        String text = area.getText();
        if (text.isEmpty()) {
            return;
        }
        Optional<Version> version = model.shown().get().current();
        boolean tooLong = text.lines().anyMatch(line -> line.length() > LONGEST_TINTED_PARAGRAPH);
        List<TintRun> runs = version.filter(_ -> !tooLong)
                .map(v -> TintRun.of(
                        text, v.answer(), v.scored().tokens(), v.scored().reward()))
                .orElse(List.of(new TintRun(text.length(), Float.NaN, TintRun.State.NEW)));
        ValueRange range = version.map(
                        v -> ValueRange.symmetric(List.of(v.scored().reward()), 0.99))
                .orElse(ValueRange.symmetric(1));
        CreditPainter colours = new CreditPainter(appearance.getValue().theme(), ColourMap.BLUE_ORANGE, range);
        boolean otherPrompt =
                version.filter(v -> !v.prompt().equals(model.prompt().get())).isPresent();
        StyleSpansBuilder<Tint> spans = new StyleSpansBuilder<>();
        runs.forEach(run -> spans.add(tint(run, colours, version.isPresent(), otherPrompt), run.length()));
        area.setStyleSpans(0, spans.create());
    }

    private Tint tint(TintRun run, CreditPainter colours, boolean scored, boolean otherPrompt) {
        Theme theme = appearance.getValue().theme();
        if (Float.isNaN(run.credit())) {
            return new Tint(theme.background(), theme.ink(), scored);
        }
        Ink cell = colours.cell(run.credit());
        boolean past = otherPrompt || run.state() != TintRun.State.SCORED;
        Ink shown = past ? cell.over(theme.background(), 0.35) : cell;
        return new Tint(shown, theme.textOn(shown), false);
    }

    private Tint plain() {
        Theme theme = appearance.getValue().theme();
        return new Tint(theme.background(), theme.ink(), false);
    }

    private static void apply(TextExt text, Tint tint) {
        text.setFill(colour(tint.text()));
        text.setBackgroundColor(colour(tint.cell()));
        if (tint.underlined()) {
            text.setUnderlineColor(colour(tint.text()));
            text.setUnderlineWidth(1.0);
            text.setUnderlineDashArray(new Number[] {2.0, 2.0});
        }
    }

    private static Color colour(Ink ink) {
        return Color.rgb(ink.red(), ink.green(), ink.blue());
    }
}
