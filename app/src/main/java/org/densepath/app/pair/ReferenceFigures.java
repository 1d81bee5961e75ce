package org.densepath.app.pair;

import java.util.ArrayList;
import java.util.List;
import org.densepath.app.scoring.ModelScores;
import org.densepath.app.scoring.Role;
import org.densepath.paint.ColourMap;
import org.densepath.paint.CreditedText;
import org.densepath.paint.HeatmapFigure;
import org.densepath.paint.PairFigure;
import org.densepath.paint.ValueRange;

/// The same answer's reward under each snapshot as reference, as small multiples on one scale.
final class ReferenceFigures {
    private ReferenceFigures() {}

    static HeatmapFigure of(Version version, List<SweepViewModel.Swept> references) {
        ModelScores sft = version.scored().models().get(Role.SFT);
        List<CreditedText> texts = new ArrayList<>();
        for (SweepViewModel.Swept swept : references) {
            float[] reward = new float[sft.logp().length];
            for (int i = 0; i < reward.length; i++) {
                reward[i] = sft.logp()[i] - swept.logp()[i];
            }
            texts.add(new CreditedText(heading(swept.model()), version.scored().tokens(), reward));
        }
        ValueRange range =
                ValueRange.symmetric(texts.stream().map(CreditedText::credit).toList(), HeatmapFigure.CLIP);
        return new HeatmapFigure("", PairFigures.LAYER, texts, range, ColourMap.BLUE_ORANGE, PairFigure.STYLE, "");
    }

    static String heading(NamedModel model) {
        return model.part().equals("base")
                ? "π_ref: the base model, 0 of SFT"
                : "π_ref: after " + model.part().replace("sft@", "") + " of SFT";
    }
}
