package org.densepath.app.pair;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.paint.Appearance;
import org.densepath.app.scoring.Role;
import org.densepath.paint.HeatmapFigure;
import org.densepath.paint.NumberText;

/// The same answer's reward under every snapshot of SFT as reference.
final class ReferencesPane extends VBox {
    private final PairViewModel model;
    private final SweepViewModel sweep;
    private final Consumer<FigureOffer> export;
    private final FigureView view;
    private final Label note = new Label();
    private final Label reading = new Label();
    private final SweepCentre centre;

    ReferencesPane(
            PairViewModel model,
            SweepViewModel sweep,
            ObservableValue<Appearance> appearance,
            Consumer<FigureOffer> export) {
        super(6);
        this.model = model;
        this.sweep = sweep;
        this.export = export;
        view = new FigureView(appearance);
        view.setId("references-figure");
        note.setId("references-note");
        note.getStyleClass().add("muted");
        note.setMinWidth(0);
        reading.getStyleClass().add("reading");
        reading.setMinWidth(0);
        HBox header = new HBox(12, note, ExportButton.gap(), ExportButton.of(this::export));
        header.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(view, Priority.ALWAYS);
        centre = new SweepCentre(model, sweep, new VBox(6, header, view, reading), "references");
        getChildren().add(centre);
        centre.listen(this::ask, this::update);
        view.spot().subscribe(spot -> reading.setText(words(spot)));
    }

    void open(boolean now) {
        centre.open(now);
        ask();
    }

    private List<NamedModel> kept() {
        return model.models().known().get().references().stream()
                .filter(NamedModel::there)
                .toList();
    }

    private void ask() {
        centre.ask(kept(), 1);
        update();
    }

    private void update() {
        boolean ready = centre.show(
                "Score an answer first; here it then stands under every snapshot of SFT as π_ref.",
                kept().isEmpty() ? "The shown run keeps no snapshot that could be a reference." : "");
        if (ready) {
            Version version = sweep.version().get();
            String missing = model.models().known().get().references().stream()
                    .filter(reference -> !reference.there())
                    .map(NamedModel::part)
                    .collect(Collectors.joining(", "));
            note.setText("π_SFT is " + model.models().label(version.models().get(Role.SFT))
                    + (missing.isEmpty() ? "" : ".  Weights that this run does not keep: " + missing));
            view.show(figure(), this::words);
        }
    }

    private HeatmapFigure figure() {
        return ReferenceFigures.of(
                sweep.version().orElseThrow(), sweep.results().get());
    }

    private String words(Spot spot) {
        if (!spot.isSomewhere() || view.figure().isEmpty()) {
            return "The closer π_ref is to π_SFT, the less credit is left. One colour scale for all.";
        }
        HeatmapFigure figure = (HeatmapFigure) view.figure().get();
        StringBuilder text = new StringBuilder(
                Readings.quoted(figure.texts().getFirst().tokens().get(spot.token())));
        for (int i = 0; i < figure.texts().size(); i++) {
            String part = sweep.results().get().get(i).model().part();
            text.append("   r̂ against ")
                    .append(part)
                    .append(' ')
                    .append(NumberText.signed(figure.texts().get(i).credit()[spot.token()]));
        }
        return text.toString();
    }

    private void export() {
        sweep.version()
                .ifPresent(version -> export.accept(new FigureOffer(
                        figure().withCaption("The reward of the same tokens against each snapshot of SFT, in nats."),
                        PairFigures.provenance(version),
                        "references")));
    }
}
