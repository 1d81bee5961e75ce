package org.densepath.app.tokens;

import java.util.Map;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyEvent;
import org.densepath.paint.HeatmapLayout;

/// The keyboard in the heatmap: the arrow keys go from token to token and from line to line, with Shift they mark
/// a range, Space pins.
final class HeatmapKeys {
    private final HeatmapView view;
    private final TokenSelection selection;

    HeatmapKeys(HeatmapView view, TokenSelection selection) {
        this.view = view;
        this.selection = selection;
        view.setOnKeyPressed(this::pressed);
    }

    private void pressed(KeyEvent event) {
        Optional<Shown> shown = view.shown();
        if (shown.isEmpty() || shown.get().spans().count() == 0) {
            return;
        }
        if (event.isShortcutDown()) {
            switch (event.getCode()) {
                case C -> copy(shown.get());
                case A -> all(shown.get());
                default -> {
                    return;
                }
            }
            event.consume();
            return;
        }
        if (event.isAltDown()) {
            return;
        }
        int last = shown.get().spans().count() - 1;
        int now = shown.get().cellOf(selection.cursor().get());
        switch (event.getCode()) {
            case RIGHT -> go(shown.get(), Math.min(now + 1, last), event.isShiftDown());
            case LEFT -> go(shown.get(), Math.max(now - 1, 0), event.isShiftDown());
            case DOWN -> go(shown.get(), vertically(now, 1, last), event.isShiftDown());
            case UP -> go(shown.get(), vertically(now, -1, last), event.isShiftDown());
            case PAGE_DOWN -> go(shown.get(), vertically(now, view.visibleLines(), last), event.isShiftDown());
            case PAGE_UP -> go(shown.get(), vertically(now, -view.visibleLines(), last), event.isShiftDown());
            case HOME -> go(shown.get(), 0, event.isShiftDown());
            case END -> go(shown.get(), last, event.isShiftDown());
            case SPACE -> {
                if (now >= 0) {
                    selection.pin(shown.get().tokenOf(now));
                }
            }
            case ESCAPE -> selection.clearRange();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void go(Shown shown, int cell, boolean extending) {
        selection.hovered().set(-1);
        if (extending) {
            extend(shown, cell);
        } else {
            selection.go(shown.tokenOf(cell));
        }
        view.reveal(cell);
    }

    private void extend(Shown shown, int cell) {
        selection.extend(shown.tokenOf(cell), shown.lastTokenOf(cell));
    }

    private int vertically(int now, int lines, int last) {
        if (now < 0) {
            return 0;
        }
        if (view.content() == null || !view.content().has(now)) {
            return now;
        }
        HeatmapLayout layout = view.content().text();
        HeatmapLayout.Fragment here = layout.fragments(now).getFirst();
        int line = Math.clamp(here.line() + lines, 0, layout.lines() - 1);
        int there = layout.nearest(line, here.x() + here.width() / 2);
        // the last cell of all may be the note on a cut, which is no token
        return there < 0 ? now : Math.min(there, last);
    }

    private void all(Shown shown) {
        selection.select(new TokenSelection.Range(0, shown.row().responseLength() - 1));
    }

    /// The marked tokens' text, else the whole response's.
    private void copy(Shown shown) {
        TokenSelection.Range range = selection
                .range()
                .get()
                .orElse(new TokenSelection.Range(0, shown.row().responseLength() - 1));
        String text = String.join("", shown.row().tokens().subList(range.first(), range.last() + 1));
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
