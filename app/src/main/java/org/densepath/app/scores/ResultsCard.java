package org.densepath.app.scores;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.control.Prose;
import org.densepath.app.task.Notices;
import org.densepath.experiment.result.ResultTable;
import org.densepath.experiment.result.ResultText;

/// The score table with what its marks mean.
final class ResultsCard extends VBox {
    private final ScoresViewModel model;
    private final ResultTableView table = new ResultTableView();
    private final Prose legend = new Prose();
    private final TableExport export;

    ResultsCard(ScoresViewModel model, Notices notices, Optional<TableExport.Place> place) {
        super(6);
        this.model = model;
        getStyleClass().add("card");
        Label title = new Label("Results");
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        ProgressIndicator busy = new ProgressIndicator();
        busy.setPrefSize(16, 16);
        busy.setMaxSize(16, 16);
        Label testing = new Label("Intervals and tests are being computed…", busy);
        testing.setId("testing");
        testing.getStyleClass().add("muted");
        testing.setMinWidth(0);
        testing.visibleProperty().bind(model.reading());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        export = new TableExport(model, notices, place);
        HBox header = new HBox(8, title, gap, testing, table.columnsMenu(), export);
        header.getStyleClass().add("score-controls");
        header.setAlignment(Pos.CENTER_LEFT);
        legend.setId("results-legend");
        legend.getStyleClass().addAll("results-legend", "muted");
        getChildren().addAll(header, table, legend);
        model.results().subscribe(_ -> show());
        model.reading().subscribe(_ -> show());
        model.problem().subscribe(_ -> show());
    }

    private void show() {
        Results now = model.results().get();
        ResultTable shown = now.table();
        table.show(shown);
        export.setDisable(shown.isEmpty() || model.reading().get());
        String said = model.problem().get().isEmpty()
                ? String.join(" ", ResultText.legend(shown, true))
                : model.problem().get();
        legend.setText(shown.isEmpty() ? "" : said);
        legend.setVisible(!legend.getText().isEmpty());
        legend.setManaged(legend.isVisible());
    }
}
