package org.densepath.app.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.scoring.Role;
import org.densepath.paint.ColourMap;
import org.densepath.paint.CreditedText;
import org.densepath.paint.HeatmapFigure;
import org.densepath.paint.HeatmapStyle;
import org.densepath.paint.NumberText;
import org.densepath.paint.PairFigure;
import org.densepath.paint.ValueRange;

/// The answers to a prompt as heatmaps of one scale.
final class AnswerFigures {
    private static final String LAYER = "reward r̂";

    private AnswerFigures() {}

    /// One scale for all, so that colours compare.
    static ValueRange range(Map<String, CreditedAnswer> credited) {
        return ValueRange.symmetric(
                credited.values().stream().map(CreditedAnswer::reward).toList(), HeatmapFigure.CLIP);
    }

    static HeatmapFigure one(CreditedAnswer answer, ValueRange range) {
        return drawn("", List.of(answer.text("")), range, PairFigure.STYLE, "");
    }

    /// All of them under one another, for export.
    ///
    /// @param title of the answers' set
    static FigureOffer offer(
            String run, String title, int seed, CreditViewModel.Asked asked, Map<String, CreditedAnswer> credited) {
        List<CreditedText> texts = new ArrayList<>();
        asked.answers().forEach((arm, answer) -> {
            if (credited.containsKey(arm)) {
                texts.add(credited.get(arm).text(heading(arm, answer)));
            }
        });
        Map<String, String> provenance = new LinkedHashMap<>();
        provenance.put("run", run);
        provenance.put("answers", title);
        provenance.put("seed", String.valueOf(seed));
        asked.models().forEach((role, model) -> provenance.put(role.symbol(), shortened(model)));
        provenance.put("prompt", asked.prompt());
        String caption = "r̂ = log π_SFT − log π_ref of each token, in nats; π_SFT is "
                + shortened(asked.models().get(Role.SFT)) + ", π_ref is "
                + shortened(asked.models().get(Role.REFERENCE)) + ". Prompt: " + asked.prompt();
        return new FigureOffer(
                drawn("Answers of " + texts.size() + " models", texts, range(credited), PairFigure.STYLE, caption),
                provenance,
                "answers");
    }

    private static HeatmapFigure drawn(
            String title, List<CreditedText> texts, ValueRange range, HeatmapStyle style, String caption) {
        return new HeatmapFigure(title, LAYER, texts, range, ColourMap.BLUE_ORANGE, style, caption);
    }

    private static String heading(String arm, KeptAnswer answer) {
        String outcome = answer.checked() ? answer.right() ? ", right" : ", wrong" : "";
        String ret = Double.isNaN(answer.totalReturn()) ? "" : ", return " + NumberText.signed(answer.totalReturn());
        return AnswerText.arm(arm) + outcome + ret;
    }

    /// Without the folders that lead to it.
    private static String shortened(String model) {
        return model.substring(Math.max(model.lastIndexOf('/'), model.lastIndexOf('\\')) + 1);
    }
}
