package org.densepath.app.live;

import java.util.ArrayList;
import java.util.List;

/// What is said to a person: whole sentences, whoever wrote their parts.
final class Sentences {
    private Sentences() {}

    /// `parts` one after the other, each with a capital letter and a full stop; blank ones are left out.
    static String joined(String... parts) {
        List<String> sentences = new ArrayList<>();
        for (String part : parts) {
            String text = part.strip();
            if (!text.isEmpty()) {
                boolean ended = ".!?".indexOf(text.charAt(text.length() - 1)) >= 0;
                sentences.add(Character.toUpperCase(text.charAt(0)) + text.substring(1) + (ended ? "" : "."));
            }
        }
        return String.join(" ", sentences);
    }
}
