package org.densepath.app.pair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.scoring.Role;
import org.densepath.app.scoring.Scored;
import org.densepath.paint.Alignment;
import org.densepath.paint.ColourMap;
import org.densepath.paint.CreditedText;
import org.densepath.paint.Figure;
import org.densepath.paint.HeatmapFigure;
import org.densepath.paint.PairFigure;
import org.densepath.paint.ValueRange;

/// Versions as figures.
final class PairFigures {
    static final String LAYER = "reward r̂";

    private PairFigures() {}

    /// One version, its prompt in front without credit.
    static HeatmapFigure one(Version version) {
        Scored scored = version.scored();
        List<String> tokens = new ArrayList<>(scored.promptTokens());
        tokens.addAll(scored.tokens());
        float[] credit = new float[tokens.size()];
        Arrays.fill(credit, Float.NaN);
        System.arraycopy(scored.reward(), 0, credit, scored.promptTokens().size(), scored.reward().length);
        ValueRange range = ValueRange.symmetric(List.of(scored.reward()), HeatmapFigure.CLIP);
        return new HeatmapFigure(
                "",
                LAYER,
                List.of(new CreditedText(version.title(), tokens, credit)),
                range,
                ColourMap.BLUE_ORANGE,
                PairFigure.STYLE,
                "");
    }

    static PairFigure pair(Version first, Version second) {
        return PairFigure.of("", LAYER, text(first), text(second), alignment(first, second));
    }

    /// A line end stands beside a line end only: it ends a row of the drawing.
    private static Alignment alignment(Version first, Version second) {
        List<String> one = first.scored().tokens();
        List<String> other = second.scored().tokens();
        return Alignment.of(
                answerIds(first),
                answerIds(second),
                (a, b) -> one.get(a).contains("\n") == other.get(b).contains("\n"));
    }

    private static CreditedText text(Version version) {
        return new CreditedText(
                version.title(), version.scored().tokens(), version.scored().reward());
    }

    private static int[] answerIds(Version version) {
        Scored scored = version.scored();
        return Arrays.copyOfRange(scored.ids(), scored.promptLength(), scored.ids().length);
    }

    /// For export, with a caption that says what is shown.
    ///
    /// @param label a model's name as a person reads it
    static FigureOffer offer(Figure figure, Shown shown, UnaryOperator<String> label) {
        Version version = shown.current().orElseThrow();
        Map<String, String> provenance = provenance(version);
        String caption = "r̂ = log π_SFT − log π_ref of each token, in nats; π_SFT is "
                + label.apply(version.models().get(Role.SFT)) + ", π_ref is "
                + label.apply(version.models().get(Role.REFERENCE)) + ". Prompt: " + version.prompt();
        return switch (figure) {
            case PairFigure pair -> {
                provenance.put("A", shown.first().answer());
                provenance.put("B", shown.second().answer());
                yield new FigureOffer(
                        pair.withCaption(caption + " The band is B − A.").withTitle("Two answers, aligned by token"),
                        provenance,
                        "pair");
            }
            case HeatmapFigure heatmap -> new FigureOffer(heatmap.withCaption(caption), provenance, "answer");
            default -> new FigureOffer(figure, provenance, "answer");
        };
    }

    static Map<String, String> provenance(Version version) {
        Map<String, String> provenance = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            if (version.models().containsKey(role)) {
                provenance.put(role.symbol(), version.models().get(role));
            }
        }
        provenance.put("prompt", version.prompt());
        provenance.put("answer", version.answer());
        return provenance;
    }
}
