package org.densepath.paint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.densepath.paint.file.FigureFile;
import org.densepath.paint.file.FigureFormat;
import org.densepath.paint.file.FigureSettings;
import org.densepath.paint.file.FigureSize;
import org.densepath.paint.file.KeptFigure;

/// Figures with everything that is hard to draw. `main` writes them into a folder, to be looked at.
public final class SampleFigures {
    private static final float NONE = Float.NaN;

    private SampleFigures() {}

    public static HeatmapFigure heatmap() {
        List<String> tokens = new ArrayList<>(List.of(
                "What", " is", " ", "47", " +", " 38", "?", "\n", "Let", " me", " add", ":", " 7", " +", " 8", " =",
                " 15", ",", " carry", " 1", ".", "\n\n", "  ", " 4", " +", " 3", " +", " 1", " =", " 8", " so", " 47",
                " +", " 38", " =", " 85", ".", " The", " naïve", " bound", " λ≥β→∞", " holds", " 数", "学", "です", " 🙂",
                " and", " don't", "aud", "iti", "dig", "ression", "\n", "    ", "return", " x", "<end>"));
        float[] credit = new float[tokens.size()];
        Random random = new Random(7);
        for (int i = 0; i < credit.length; i++) {
            credit[i] = i < 8 ? NONE : (float) (random.nextGaussian() * 0.7);
        }
        credit[35] = 2.6f;
        credit[38] = -1.9f;
        credit[11] = 0;
        credit[14] = 0;
        credit[20] = Float.POSITIVE_INFINITY;
        return HeatmapFigure.of(
                        "Dense reward of one response", "reward r̂", List.of(new CreditedText("", tokens, credit)))
                .withCaption("r̂ = log π_SFT − log π_ref per token, step 41, seed 1. Orange raises, blue lowers the"
                        + " probability of a token; the prompt carries no credit.");
    }

    /// Measured now and then, with final scores beside it, over a logarithmic axis, and a scatter.
    public static CurveFigure measured() {
        double[] x = {1, 10, 20, 30, 40};
        double[] y = {0.3, 0.32, 0.31, 0.34, 0.35};
        double[] low = {0.25, 0.27, 0.26, 0.29, 0.3};
        double[] high = {0.35, 0.37, 0.36, 0.39, Double.NaN};
        Series points = Series.points("sampled", x, y, low, high, 0);
        Series scores = Series.single(
                "sampled",
                new double[] {1, 40},
                new double[] {0.29, 0.33},
                new double[] {0.26, 0.3},
                new double[] {0.32, 0.36},
                0);
        Series scatter = Series.scatter("", x, y, 1);
        return new CurveFigure(
                "Held-out success",
                List.of(
                        Panel.of("Success", "step", "share", List.of(points, scores)),
                        Panel.of("Return", "length", "nats", List.of(scatter)).withLogX()),
                2,
                "");
    }

    /// A worked sum and the same with a wrong carry and a word less.
    public static PairFigure pair() {
        List<String> right = List.of(
                "7", " +", " 8", " =", " 15", ",", " carry", " 1", ".", " 4", " +", " 3", " +", " 1", " =", " 8", ".",
                "\n", "So", " the", " answer", " is", " 47", " +", " 38", " =", " 85", ".", "<end>");
        List<String> wrong = List.of(
                "7",
                " +",
                " 8",
                " =",
                " 15",
                ".",
                " 4",
                " +",
                " 3",
                " =",
                " 7",
                ".",
                "\n",
                "So",
                " the",
                " answer",
                " is",
                " naïvely",
                " 47",
                " +",
                " 38",
                " =",
                " 75",
                ".",
                "<end>");
        Random random = new Random(3);
        float[] a = new float[right.size()];
        float[] b = new float[wrong.size()];
        for (int i = 0; i < a.length; i++) {
            a[i] = (float) (random.nextGaussian() * 0.15 + 0.05);
        }
        for (int i = 0; i < b.length; i++) {
            b[i] = (float) (random.nextGaussian() * 0.15);
        }
        a[26] = 1.1f;
        b[10] = -0.8f;
        b[22] = -2.3f;
        return PairFigure.of(
                        "A right answer and one with a changed number",
                        "reward r̂",
                        new CreditedText("right: 47 + 38 = 85", right, a),
                        new CreditedText("wrong: 47 + 38 = 75", wrong, b),
                        Alignment.of(ids(right), ids(wrong)))
                .withCaption("r̂ = log π_SFT − log π_ref per token; between the answers what the second earns more.");
    }

    private static int[] ids(List<String> tokens) {
        return tokens.stream().mapToInt(String::hashCode).toArray();
    }

