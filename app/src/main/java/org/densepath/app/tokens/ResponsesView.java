package org.densepath.app.tokens;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.run.TraceRow;

/// The step's responses to choose from: filtered, sorted.
final class ResponsesView extends VBox {
    private final TokensViewModel model;
    private final ListView<TraceRow> list = new ListView<>();
    private final Label count = new Label();
    private boolean updating;

    ResponsesView(TokensViewModel model) {
        super(8);
        this.model = model;
        ResponseList responses = model.responses();
        Label title = new Label("Responses");
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        count.setId("response-count");
        count.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);

        TextField filter = new TextField();
        filter.setId("response-filter");
        filter.setPromptText("Filter by words or prompt number");
        filter.setAccessibleText("Filter the responses by words or by their prompt's number");
        filter.textProperty().bindBidirectional(responses.filter());
        ComboBox<ResponseOrder> order = new ComboBox<>();
        order.setId("response-order");
        order.getItems().setAll(ResponseOrder.values());
        order.setMaxWidth(Double.MAX_VALUE);
        order.setAccessibleText("The order of the responses");
        order.setTooltip(new Tooltip("The order of the responses"));
        order.valueProperty().bindBidirectional(responses.order());

        list.setId("responses");
        list.setAccessibleText("Sampled responses of this step");
        list.getStyleClass().addAll("dense", "responses");
        list.setCellFactory(_ -> new ResponseCell());
        Label none = new Label("No response has these words.");
        none.getStyleClass().add("muted");
        list.setPlaceholder(none);
        VBox.setVgrow(list, Priority.ALWAYS);
        list.getSelectionModel().selectedIndexProperty().subscribe(index -> {
            if (!updating) {
                model.choose(index.intValue());
            }
        });
        getStyleClass().addAll("card", "responses-card");
        getChildren().addAll(new HBox(8, title, gap, count), filter, order, list);
        responses.rows().subscribe(_ -> update());
        responses.selected().subscribe(_ -> select());
    }

    private void update() {
        updating = true;
        list.getItems().setAll(model.rows().get());
        updating = false;
        int shown = model.rows().get().size();
        int all = model.responses().total();
        count.setText(shown == all ? Integer.toString(all) : shown + " of " + all);
        select();
    }

    private void select() {
        int index = model.selected().get();
        if (index < 0 || index >= list.getItems().size()) {
            return;
        }
        updating = true;
        list.getSelectionModel().select(index);
        updating = false;
        list.scrollTo(Math.max(0, index - 3));
    }
}
