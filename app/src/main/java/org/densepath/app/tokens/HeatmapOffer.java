package org.densepath.app.tokens;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.densepath.app.figures.FigureOffer;
import org.densepath.paint.CreditedText;
import org.densepath.paint.CurveFigure;
import org.densepath.paint.HeatmapFigure;
import org.densepath.paint.Panel;
import org.densepath.paint.RunningSum;
import org.densepath.paint.Series;
import org.densepath.paint.TokenSpans;
import org.densepath.run.TraceRow;

/// The heatmap as it is shown, or its running return, for export, with where it comes from.
public final class HeatmapOffer {
    private HeatmapOffer() {}

    public static FigureOffer of(Shown shown, HeatmapSettings settings, String run) {
        TraceRow row = shown.row();
        StepTrace step = shown.step();
        List<CreditedText> texts = new ArrayList<>();
        List<String> words = settings.prompt().get() ? HeatmapContent.promptCells(row) : List.of();
        if (!words.isEmpty()) {
            float[] none = new float[words.size()];
            Arrays.fill(none, Float.NaN);
            texts.add(new CreditedText("Prompt", words, none));
        }
        texts.add(new CreditedText(texts.isEmpty() ? "" : "Response", shown.cells(), shown.credit()));
        String by = settings.unit().get() == TokenSpans.Unit.TOKEN
                ? ""
                : ", " + shown.gathering().label().toLowerCase(Locale.ROOT) + " of each "
                        + HeatmapSettings.word(settings.unit().get());
        String caption = shown.layer().label() + by + ". Step " + row.step() + ", prompt " + row.promptIndex()
                + ", sample " + row.sample() + ". " + shown.layer().meaning() + ".";
        HeatmapFigure figure = new HeatmapFigure(
                "", shown.layer().label() + by, texts, shown.range(), shown.colours(), settings.style(), caption);
        return new FigureOffer(figure, provenance(shown, run), name(shown));
    }

    /// The running return below the text, as a curve over tokens.
    public static FigureOffer running(Shown shown, String run) {
        TraceRow row = shown.row();
        double[] sums = RunningSum.of(TokenLayer.REWARD.of(row, shown.step()));
        double[] places = new double[sums.length];
        Arrays.setAll(places, i -> i + 1);
        Panel panel = Panel.of("Running return", "token", "nats", List.of(Series.of("Σ r̂", places, sums, 0)));
        String caption = "Sum of the rewards r̂ up to each token. Step " + row.step() + ", prompt " + row.promptIndex()
                + ", sample " + row.sample() + ".";
        Map<String, String> provenance = provenance(shown, run);
        provenance.put("layer", "running return");
        return new FigureOffer(
                new CurveFigure("", List.of(panel), 1, caption),
                provenance,
                "running-return-step-" + row.step() + "-prompt-" + row.promptIndex() + "-" + row.sample());
    }

    private static Map<String, String> provenance(Shown shown, String run) {
        StepTrace step = shown.step();
        Map<String, String> provenance = new LinkedHashMap<>();
        provenance.put("run", run);
        provenance.put("arm", step.kept().arm());
        provenance.put("seed", Integer.toString(step.kept().seed()));
        provenance.put("step", Long.toString(shown.row().step()));
        provenance.put("prompt", Integer.toString(shown.row().promptIndex()));
        provenance.put("sample", Integer.toString(shown.row().sample()));
        provenance.put("layer", HeatmapSettings.word(shown.layer()));
        step.facts().model().ifPresent(model -> provenance.put("model", model));
        step.facts().definition().ifPresent(definition -> provenance.put("reward", definition));
        if (!step.facts().references().isEmpty()) {
            provenance.put("reference", step.facts().references());
        }
        step.facts().precision().ifPresent(precision -> provenance.put("precision", precision));
        step.facts().temperature().ifPresent(t -> provenance.put("temperature", Double.toString(t)));
        return provenance;
    }

    private static String name(Shown shown) {
        return "tokens-" + HeatmapSettings.word(shown.layer()) + "-step-"
                + shown.row().step() + "-prompt-" + shown.row().promptIndex() + "-"
                + shown.row().sample();
    }
}
