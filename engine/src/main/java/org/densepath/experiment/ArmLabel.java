package org.densepath.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a person calls an arm or a stage.
public final class ArmLabel {
    private static final Set<String> ABBREVIATIONS = Set.of("sft", "dpr", "spin", "gsil", "ema");

    private ArmLabel() {}

    /// `DPR`, `Continued SFT`, `SFT at 0.5`.
    public static String of(String id) {
        List<String> words = new ArrayList<>();
        for (String word : id.split("-")) {
            words.add(ABBREVIATIONS.contains(word) ? word.toUpperCase(Locale.ROOT) : word);
        }
        String name = String.join(" ", words);
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
