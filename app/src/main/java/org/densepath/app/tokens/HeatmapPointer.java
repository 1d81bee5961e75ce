package org.densepath.app.tokens;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// The pointer over the heatmap: hovering inspects, a click pins, a drag or a click with Shift marks a range.
final class HeatmapPointer {
    private final HeatmapView view;
    private final TokenSelection selection;
    private int pressed = -1;
    private boolean dragged;

    HeatmapPointer(HeatmapView view, TokenSelection selection) {
        this.view = view;
        this.selection = selection;
        view.canvas().setOnMouseMoved(event -> selection.hovered().set(tokenAt(event)));
        view.canvas().setOnMouseExited(_ -> selection.hovered().set(-1));
        view.canvas().setOnMousePressed(this::press);
        view.canvas().setOnMouseDragged(this::drag);
        view.canvas().setOnMouseReleased(this::release);
    }

    private void press(MouseEvent event) {
        view.requestFocus();
        pressed = event.getButton() == MouseButton.PRIMARY ? cellAt(event) : -1;
        dragged = false;
        if (event.isShiftDown() && token(pressed) >= 0) {
            selection.extend(token(pressed), last(pressed));
            dragged = true;
        }
    }

    private void drag(MouseEvent event) {
        int cell = cellAt(event);
        if (token(pressed) >= 0 && token(cell) >= 0 && cell != pressed && !event.isShiftDown()) {
            dragged = true;
            int from = Math.min(pressed, cell);
            selection.select(new TokenSelection.Range(token(from), last(Math.max(pressed, cell))));
            selection.hovered().set(token(cell));
        }
    }

    private void release(MouseEvent event) {
        if (!dragged && token(pressed) >= 0 && cellAt(event) == pressed) {
            selection.go(token(pressed));
            selection.pin(token(pressed));
        }
    }

    private int cellAt(MouseEvent event) {
        return view.cellAt(event.getX(), event.getY());
    }

    private int tokenAt(MouseEvent event) {
        return token(cellAt(event));
    }

    private int token(int cell) {
        return view.shown().map(shown -> shown.tokenOf(cell)).orElse(-1);
    }

    private int last(int cell) {
        return view.shown().map(shown -> shown.lastTokenOf(cell)).orElse(-1);
    }
}
