package org.densepath.app.figures;

import java.util.LinkedHashMap;
import java.util.Map;
import org.densepath.paint.Figure;
import org.densepath.paint.file.KeptFigure;

/// Title and caption of an exported figure: drawn in it, or only kept in its file, where the paper's own text has
/// them.
final class FigureText {
    private static final String TITLE = "title";
    private static final String CAPTION = "caption";

    private FigureText() {}

    /// The figure with what is to be drawn.
    static Figure drawn(Figure figure, String caption, boolean withTitle, boolean withCaption) {
        return figure.withTitle(withTitle ? figure.title() : "").withCaption(withCaption ? caption.strip() : "");
    }

    /// Provenance with what is not drawn.
    static Map<String, String> kept(
            Map<String, String> provenance, Figure figure, String caption, boolean withTitle, boolean withCaption) {
        Map<String, String> all = new LinkedHashMap<>(provenance);
        all.remove(TITLE);
        all.remove(CAPTION);
        if (!withTitle && !figure.title().isBlank()) {
            all.put(TITLE, figure.title());
        }
        if (!withCaption && !caption.isBlank()) {
            all.put(CAPTION, caption.strip());
        }
        return all;
    }

    /// A file's figure with its title and caption, drawn or not.
    static Figure restored(KeptFigure file) {
        Figure figure = file.figure();
        String title = file.provenance().getOrDefault(TITLE, figure.title());
        return figure.withTitle(title).withCaption(file.provenance().getOrDefault(CAPTION, figure.caption()));
    }
}
