package org.densepath.app.tokens;

import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.densepath.app.settings.Preferences;
import org.densepath.paint.ColourMap;
import org.densepath.paint.HeatmapFigure;
import org.densepath.paint.HeatmapStyle;
import org.densepath.paint.SpanValue;
import org.densepath.paint.TextStyle;
import org.densepath.paint.TokenSpans;
import org.densepath.paint.ValueRange;

/// How the heatmap is shown: what a person has chosen, remembered for the next time.
public final class HeatmapSettings {
    private final ObjectProperty<TokenLayer> layer = new SimpleObjectProperty<>(TokenLayer.REWARD);
    private final ObjectProperty<TokenSpans.Unit> unit = new SimpleObjectProperty<>(TokenSpans.Unit.TOKEN);
    private final ObjectProperty<SpanValue> value = new SimpleObjectProperty<>(SpanValue.SUM);
    private final ObjectProperty<ColourMap> signedColours = new SimpleObjectProperty<>(ColourMap.BLUE_ORANGE);
    private final ObjectProperty<ColourMap> unsignedColours = new SimpleObjectProperty<>(ColourMap.EMBER);
    private final DoubleProperty clip = new SimpleDoubleProperty(HeatmapFigure.CLIP);
    private final DoubleProperty limit = new SimpleDoubleProperty(0);
    private final ObjectProperty<Density> density = new SimpleObjectProperty<>(Density.ROOMY);
    private final BooleanProperty blanks = new SimpleBooleanProperty(false);
    private final BooleanProperty prompt = new SimpleBooleanProperty(true);
    private final BooleanProperty running = new SimpleBooleanProperty(true);

    /// How closely the text is set.
    public enum Density {
        /// Small proportional text, for long responses.
        DENSE(new HeatmapStyle(TextStyle.Face.SANS, 0.5, 1.7, true, false), 14),
        /// Large text of one width, each token apart.
        ROOMY(new HeatmapStyle(TextStyle.Face.MONO, 3, 2.1, true, false), 17);

        private final HeatmapStyle style;
        private final int textSize;

        Density(HeatmapStyle style, int textSize) {
            this.style = style;
            this.textSize = textSize;
        }

        int textSize() {
            return textSize;
        }
    }

    public HeatmapSettings(Preferences preferences) {
        remember(preferences, "layer", layer, TokenLayer.class);
        remember(preferences, "unit", unit, TokenSpans.Unit.class);
        remember(preferences, "value", value, SpanValue.class);
        remember(preferences, "signed-colours", signedColours, ColourMap.class);
        remember(preferences, "unsigned-colours", unsignedColours, ColourMap.class);
        remember(preferences, "density", density, Density.class);
        remember(preferences, "blanks", blanks);
        remember(preferences, "prompt", prompt);
        remember(preferences, "running", running);
        if (!signedColours.get().diverging() || unsignedColours.get().diverging() || value.get() == SpanValue.FIRST) {
            signedColours.set(ColourMap.BLUE_ORANGE);
            unsignedColours.set(ColourMap.EMBER);
            value.set(SpanValue.SUM);
        }
        // a limit is in the layer's own unit and size
        layer.subscribe(_ -> limit.set(0));
        unit.subscribe(_ -> limit.set(0));
        value.subscribe(_ -> limit.set(0));
    }

    public ObjectProperty<TokenLayer> layer() {
        return layer;
    }

    public ObjectProperty<TokenSpans.Unit> unit() {
        return unit;
    }

    /// [SpanValue#SUM] or [SpanValue#MEAN], where tokens are taken together.
    public ObjectProperty<SpanValue> value() {
        return value;
    }

    public ObjectProperty<ColourMap> signedColours() {
        return signedColours;
    }

    public ObjectProperty<ColourMap> unsignedColours() {
        return unsignedColours;
    }

    /// The share of magnitudes within the automatic range, 0.5 … 1.
    public DoubleProperty clip() {
        return clip;
    }

    /// The magnitude at the colours' end; 0 for automatic.
    public DoubleProperty limit() {
        return limit;
    }

    public ObjectProperty<Density> density() {
        return density;
    }

    /// Whether blanks show as marks.
    public BooleanProperty blanks() {
        return blanks;
    }

    /// Whether the prompt stands above the response.
    public BooleanProperty prompt() {
        return prompt;
    }

    /// Whether the line of what is earned so far stands below the text.
    public BooleanProperty running() {
        return running;
    }

    /// The map for the layer.
    public ColourMap colours() {
        return layer.get().signed() ? signedColours.get() : unsignedColours.get();
    }

    public void colours(ColourMap chosen) {
        (chosen.diverging() ? signedColours : unsignedColours).set(chosen);
    }

    public HeatmapStyle style() {
        return density.get().style.withBlanks(blanks.get());
    }

    /// What the automatic range is of, were tokens grouped by `unit`.
    StepCredit.RangeOf rangeOf(TokenSpans.Unit unit) {
        SpanValue wanted = unit == TokenSpans.Unit.TOKEN ? SpanValue.SUM : value.get();
        return new StepCredit.RangeOf(layer.get(), unit, wanted, clip.get());
    }

    /// `automatic`, or the one with the chosen limit.
    ValueRange range(ValueRange automatic) {
        double end = limit.get();
        if (!(end > 0) || Double.isInfinite(end)) {
            return automatic;
        }
        if (automatic.diverging()) {
            return ValueRange.symmetric(end);
        }
        return automatic.high() <= 0 ? ValueRange.sequential(-end, 0) : ValueRange.sequential(0, end);
    }

    /// Layer, grouping, range, colours and density as they are at first.
    public void reset() {
        layer.set(TokenLayer.REWARD);
        unit.set(TokenSpans.Unit.TOKEN);
        value.set(SpanValue.SUM);
        signedColours.set(ColourMap.BLUE_ORANGE);
        unsignedColours.set(ColourMap.EMBER);
        density.set(Density.ROOMY);
        blanks.set(false);
        prompt.set(true);
        running.set(true);
        resetRange();
    }

    public void resetRange() {
        clip.set(HeatmapFigure.CLIP);
        limit.set(0);
    }

    Stream<Property<?>> all() {
        return Stream.of(
                layer, unit, value, signedColours, unsignedColours, clip, limit, density, blanks, prompt, running);
    }

    private static <E extends Enum<E>> void remember(
            Preferences preferences, String name, ObjectProperty<E> property, Class<E> kind) {
        String key = "tokens." + name;
        property.set(named(kind, preferences.text(key, ""), property.get()));
        property.subscribe(now -> preferences.put(key, word(now)));
    }

    private static void remember(Preferences preferences, String name, BooleanProperty property) {
        String key = "tokens." + name;
        property.set(preferences.flag(key, property.get()));
        property.subscribe(now -> preferences.put(key, now));
    }

    /// As it stands in preferences and copied views: `logp-sft`.
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The constant of that word, else `otherwise`.
    static <E extends Enum<E>> E named(Class<E> kind, String word, E otherwise) {
        for (E value : kind.getEnumConstants()) {
            if (word(value).equals(word)) {
                return value;
            }
        }
        return otherwise;
    }
}
