package org.densepath.paint.font;

import java.awt.Font;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Chooses a font for every character: the wanted one, else DejaVu Sans, else one of the system's.
public final class FontStack {
    /// Below, every shipped font has every printable character, and none combines.
    private static final int SIMPLE = 0x180;

    private final FontFile wanted;
    private final FontFile broad;
    private final Map<String, FontFile> chosen = new HashMap<>();

    public FontStack(Typeface typeface, boolean bold) {
        wanted = typeface.file(bold);
        broad = Typeface.SANS.file(bold);
    }

    /// The font that the text's ordinary characters have.
    public FontFile first() {
        return wanted;
    }

    /// The text in parts, in order. Characters that belong together (a letter and its accents) stay together.
    public List<FontRun> runs(String text) {
        if (text.chars().allMatch(c -> c < SIMPLE)) {
            return List.of(new FontRun(text, wanted, false));
        }
        List<FontRun> runs = new ArrayList<>();
        BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
        clusters.setText(text);
        int from = clusters.first();
        for (int to = clusters.next(); to != BreakIterator.DONE; from = to, to = clusters.next()) {
            String cluster = text.substring(from, to);
            FontFile font = chosen.computeIfAbsent(cluster, this::choose);
            boolean shaped = Font.textRequiresLayout(cluster.toCharArray(), 0, cluster.length());
            FontRun last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && last.font() == font && last.shaped() == shaped) {
                runs.set(runs.size() - 1, new FontRun(last.text() + cluster, font, shaped));
            } else {
                runs.add(new FontRun(cluster, font, shaped));
            }
        }
        return runs;
    }

    private FontFile choose(String cluster) {
        if (wanted.font().canDisplayUpTo(cluster) < 0) {
            return wanted;
        }
        if (broad.font().canDisplayUpTo(cluster) < 0) {
            return broad;
        }
        return SystemFonts.INSTALLED.showing(cluster);
    }
}
