package org.densepath.paint.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.densepath.paint.AwtTextMeasure;
import org.densepath.paint.Figure;
import org.densepath.paint.FigurePainter;

/// All that a figure's file keeps: what is drawn, how, and where it comes from.
///
/// @param provenance what the figure was made of, by name (`run`, `step`, `seed`, `settings`, …), in order
public record KeptFigure(Figure figure, FigureSettings settings, Map<String, String> provenance) {
    public KeptFigure {
        provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    }

    public KeptFigure with(Figure other) {
        return new KeptFigure(other, settings, provenance);
    }

    public KeptFigure with(FigureSettings other) {
        return new KeptFigure(figure, other, provenance);
    }

    FigurePainter painter(AwtTextMeasure measure) {
        FigureSize size = settings.size();
        return FigurePainter.of(figure, settings.theme(), measure, size.widthUnits(), size.heightUnits());
    }

    AwtTextMeasure measure() {
        return new AwtTextMeasure(settings.typeface());
    }
}
