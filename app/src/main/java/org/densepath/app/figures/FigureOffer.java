package org.densepath.app.figures;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.densepath.paint.Figure;

/// A figure that a page can hand out for export.
///
/// @param provenance what the figure shows, by name in reading order: run, step, snapshots, seed, settings
/// @param suggestedName a file name without its ending
public record FigureOffer(Figure figure, Map<String, String> provenance, String suggestedName) {
    public FigureOffer {
        provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    }
}
