package org.densepath.bench.localise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.densepath.paint.CreditedText;
import org.densepath.paint.PairFigure;

/// Pairs as figures: the right answer's credit beside the wrong one's. Of each kind of error in turn one that the
/// reward finds (the lowest r̂ is the error's) and one that it misses, the first of either.
public final class PairExamples {
    private static final String LAYER = "r̂ = log π_SFT − log π_ref (nats)";

    private PairExamples() {}

    /// At most `count` figures by name (`number-found`), none where there is no reward.
    public static Map<String, PairFigure> of(List<TokenPair> pairs, int count) {
        Map<String, TokenPair> chosen = new LinkedHashMap<>();
        for (TokenPair pair : pairs) {
            if (pair.reward().length > 0) {
                chosen.putIfAbsent(pair.kind() + (top1(pair) > 0 ? "-found" : "-missed"), pair);
            }
        }
        List<String> names = new ArrayList<>(chosen.keySet());
        names.sort((a, b) -> Boolean.compare(a.endsWith("missed"), b.endsWith("missed")));
        Map<String, PairFigure> figures = new LinkedHashMap<>();
        names.stream().limit(count).forEach(name -> figures.put(fileName(name), figure(chosen.get(name))));
        return figures;
    }

    private static double top1(TokenPair pair) {
        return PlaceMeasures.of(pair.suspicions(0).get(Signal.REWARD), pair.from(), pair.to())
                .top1();
    }

    private static String fileName(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
    }

    /// The tokens of both answers with their r̂; the error's place is told below.
    static PairFigure figure(TokenPair pair) {
        String error =
                String.join("", pair.tokens().subList(pair.from(), pair.to())).strip();
        String place = pair.to() - pair.from() == 1
                ? "token " + (pair.from() + 1)
                : "tokens " + (pair.from() + 1) + " to " + pair.to();
        return PairFigure.of(
                        pair.prompt().strip(),
                        LAYER,
                        new CreditedText(heading("Right", pair.rewardRight()), pair.rightTokens(), pair.rewardRight()),
                        new CreditedText(heading("Wrong", pair.reward()), pair.tokens(), pair.reward()),
                        pair.alignment())
                .withCaption("Error (" + pair.kind() + "): \u201c" + error + "\u201d, " + place + " of "
                        + pair.ids().length + " in the wrong answer.");
    }

    private static String heading(String what, float[] reward) {
        double sum = 0;
        for (float r : reward) {
            sum += r;
        }
        return String.format(Locale.ROOT, "%s: return %+.2f", what, sum);
    }
}
