package org.densepath.experiment;

import java.util.Map;
import org.densepath.paint.Figure;

/// A figure that can be drawn of a run.
///
/// @param name of its file, without the ending
/// @param provenance see [FigureProvenance]
public record RunFigure(String name, Figure figure, Map<String, String> provenance) {}
