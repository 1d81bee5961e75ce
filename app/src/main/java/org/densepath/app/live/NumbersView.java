package org.densepath.app.live;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import org.densepath.app.control.ProseTooltip;

/// The last raw value of every metric.
public final class NumbersView extends BorderPane {
    private final RunViewModel model;
    private final TableView<MetricNumber> table = new TableView<>();

    public NumbersView(RunViewModel model) {
        this.model = model;
        getStyleClass().add("card");
        Label title = new Label("Latest numbers");
        title.getStyleClass().add("card-title");
        title.setPadding(new Insets(0, 0, 6, 0));
        setTop(title);

        table.setId("numbers");
        table.getStyleClass().addAll("dense", "edge-to-edge", "plain-table");
        table.setPlaceholder(muted("No step is finished yet."));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setAccessibleText("The last value of every metric");
        TableColumn<MetricNumber, String> name = new TableColumn<>("Metric");
        name.setCellValueFactory(cell -> new ReadOnlyStringWrapper(name(cell.getValue())));
        name.setCellFactory(_ -> new NameCell());
        name.setPrefWidth(180);
        TableColumn<MetricNumber, Number> step = new TableColumn<>("Step");
        step.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(cell.getValue().step()));
        step.getStyleClass().add("number-column");
        step.setPrefWidth(52);
        step.setMaxWidth(80);
        TableColumn<MetricNumber, String> value = new TableColumn<>("Value");
        value.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(cell.getValue().text()));
        value.getStyleClass().add("number-column");
        value.setPrefWidth(86);
        List.of(name, step, value).forEach(column -> column.setSortable(false));
        table.getColumns().setAll(List.of(name, step, value));
        setCenter(table);
        model.run().subscribe(_ -> table.getItems().setAll(model.numbers()));
    }

    static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }

    private String name(MetricNumber number) {
        String arm = number.key().track().arm();
        String seed = model.manySeeds() ? " · seed " + number.key().track().seed() : "";
        boolean told = arm.isEmpty() || number.key().metric().startsWith(arm + "/");
        return number.key().metric() + (told ? "" : " · " + arm) + seed;
    }

    /// The metric's name, with its meaning as a tooltip where there is a sentence for it.
    private static final class NameCell extends TableCell<MetricNumber, String> {
        private final ProseTooltip meaning = new ProseTooltip();

        @Override
        protected void updateItem(String name, boolean empty) {
            super.updateItem(name, empty);
            setText(empty ? null : name);
            MetricNumber number =
                    empty || getTableRow() == null ? null : getTableRow().getItem();
            setTooltip(number == null ? null : meaning);
            if (number != null) {
                meaning.tell(MetricGlossary.of(number.key().metric())
                        .map(Metric::explained)
                        .orElse(name));
            }
        }
    }
}
