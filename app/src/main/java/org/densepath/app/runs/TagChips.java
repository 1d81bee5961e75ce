package org.densepath.app.runs;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Tags as small chips.
final class TagChips {
    private TagChips() {}

    static Label chip(String tag) {
        Label chip = new Label(tag);
        chip.getStyleClass().add("tag-chip");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }

    /// The first `most`, and how many more there are.
    static List<Node> some(List<String> tags, int most) {
        List<Node> chips = new ArrayList<>();
        tags.stream().limit(most).forEach(tag -> chips.add(chip(tag)));
        if (tags.size() > most) {
            chips.add(chip("+" + (tags.size() - most)));
        }
        return chips;
    }
}
