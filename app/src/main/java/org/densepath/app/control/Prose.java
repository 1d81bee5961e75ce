package org.densepath.app.control;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Text that is broken into lines, of any script.
///
/// A label does not break text that holds a combining mark, as the one of r̂: JavaFX 26 draws each of its lines
/// to the end of the text, over what stands beside it. Here what must be shaped is a piece of its own, a word at
/// most.
public final class Prose extends TextFlow {
    public Prose(String text) {
        getStyleClass().add("prose");
        getStylesheets().add(Prose.class.getResource("prose.css").toExternalForm());
        setAccessibleRole(AccessibleRole.TEXT);
        setMinWidth(0);
        setText(text);
    }

    public Prose() {
        this("");
    }

    public void setText(String text) {
        setAccessibleText(text);
        getChildren().setAll(pieces(text).stream().map(Prose::piece).toList());
    }

    public String getText() {
        return getAccessibleText();
    }

    /// `text` in pieces: words that must be shaped stand alone.
    static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int plain = 0;
        int word = 0;
        while (word < text.length()) {
            int end = word;
            boolean shaped = false;
            while (end < text.length() && (end == word || !Character.isWhitespace(text.charAt(end - 1)))) {
                int letter = text.codePointAt(end);
                shaped |= isShaped(letter);
                end += Character.charCount(letter);
            }
            if (shaped) {
                if (plain < word) {
                    pieces.add(text.substring(plain, word));
                }
                pieces.add(text.substring(word, end));
                plain = end;
            }
            word = end;
        }
        if (plain < text.length()) {
            pieces.add(text.substring(plain));
        }
        return pieces;
    }

    private static boolean isShaped(int letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || letter >= 0x590 && letter < 0x10A0
                || letter > 0xFFFF;
    }

    private static Text piece(String text) {
        Text piece = new Text(text);
        piece.getStyleClass().add("prose-text");
        return piece;
    }
}
