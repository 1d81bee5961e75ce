package org.densepath.app.live;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.densepath.experiment.ScoreTable;

/// The results: a row for each model, a column for each score, with its interval.
public final class ScoresView extends BorderPane {
    private final TableView<ScoreTable.Row> table = new TableView<>();
    private final Label basis = new Label();
    private ScoreTable shown = new ScoreTable(List.of(), List.of());

    public ScoresView(RunViewModel model) {
        getStyleClass().add("card");
        Label title = new Label("Results");
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        basis.getStyleClass().add("muted");
        basis.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(12, title, gap, basis);
        header.setAlignment(Pos.BASELINE_LEFT);
        header.setPadding(new Insets(0, 0, 6, 0));
        setTop(header);

        table.setId("scores");
        table.getStyleClass().addAll("dense", "edge-to-edge", "plain-table");
        table.setPlaceholder(NumbersView.muted("Scores appear here when the run is evaluated."));
        table.setAccessibleText("Scores of the run");
        setCenter(table);
        model.run().subscribe(this::update);
    }

    private void update(RunSnapshot run) {
        basis.setText(run.judged() == 0 ? "" : run.judged() + " answers, 95 % intervals");
        if (!shown.columns().equals(run.scores().columns())) {
            table.getColumns().setAll(columns(run.scores().columns()));
        }
        if (!shown.equals(run.scores())) {
            shown = run.scores();
            table.getItems().setAll(shown.rows());
        }
    }

    private static List<TableColumn<ScoreTable.Row, String>> columns(List<String> scores) {
        List<TableColumn<ScoreTable.Row, String>> columns = new ArrayList<>();
        TableColumn<ScoreTable.Row, String> model = new TableColumn<>("Model");
        model.setCellValueFactory(row ->
                new ReadOnlyStringWrapper(StageMark.stageName(row.getValue().arm())));
        model.setPrefWidth(104);
        model.setSortable(false);
        columns.add(model);
        for (String score : scores) {
            TableColumn<ScoreTable.Row, String> column = new TableColumn<>(ScoreTable.label(score));
            column.setCellValueFactory(row -> {
                ScoreTable.Cell cell = row.getValue().cells().get(score);
                return new ReadOnlyStringWrapper(cell == null ? "" : ScoreTable.text(score, cell));
            });
            column.getStyleClass().add("number-column");
            column.setPrefWidth(138);
            column.setSortable(false);
            columns.add(column);
        }
        return columns;
    }
}
