package org.densepath.app.inspect;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Which token it is: text, place, id, bytes.
final class TokenHeader extends VBox {
    private final Label text = new Label();
    private final Label place = new Label();
    private final Label facts = new Label();
    private final Tooltip whole = new Tooltip();

    TokenHeader() {
        super(5);
        text.setId("inspector-token");
        text.getStyleClass().add("inspector-token");
        text.setMinWidth(0);
        text.setTooltip(whole);
        place.setId("inspector-place");
        place.getStyleClass().add("muted");
        place.setMinWidth(Region.USE_PREF_SIZE);
        facts.setId("inspector-facts");
        facts.getStyleClass().addAll("muted", "inspector-code");
        facts.setWrapText(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top = new HBox(10, text, gap, place);
        top.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(top, facts);
    }

    void show(TokenPlace now) {
        text.setText(TokenText.visible(now.text()));
        whole.setText(now.text().isEmpty() ? "A part of a character" : now.text());
        place.setText("token " + (now.token() + 1) + " of " + now.row().responseLength());
        facts.setText("id " + now.id() + " · " + bytes(now));
    }

    String sentence() {
        return text.getText() + ", " + place.getText() + ".";
    }

    /// A character that is cut over several tokens has its bytes told at each of them, with the token's part.
    static String bytes(TokenPlace place) {
        List<String> tokens = place.row().tokens();
        int first = place.token();
        while (first > 0 && tokens.get(first).isEmpty()) {
            first--;
        }
        int end = first + 1;
        while (end < tokens.size() && tokens.get(end).isEmpty()) {
            end++;
        }
        byte[] bytes = tokens.get(first).getBytes(StandardCharsets.UTF_8);
        String hex = hex(bytes);
        return end - first == 1
                ? "bytes " + hex
                : "part %d of %d of “%s” (%s)"
                        .formatted(place.token() - first + 1, end - first, tokens.get(first), hex);
    }

    private static String hex(byte[] bytes) {
        int most = 16;
        String hex = HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(most, bytes.length));
        return bytes.length > most ? hex + " … (" + bytes.length + ")" : hex;
    }
}
