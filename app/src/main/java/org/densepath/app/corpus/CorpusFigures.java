package org.densepath.app.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.densepath.app.rollouts.RolloutText;
import org.densepath.paint.BarFigure;
import org.densepath.paint.CurveFigure;
import org.densepath.paint.Extent;
import org.densepath.paint.NumberText;
import org.densepath.paint.Panel;
import org.densepath.paint.Series;
import org.densepath.run.query.Corpus;
import org.densepath.run.query.CorpusPart;
import org.densepath.run.query.LengthEffect;
import org.densepath.run.query.RewardEstimate;
import org.densepath.run.query.TokenClass;

/// The four pictures of a corpus, and what their bars stand for.
final class CorpusFigures {
    private static final String REWARD = "mean reward r̂ a token";

    private CorpusFigures() {}

    static CurveFigure positions(Corpus corpus, String title) {
        int bins = corpus.settings().bins();
        List<Corpus.PositionReward> all = corpus.positions();
        double[] x =
                all.stream().mapToDouble(one -> 100 * (one.bin() + 0.5) / bins).toArray();
        double[] mean = all.stream().mapToDouble(one -> one.reward().mean()).toArray();
        double[] low = all.stream().mapToDouble(one -> one.reward().low()).toArray();
        double[] high = all.stream().mapToDouble(one -> one.reward().high()).toArray();
        Series band = Series.withBand("mean, 95 % interval", x, mean, low, high, 0);
        Panel panel = Panel.of("", "place in the response, %", REWARD, List.of(band, Series.scatter("", x, mean, 0)))
                .withRanges(Optional.of(new Extent(0, 100)), Optional.empty());
        return CurveFigure.of(title, List.of(panel));
    }

    static List<Bar> positionBars(Corpus corpus) {
        int bins = corpus.settings().bins();
        return corpus.positions().stream()
                .map(one -> new Bar(
                        String.format(
                                Locale.ROOT,
                                "%.0f–%.0f %% of the response",
                                100.0 * one.bin() / bins,
                                100.0 * (one.bin() + 1) / bins),
                        "the tokens at these places of all responses",
                        new CorpusPart.Position(one.bin(), bins),
                        one.reward()))
                .toList();
    }

    private static String meaning(TokenClass kind, Corpus corpus) {
        return kind == TokenClass.RARE
                ? "tokens of any kind whose text occurs less than "
                        + corpus.settings().rareBelow() + " times"
                : kind.meaning();
    }

    static BarFigure classes(Corpus corpus, String title) {
        return new BarFigure(title, REWARD, List.of(new BarFigure.Group("", bars(classBars(corpus), 0))), "");
    }

    static List<Bar> classBars(Corpus corpus) {
        return corpus.classes().stream()
                .map(one -> new Bar(
                        one.kind().title(), meaning(one.kind(), corpus), new CorpusPart.Kind(one.kind()), one.reward()))
                .toList();
    }

    /// @param listed how many highest and how many lowest
    static BarFigure tokens(Corpus corpus, int listed, String title) {
        List<BarFigure.Group> groups = new ArrayList<>();
        groups.add(new BarFigure.Group("Highest", bars(tokenBars(corpus.highest(), listed), 0)));
        groups.add(new BarFigure.Group("Lowest", bars(tokenBars(corpus.lowest(), listed), 1)));
        return new BarFigure(title, REWARD, groups, "");
    }

    static List<Bar> tokenBars(List<Corpus.TokenReward> tokens, int listed) {
        return tokens.stream()
                .limit(listed)
                .map(one -> new Bar(
                        named(one.token()), "all tokens of this text", new CorpusPart.Text(one.token()), one.reward()))
                .toList();
    }

    static CurveFigure length(LengthEffect effect, String title) {
        double[] x =
                effect.points().stream().mapToDouble(LengthEffect.Point::length).toArray();
        double[] y = effect.points().stream()
                .mapToDouble(LengthEffect.Point::totalReturn)
                .toArray();
        List<Series> series = new ArrayList<>();
        series.add(Series.scatter("responses", x, y, 0));
        if (x.length > 1 && Double.isFinite(effect.slope())) {
            double[] ends = {x[0], x[x.length - 1]};
            double[] line = {
                effect.intercept() + effect.slope() * ends[0], effect.intercept() + effect.slope() * ends[1]
            };
            series.add(Series.of("least squares", ends, line, 1));
        }
        return CurveFigure.of(title, List.of(Panel.of("", "length, tokens", "return", series)));
    }

    /// `r = −0.12 [−0.16, −0.08]`.
    static String correlation(LengthEffect effect) {
        if (Double.isNaN(effect.correlation())) {
            return "no correlation: return or length does not vary";
        }
        String r = "r = " + rounded(effect.correlation());
        return Double.isNaN(effect.low())
                ? r
                : r + " [" + rounded(effect.low()) + ", " + rounded(effect.high()) + "], "
                        + NumberText.signed(effect.slope()) + " a token";
    }

    /// `+0.21 [+0.18, +0.24], 1,204 tokens in 800 responses`.
    static String said(RewardEstimate reward) {
        String interval = Double.isNaN(reward.low())
                ? ""
                : " [" + NumberText.signed(reward.low()) + ", " + NumberText.signed(reward.high()) + "]";
        return NumberText.signed(reward.mean()) + interval + ", " + RolloutText.count(reward.tokens(), "token") + " in "
                + RolloutText.count(reward.responses(), "response");
    }

    /// A token as it can be read: blanks and line ends are seen.
    static String named(String token) {
        return token.isEmpty()
                ? "(part of a character)"
                : token.replace(" ", "␣").replace("\n", "⏎").replace("\t", "⇥");
    }

    private static List<BarFigure.Bar> bars(List<Bar> bars, int colour) {
        return bars.stream()
                .map(bar -> new BarFigure.Bar(
                        bar.title(),
                        bar.reward().mean(),
                        bar.reward().low(),
                        bar.reward().high(),
                        "n " + RolloutText.number(bar.reward().tokens()),
                        colour))
                .toList();
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replace('-', '−');
    }
}