    public static HeatmapFigure stacked() {
        HeatmapFigure one = heatmap();
        List<CreditedText> texts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            CreditedText text = one.texts().getFirst();
            float[] credit = text.credit().clone();
            for (int t = 8; t < credit.length; t++) {
                credit[t] = Float.isFinite(credit[t]) ? credit[t] * (1 - 0.7f * i) : 0.3f;
            }
            texts.add(new CreditedText("Step " + 20 * i + " · prompt 3", text.tokens(), credit));
        }
        return HeatmapFigure.of("The same response while training goes on", "advantage", texts);
    }

    public static CurveFigure curves(int points) {
        Random random = new Random(3);
        double[] x = new double[points];
        Arrays.setAll(x, i -> i * 200.0 / points);
        List<Panel> panels = new ArrayList<>();
        String[] titles = {"Reward", "KL to SFT", "Entropy", "Response length", "Learning rate", "Gradient norm"};
        String[] units = {"nats per token", "k3, nats", "nats", "tokens", "", "ℓ₂"};
        for (int p = 0; p < titles.length; p++) {
            List<Series> series = new ArrayList<>();
            for (int arm = 0; arm < 2; arm++) {
                double[] y = new double[points];
                for (int i = 0; i < points; i++) {
                    double t = x[i] / 200;
                    double noise = random.nextGaussian();
                    y[i] = switch (p) {
                        case 0 -> (0.2 + 0.2 * arm) * (1 - Math.exp(-4 * t)) + 0.06 * noise;
                        case 1 -> 0.05 + (4 - arm) * t * t + 0.15 * Math.abs(noise);
                        case 2 -> 2.4 - 0.8 * t + 0.1 * noise;
                        case 3 -> 180 + 90 * t * (1 + arm) + 20 * noise;
                        case 4 -> 2e-5 * Math.min(1, 10 * t) * (1.01 - t) * (1 + arm);
                        default -> Math.exp(3 - 4 * t + 0.5 * noise);
                    };
                    if (p == 2 && t > 0.5 && t < 0.55) {
                        y[i] = Double.NaN;
                    }
                }
                String name = arm == 0 ? "Dense-Path REINFORCE" : "sparse reward";
                if (p == 4) {
                    series.add(Series.of(name, x, y, arm));
                } else if (p == 3) {
                    double[] smooth = Smoothing.debiased(y, 0.9);
                    double[] low = Arrays.stream(smooth).map(v -> v - 12).toArray();
                    double[] high = Arrays.stream(smooth).map(v -> v + 12).toArray();
                    series.add(Series.withBand(name, x, smooth, low, high, arm));
                } else {
                    series.addAll(Series.rawAndSmoothed(name, x, y, 0.95, arm));
                }
            }
            Panel panel = Panel.of(titles[p], "step", units[p], series);
            panels.add(
                    switch (p) {
                        case 0 ->
                            panel.withMarks(
                                    List.of(new Panel.Line("resumed", 80), new Panel.Line("reference replaced", 90)));
                        case 1 -> panel.withLimits(List.of(new Panel.Line("limit", 3.5)));
                        case 5 -> panel.withLogY();
                        default -> panel;
                    });
        }
        return new CurveFigure(
                "Training of two arms", panels, 0, "Faint: each step. Strong: debiased moving average, weight 0.95.");
    }

    public static RadarFigure radar() {
        return new RadarFigure(
                "Success by family",
                "% of prompts",
                List.of("sort", "replace", "list & count", "λ"),
                List.of(
                        new RadarFigure.Ring("Dense-Path REINFORCE", List.of(41.0, 72.5, 12.0, 33.0), 0),
                        new RadarFigure.Ring("SFT", List.of(38.0, Double.NaN, 14.0, 0.0), 1)),
                "Held-out prompts.");
    }

    public static BarFigure bars() {
        return new BarFigure(
                "Win rate against the SFT model",
                "win rate − 50 %, in points; 95 % interval",
                List.of(
                        new BarFigure.Group(
                                "MT-Bench",
                                List.of(
                                        new BarFigure.Bar(
                                                "Dense-Path REINFORCE", 6.42, 6.05, 6.8, "n 160, 0 unparsed", 0),
                                        new BarFigure.Bar("SPIN", 6.1, 5.7, 6.5, "n 160, 2 unparsed", 1),
                                        new BarFigure.Bar("SFT", 5.72, 5.3, 6.1, "n 160, 1 unparsed", 2))),
                        new BarFigure.Group(
                                "AlpacaEval 2, length-controlled",
                                List.of(
                                        new BarFigure.Bar("Dense-Path REINFORCE", 2.3, -0.4, 5.1, "n 805", 0),
                                        new BarFigure.Bar("SPIN", -1.2, -3.1, 0.7, "n 805", 1),
                                        new BarFigure.Bar("GSIL", Double.NaN, Double.NaN, Double.NaN, "", 2)))),
                "Intervals by bootstrap over prompts.");
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (Theme theme : Theme.all()) {
            double width = theme == Theme.SLIDE ? 340 : theme == Theme.PAPER ? 180 : 250;
            FigureSize size = FigureSize.millimetres(width, theme == Theme.PAPER ? 200 : 96);
            List<Figure> figures = List.of(
                    heatmap(),
                    stacked(),
                    heatmap().withColours(ColourMap.SIGNED_GREY).withStyle(HeatmapStyle.ROOMY),
                    curves(200),
                    curves(20_000),
                    bars(),
                    measured(),
                    pair(),
                    radar());
            for (int i = 0; i < figures.size(); i++) {
                for (FigureFormat format : FigureFormat.values()) {
                    Path file = folder.resolve(theme.name() + "-" + i + "." + format.extension());
                    FigureFile.replace(
                            file,
                            new KeptFigure(figures.get(i), FigureSettings.of(size, theme), Map.of("step", "41")),
                            format);
                }
            }
        }
    }
}
