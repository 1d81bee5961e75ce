package org.densepath.app.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/// A prompt with the answers of every arm that has some.
///
/// @param reference the right answer, empty where it is not known
record PromptLine(String key, String prompt, String family, String reference, Map<String, ArmAnswers> byArm) {
    PromptLine {
        byArm = new LinkedHashMap<>(byArm);
    }

    /// How good an arm's answers are; NaN where there are none or nobody judged them.
    double value(String arm) {
        ArmAnswers answers = byArm.get(arm);
        return answers == null ? Double.NaN : answers.value();
    }

    boolean turns() {
        return byArm.values().stream().anyMatch(ArmAnswers::turns);
    }

    /// Whether the prompt or one of the answers contains `lowerCase`.
    boolean contains(String lowerCase) {
        return lowerCase.isEmpty()
                || has(prompt, lowerCase)
                || byArm.values().stream()
                        .flatMap(answers -> answers.answers().stream())
                        .anyMatch(answer -> has(answer.text(), lowerCase));
    }

    private static boolean has(String text, String lowerCase) {
        return text.toLowerCase(java.util.Locale.ROOT).contains(lowerCase);
    }
}
