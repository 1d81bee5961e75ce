package org.densepath.app.figures;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.densepath.paint.BarFigure;
import org.densepath.paint.CurveFigure;
import org.densepath.paint.HeatmapFigure;
import org.densepath.paint.PairFigure;
import org.densepath.paint.RadarFigure;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// The figures to choose from, under the names of where they come from.
final class FigureList extends BorderPane {
    private static final double SMALL_WINDOW = 1150;
    private static final double NARROW = 176;
    private static final double WIDE = 218;

    private final FiguresViewModel model;
    private final ListView<ListedFigure> list = new ListView<>();

    /// @param refresh reads the run's figures anew
    FigureList(FiguresViewModel model, Runnable refresh, Runnable open) {
        this.model = model;
        getStyleClass().addAll("card", "figure-list");
        Label heading = new Label("Figures");
        heading.getStyleClass().add("card-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button again = button("refresh-figures", "Read this run's figures again", MaterialDesignR.REFRESH, refresh);
        Button file =
                button("open-figure", "Open an exported figure's file", MaterialDesignF.FOLDER_OPEN_OUTLINE, open);
        HBox header = new HBox(2, heading, gap, again, file);
        header.setAlignment(Pos.CENTER_LEFT);
        header.setPadding(new Insets(0, 0, 6, 0));
        setTop(header);
        list.setId("figures");
        list.setItems(model.figures());
        list.setCellFactory(_ -> new Cell());
        list.setPlaceholder(new Label("No figures yet."));
        list.getSelectionModel().selectedItemProperty().subscribe(now -> {
            if (now != null) {
                model.chosen().set(now);
            }
        });
        model.chosen().subscribe(now -> {
            if (now == null) {
                list.getSelectionModel().clearSelection();
            } else {
                list.getSelectionModel().select(now);
                list.scrollTo(now);
            }
        });
        list.widthProperty().subscribe(_ -> list.refresh());
        setCenter(list);
        setMinWidth(NARROW);
        // the preview needs the room more
        sceneProperty().flatMap(scene -> scene.widthProperty()).subscribe(now -> {
            if (now != null) {
                setPrefWidth(now.doubleValue() < SMALL_WINDOW ? NARROW : WIDE);
            }
        });
    }

    private static Button button(String id, String hint, Ikon icon, Runnable run) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setTooltip(new Tooltip(hint));
        button.setAccessibleText(hint);
        button.setOnAction(_ -> run.run());
        return button;
    }

    private final class Cell extends ListCell<ListedFigure> {
        private final Label origin = new Label();
        /// Not a label: a cell asks for its height before it knows its width, and a label has one line then.
        private final Text title = new Text();
        private final Label kind = new Label();
        private final FontIcon icon = new FontIcon();
        private final VBox words = new VBox(1, title, kind);
        private final HBox row = new HBox(10, icon, words);
        private final VBox content = new VBox(6, origin, row);

        Cell() {
            origin.getStyleClass().add("figure-origin");
            title.getStyleClass().add("figure-title");
            kind.getStyleClass().addAll("muted", "figure-kind");
            row.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMinWidth(0);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(ListedFigure figure, boolean empty) {
            super.updateItem(figure, empty);
            if (empty || figure == null) {
                setGraphic(null);
                return;
            }
            boolean first =
                    getIndex() == 0 || model.figures().get(getIndex() - 1).origin() != figure.origin();
            origin.setText(figure.origin().label());
            origin.setVisible(first);
            origin.setManaged(first);
            title.setText(figure.title());
            title.setWrappingWidth(Math.max(80, list.getWidth() - 72));
            kind.setText(figure.kind());
            icon.setIconCode(
                    switch (figure.offer().figure()) {
                        case HeatmapFigure _ -> MaterialDesignF.FORMAT_COLOR_HIGHLIGHT;
                        case PairFigure _ -> MaterialDesignC.COMPARE_HORIZONTAL;
                        case CurveFigure _ -> MaterialDesignC.CHART_LINE;
                        case BarFigure _ -> MaterialDesignC.CHART_GANTT;
                        case RadarFigure _ -> MaterialDesignR.RADAR;
                    });
            setTooltip(new Tooltip(figure.offer().suggestedName()));
            setGraphic(content);
        }
    }
}
