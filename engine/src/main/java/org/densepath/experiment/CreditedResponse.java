package org.densepath.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.densepath.paint.CreditedText;
import org.densepath.paint.NumberText;
import org.densepath.run.TraceRow;

/// A traced response as a text with credit: the prompt without credit, each response token with its reward.
public final class CreditedResponse {
    private CreditedResponse() {}

    public static CreditedText of(TraceRow row) {
        List<String> tokens = new ArrayList<>(List.of(row.prompt().split("(?=\\s)")));
        int prompt = tokens.size();
        tokens.addAll(row.tokens());
        float[] credit = new float[tokens.size()];
        Arrays.fill(credit, 0, prompt, Float.NaN);
        float[] reward = row.values().reward();
        for (int t = prompt; t < credit.length; t++) {
            credit[t] = reward.length == 0 ? Float.NaN : reward[t - prompt];
        }
        String check =
                row.outsideCheck().isEmpty() ? "" : row.outsideCheck().getAsDouble() > 0.5 ? ", right" : ", wrong";
        return new CreditedText(
                "prompt %d, sample %d: return %s%s%s"
                        .formatted(
                                row.promptIndex(),
                                row.sample() + 1,
                                signed(row.totalReturn()),
                                check,
                                row.ended() == TraceRow.Ended.LENGTH ? ", cut" : ""),
                tokens,
                credit);
    }

    private static String signed(double value) {
        String digits = NumberText.decimals(value, 2);
        return digits.startsWith("−") ? digits : "+" + digits;
    }
}
