package org.densepath.app.control;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import javafx.beans.property.Property;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// Text of any script that is broken into lines and can be edited.
///
/// A JavaFX text area draws each line of a text that holds a combining mark beyond its end (see [Prose]); here,
/// too, what must be shaped is a piece of its own.
public final class ProseArea extends StackPane {
    private final StyleClassedTextArea area = new StyleClassedTextArea();

    /// @param text what is edited, kept equal both ways
    public ProseArea(Property<String> text, String accessibleText) {
        getStyleClass().add("prose-area");
        getStylesheets().add(Prose.class.getResource("prose.css").toExternalForm());
        area.getStyleClass().add("prose-area-text");
        area.setWrapText(true);
        area.setAccessibleRole(AccessibleRole.TEXT_AREA);
        area.setAccessibleText(accessibleText);
        getChildren().add(new VirtualizedScrollPane<>(area));
        area.focusedProperty().subscribe(now -> pseudoClassStateChanged(PseudoClass.getPseudoClass("focused"), now));
        area.textProperty().subscribe((_, now) -> {
            if (!now.equals(text.getValue())) {
                text.setValue(now);
            }
            split(now);
        });
        text.subscribe(now -> {
            if (!now.equals(area.getText())) {
                area.replaceText(now);
                area.moveTo(0);
                area.requestFollowCaret();
            }
        });
    }

    /// The control that has the text and the focus.
    public StyleClassedTextArea text() {
        return area;
    }

    /// Neighbours of the same style are one piece, so every second has another.
    private void split(String text) {
        List<String> pieces = Prose.pieces(text);
        if (text.isEmpty() || pieces.size() == 1) {
            return;
        }
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        for (int i = 0; i < pieces.size(); i++) {
            spans.add(i % 2 == 0 ? Set.of() : Set.of("piece"), pieces.get(i).length());
        }
        area.setStyleSpans(0, spans.create());
    }
}
