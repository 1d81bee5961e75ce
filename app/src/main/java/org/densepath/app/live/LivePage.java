package org.densepath.app.live;

import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.paint.Appearance;
import org.densepath.app.settings.Preferences;
import org.densepath.app.task.Notices;
import org.densepath.run.Event;

/// The page of the shown run: how it stands, its curves, and beside them its numbers.
public final class LivePage extends VBox {
    private static final String NUMBERS = "live.numbers-open";

    private final LiveViewModel model;
    private final BooleanProperty numbersOpen = new SimpleBooleanProperty();

    /// @param exports takes a figure to the export
    /// @param opens opens rollouts
    /// @param overlays asks for a run to lay over the curves
    public LivePage(
            LiveViewModel model,
            ObservableValue<Appearance> appearance,
            Preferences preferences,
            Consumer<FigureOffer> exports,
            Consumer<Place> opens,
            Runnable overlays,
            Notices notices) {
        super(12);
        this.model = model;
        getStyleClass().addAll("page", "live");
        getStylesheets().add(LivePage.class.getResource("live.css").toExternalForm());
        numbersOpen.set(preferences.flag(NUMBERS, false));
        numbersOpen.subscribe((_, now) -> preferences.put(NUMBERS, now));
        NumbersView numbers = new NumbersView(model.run());
        numbers.setPrefWidth(320);
        numbers.visibleProperty().bind(numbersOpen);
        numbers.managedProperty().bind(numbersOpen);
        BorderPane.setMargin(numbers, new Insets(0, 0, 0, 12));
        BorderPane below =
                new BorderPane(new CurvesView(model, appearance, numbersOpen, exports, opens, overlays, notices));
        below.setRight(numbers);
        below.setMinHeight(0);
        VBox.setVgrow(below, Priority.ALWAYS);
        getChildren().addAll(new PipelineStrip(model.run(), this::show), below);
    }

    /// The chart of the metric that `warning` is about, alone and large, with the crosshair at its step.
    private void show(Event.Warning warning) {
        model.available().stream()
                .filter(chart -> chart.shows(warning.metric()))
                .findFirst()
                .ifPresent(chart -> model.enlarged().set(chart.id()));
    }
}
