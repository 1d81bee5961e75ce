package org.densepath.app.bench;

import org.densepath.app.live.StageMark;
import org.densepath.paint.NumberText;

/// How answers and their values are written.
final class AnswerText {
    private AnswerText() {}

    /// `DPR`, `Continued SFT`.
    static String arm(String arm) {
        return arm.isEmpty() ? "" : StageMark.stageName(arm);
    }

    /// `right`, `wrong`, `1 of 2 right`, `wins`, `loses`, `rating 7.5`; empty where nobody judged.
    static String value(ArmAnswers answers, Measure measure) {
        double value = answers.value();
        if (Double.isNaN(value)) {
            return "";
        }
        return switch (measure) {
            case CHECK -> check(answers);
            case SHARE ->
                (value > 0.5 ? "wins" : value < 0.5 ? "loses" : "ties")
                        + (value > 0 && value < 1 && value != 0.5 ? " " + JudgeText.value(value) : "");
            case RATING -> "rating " + JudgeText.value(value);
            case NONE -> "";
        };
    }

    private static String check(ArmAnswers answers) {
        long checked = answers.answers().stream().filter(KeptAnswer::checked).count();
        long right = answers.answers().stream().filter(KeptAnswer::right).count();
        return checked == 1 ? (right == 1 ? "right" : "wrong") : right + " of " + checked;
    }

    /// `+0.33`, empty where there is none.
    static String totalReturn(double value) {
        return Double.isNaN(value) ? "" : NumberText.signed(value);
    }
}
