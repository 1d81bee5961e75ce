package org.densepath.app.pair;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.paint.Appearance;
import org.densepath.paint.NumberText;

/// The same answer said by the policy of each kept step: what became likelier, and when.
final class StepsPane extends VBox {
    private static final int CURVES = 5;
    private static final String TOO_FEW = "The shown run keeps the weights of no step of DPR, so that there is only"
            + " π_SFT. A new run keeps them with dpr.keepEvery=5, say.";

    private final PairViewModel model;
    private final SweepViewModel sweep;
    private final Consumer<FigureOffer> export;
    private final FigureView heatmap;
    private final FigureView curves;
    private final Slider slider = new Slider(0, 1, 0);
    private final Label step = new Label();
    private final Label reading = new Label();
    private final SweepCentre centre;
    private List<Integer> chosen = new ArrayList<>();
    private Optional<StepFigures> figures = Optional.empty();

    StepsPane(
            PairViewModel model,
            SweepViewModel sweep,
            ObservableValue<Appearance> appearance,
            Consumer<FigureOffer> export) {
        super(6);
        this.model = model;
        this.sweep = sweep;
        this.export = export;
        heatmap = new FigureView(appearance);
        heatmap.setId("steps-heatmap");
        heatmap.onChosen(this::toggle);
        curves = new FigureView(appearance);
        curves.setId("steps-curves");
        curves.setMinWidth(260);
        curves.setPrefWidth(430);
        HBox.setHgrow(heatmap, Priority.ALWAYS);
        slider.setId("steps-slider");
        slider.setSnapToTicks(true);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setBlockIncrement(1);
        slider.setPrefWidth(300);
        slider.setTooltip(new Tooltip("Which kept step's policy says the answer; 0 is π_SFT"));
        slider.setAccessibleText("Step of the policy");
        slider.valueProperty().subscribe(_ -> updateStep());
        step.setId("steps-step");
        step.setMinWidth(Region.USE_PREF_SIZE);
        reading.getStyleClass().add("reading");
        reading.setMinWidth(0);
        HBox header = new HBox(12, new Label("Step"), slider, step, ExportButton.gap(), ExportButton.of(this::export));
        header.setAlignment(Pos.CENTER_LEFT);
        HBox drawings = new HBox(12, heatmap, curves);
        VBox.setVgrow(drawings, Priority.ALWAYS);
        centre = new SweepCentre(model, sweep, new VBox(6, header, drawings, reading), "steps");
        getChildren().add(centre);
        centre.listen(this::ask, this::update);
        heatmap.spot().subscribe(spot -> reading.setText(words(spot)));
    }

    /// Whether a person looks at it: the models are asked only then.
    void open(boolean now) {
        centre.open(now);
        ask();
    }

    private List<RunModels.Policy> policies() {
        return model.models().known().get().policies().stream()
                .filter(policy -> policy.model().there())
                .toList();
    }

    private void ask() {
        centre.ask(policies().stream().map(RunModels.Policy::model).toList(), 2);
        update();
    }

    private void update() {
        List<SweepViewModel.Swept> results = sweep.results().get();
        boolean ready = centre.show(
                "Score an answer first; here it is then said by the policy of every kept step.",
                policies().size() < 2 ? TOO_FEW : "");
        if (!ready) {
            figures = Optional.empty();
            return;
        }
        Map<String, Long> stepOf = new LinkedHashMap<>();
        policies().forEach(policy -> stepOf.put(policy.model().name(), policy.step()));
        long[] steps = results.stream()
                .mapToLong(swept -> stepOf.getOrDefault(swept.model().name(), 0L))
                .toArray();
        StepFigures made = new StepFigures(
                sweep.version().get().scored().tokens(),
                steps,
                results.stream().map(SweepViewModel.Swept::logp).toList());
        if (!figures.equals(Optional.of(made))) {
            figures = Optional.of(made);
            chosen = new ArrayList<>(made.mostMoved(CURVES));
            slider.setMax(steps.length - 1);
            slider.setShowTickMarks(steps.length <= 60);
            slider.setValue(steps.length - 1);
            updateStep();
            updateCurves();
        }
    }

    private void updateStep() {
        figures.ifPresent(made -> {
            int index = index(made);
            heatmap.show(made.heatmap(index), this::words);
            step.setText(made.steps()[index] + " of " + made.steps()[made.steps().length - 1]
                    + (index == 0 ? " (π_SFT)" : "") + "    log π_θ(y|x) " + NumberText.plain(made.total(index))
                    + ", " + NumberText.signed(made.total(index) - made.total(0)) + " since π_SFT");
            mark();
        });
    }

    private void updateCurves() {
        figures.ifPresent(made -> {
            curves.show(made.curves(chosen), _ -> "Log-probability of chosen tokens by step");
            mark();
        });
    }

    private void mark() {
        Set<Spot> marks = new HashSet<>();
        chosen.forEach(token -> marks.add(new Spot(0, token)));
        heatmap.mark(marks);
    }

    private int index(StepFigures made) {
        return Math.clamp(Math.round(slider.getValue()), 0, made.steps().length - 1);
    }

    private void toggle(Spot spot) {
        if (!chosen.remove((Integer) spot.token())) {
            chosen.add(spot.token());
            chosen.sort(null);
        }
        if (chosen.size() > 8) {
            chosen.removeFirst();
        }
        updateCurves();
    }

    private String words(Spot spot) {
        if (!spot.isSomewhere() || figures.isEmpty()) {
            return "Framed tokens have a curve; click a token to add or remove it.";
        }
        StepFigures made = figures.get();
        int index = index(made);
        float now = made.logp().get(index)[spot.token()];
        return Readings.quoted(made.tokens().get(spot.token())) + "   log π_θ " + NumberText.plain(now)
                + "   log π_SFT " + NumberText.plain(made.logp().getFirst()[spot.token()]) + "   drift "
                + NumberText.signed(made.drift(index)[spot.token()]);
    }

    private void export() {
        figures.ifPresent(made -> {
            Map<String, String> provenance =
                    PairFigures.provenance(sweep.version().orElseThrow());
            provenance.put("step", String.valueOf(made.steps()[index(made)]));
            String caption = "log π_θ − log π_SFT of each token at step " + made.steps()[index(made)] + ", in nats.";
            export.accept(
                    new FigureOffer(made.heatmap(index(made)).withCaption(caption), provenance, "answer-at-step"));
        });
    }
}
