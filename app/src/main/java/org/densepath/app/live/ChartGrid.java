package org.densepath.app.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// Charts as small multiples, as many side by side as the width allows; under headings when they are many. They
/// fill the height while they are few, and scroll when they are not.
final class ChartGrid extends ScrollPane {
    private static final double CELL_WIDTH = 300;
    private static final double CELL_HEIGHT = 164;
    private static final double TALLEST = 420;
    private static final double GAP = 12;
    private static final double HEADING = 30;
    private static final int HEADINGS_FROM = 10;

    private final Function<Chart, ChartCell> maker;
    private final Map<Chart, ChartCell> cells = new HashMap<>();
    private final Sheet sheet = new Sheet();
    private List<Chart> charts = List.of();

    ChartGrid(Function<Chart, ChartCell> maker) {
        this.maker = maker;
        setContent(sheet);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("chart-grid");
        setId("chart-grid");
        vvalueProperty().subscribe(_ -> look());
        viewportBoundsProperty().subscribe(_ -> sheet.requestLayout());
    }

    /// The skin keeps a picture of what scrolls, which is no use while curves grow and costs a copy each time.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Node port = lookup(".viewport");
        if (port != null && port.isCache()) {
            port.setCache(false);
        }
    }

    void show(List<Chart> now) {
        if (!now.equals(charts)) {
            charts = now;
            cells.keySet().retainAll(now);
            now.forEach(chart -> cells.computeIfAbsent(chart, maker));
            sheet.fill();
        }
    }

    List<ChartCell> cells() {
        return charts.stream().map(cells::get).toList();
    }

    void refresh() {
        cells.values().forEach(ChartCell::refresh);
    }

    /// Charts that are out of sight are not drawn.
    private void look() {
        Bounds port = getViewportBounds();
        double hidden = Math.max(0, sheet.getHeight() - port.getHeight());
        double top = hidden * getVvalue();
        for (ChartCell cell : cells.values()) {
            cell.setSeen(cell.getLayoutY() < top + port.getHeight() + 1
                    && cell.getLayoutY() + cell.getHeight() > top - 1
                    && port.getHeight() > 0);
        }
    }

    /// All charts, seen or not.
    private final class Sheet extends Region {
        private final List<Label> headings = new ArrayList<>();

        void fill() {
            headings.clear();
            getChildren().setAll(cells());
            if (charts.size() >= HEADINGS_FROM) {
                charts.stream().map(Chart::group).distinct().forEach(group -> {
                    Label heading = new Label(group.title());
                    heading.getStyleClass().add("chart-group");
                    headings.add(heading);
                });
                getChildren().addAll(headings);
            }
            requestLayout();
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            return place(width, CELL_HEIGHT, false);
        }

        @Override
        protected void layoutChildren() {
            double room = getViewportBounds().getHeight();
            double least = place(getWidth(), CELL_HEIGHT, false);
            double tall = CELL_HEIGHT;
            if (headings.isEmpty() && !charts.isEmpty() && least <= room) {
                int rows = (charts.size() + columns(getWidth()) - 1) / columns(getWidth());
                tall = Math.min(TALLEST, Math.floor((room - GAP * (rows - 1)) / rows));
            }
            place(getWidth(), tall, true);
            look();
        }

        private int columns(double width) {
            int fitting = Math.max(1, (int) ((width + GAP) / (CELL_WIDTH + GAP)));
            int rows = Math.max(1, (charts.size() + fitting - 1) / fitting);
            // as even as it can be: 8 charts are 3 + 3 + 2, 4 are 2 + 2
            return headings.isEmpty() ? Math.max(1, (charts.size() + rows - 1) / rows) : fitting;
        }

        /// Where everything lies at this width; the height of all.
        private double place(double width, double tall, boolean move) {
            int columns = columns(width);
            double wide = Math.floor((width - GAP * (columns - 1)) / columns);
            double y = 0;
            int column = 0;
            int heading = 0;
            ChartGroup group = null;
            for (Chart chart : charts) {
                if (!headings.isEmpty() && chart.group() != group) {
                    y += column > 0 ? tall + GAP : 0;
                    column = 0;
                    group = chart.group();
                    if (move) {
                        headings.get(heading).resizeRelocate(0, y, width, HEADING);
                    }
                    heading++;
                    y += HEADING;
                } else if (column == columns) {
                    y += tall + GAP;
                    column = 0;
                }
                if (move) {
                    cells.get(chart).resizeRelocate(column * (wide + GAP), y, wide, tall);
                }
                column++;
            }
            return charts.isEmpty() ? 0 : y + tall;
        }
    }
}
