package org.densepath.app.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.densepath.app.control.OneLine;
import org.densepath.app.control.ProseTooltip;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.paint.Appearance;
import org.densepath.app.rollouts.Choice;
import org.densepath.app.scoring.Role;
import org.densepath.paint.ValueRange;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// The answers to the selected prompt side by side, with each token's credit in its place when that is wanted.
final class AnswerDetail extends BorderPane {
    private static final String POINT = "Point at a token for its numbers.";

    private final AnswersViewModel model;
    private final CreditViewModel credit;
    private final ObservableValue<Appearance> appearance;
    private final Tries tries;
    private final Consumer<FigureOffer> exports;
    private final Label prompt = new Label();
    private final ProseTooltip whole = new ProseTooltip();
    private final Label reference = new Label();
    private final Label reading = new Label();
    private final Label problem = new Label();
    private final HBox cards = new HBox(10);
    private final Button export = new Button("Export", new FontIcon(MaterialDesignE.EXPORT_VARIANT));
    private final Map<String, AnswerCard> byArm = new LinkedHashMap<>();
    private Shown shown = new Shown(Optional.empty(), List.of(), 0, Optional.empty(), 0);
    private CreditViewModel.Asked asked = new CreditViewModel.Asked("", Map.of(), Map.of());

    /// All that the cards depend on.
    private record Shown(Optional<PromptLine> line, List<String> arms, int sample, Optional<Path> run, int seed) {}

    AnswerDetail(
            AnswersViewModel model,
            CreditViewModel credit,
            ObservableValue<Appearance> appearance,
            Tries tries,
            Consumer<FigureOffer> exports) {
        this.model = model;
        this.credit = credit;
        this.appearance = appearance;
        this.tries = tries;
        this.exports = exports;
        getStyleClass().add("compare");
        setVisible(false);
        setTop(head());
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToHeight(true);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("response-scroll");
        cards.setId("answer-cards");
        setCenter(scroll);
        reading.setId("answers-reading");
        reading.getStyleClass().addAll("muted", "answers-reading");
        reading.setMinWidth(0);
        problem.setId("answers-credit-problem");
        problem.getStyleClass().add("problem");
        problem.setMinWidth(0);
        problem.textProperty().bind(credit.problem());
        problem.visibleProperty().bind(credit.problem().map(text -> !text.isEmpty()));
        problem.managedProperty().bind(problem.visibleProperty());
        HBox foot = new HBox(12, problem, reading);
        foot.visibleProperty().bind(credit.wanted());
        foot.managedProperty().bind(foot.visibleProperty());
        setBottom(foot);
        model.selected().subscribe(_ -> update());
        model.shownArms().subscribe(_ -> update());
        model.sample().subscribe(_ -> update());
        credit.credited().subscribe(_ -> colour());
        credit.wanted().subscribe(_ -> colour());
    }

    private HBox head() {
        prompt.setId("answers-prompt");
        prompt.getStyleClass().add("compare-prompt");
        prompt.setMinWidth(0);
        prompt.setTooltip(whole);
        reference.setId("answers-reference");
        reference.getStyleClass().add("muted");
        reference.setMinWidth(0);
        Choice<Integer> sample = new Choice<>(
                "answers-sample",
                "Which of the answers that were drawn is read",
                number -> "Sample " + (number + 1),
                number -> model.sample().set(number));
        model.table().subscribe(table -> {
            sample.getItems().setAll(IntStream.range(0, table.samples()).boxed().toList());
            sample.show(model.sample().get());
            sample.setVisible(table.samples() > 1);
            sample.setManaged(table.samples() > 1);
        });
        model.sample().subscribe(now -> sample.show(now));
        sample.setMinWidth(Region.USE_PREF_SIZE);
        ToggleButton colours = new ToggleButton("Credit", new FontIcon(MaterialDesignF.FORMAT_COLOR_HIGHLIGHT));
        colours.setId("answers-credit");
        colours.getStyleClass().addAll("small", "answers-tool");
        colours.setMinWidth(Region.USE_PREF_SIZE);
        colours.setTooltip(new Tooltip(
                "Colour each token by its reward: the texts are scored again by this run's π_SFT and π_ref"));
        colours.selectedProperty().bindBidirectional(credit.wanted());
        export.setId("export-answers");
        export.getStyleClass().addAll("small", "flat");
        export.setMinWidth(Region.USE_PREF_SIZE);
        export.setTooltip(new Tooltip("Export these answers with their credit as a figure"));
        export.setOnAction(_ -> exports.accept(AnswerFigures.offer(
                model.runName(),
                model.set().get().orElseThrow().title(),
                model.seed().get(),
                asked,
                credit.credited().get())));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(10, prompt, reference, gap, sample, colours, export);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /// Once for each change, of which several come together.
    private void update() {
        Shown now = new Shown(
                model.selected().get(),
                model.shownArms().get(),
                model.sample().get(),
                model.run(),
                model.seed().get());
        if (!now.equals(shown)) {
            shown = now;
            show();
        }
    }

    private void show() {
        byArm.clear();
        Map<String, KeptAnswer> answers = new LinkedHashMap<>();
        Optional<PromptLine> line = model.selected().get();
        line.ifPresent(one -> {
            prompt.setText(OneLine.of(one.prompt()));
            whole.tell(one.prompt());
            reference.setText(one.reference().isEmpty() ? "" : "Reference answer: " + OneLine.of(one.reference()));
            for (String arm : model.shownArms().get()) {
                ArmAnswers of = one.byArm().get(arm);
                if (of != null && !of.answers().isEmpty()) {
                    KeptAnswer answer = of.answers()
                            .get(Math.min(model.sample().get(), of.answers().size() - 1));
                    answers.put(arm, answer);
                    byArm.put(arm, new AnswerCard(arm, of, answer, appearance, this::open, this::said));
                }
            }
        });
        cards.getChildren().setAll(byArm.values());
        cards.setMinWidth(byArm.size() * (AnswerCard.WIDTH + cards.getSpacing()));
        setVisible(line.isPresent());
        asked = new CreditViewModel.Asked(line.map(PromptLine::prompt).orElse(""), answers, models());
        credit.show(asked);
        colour();
    }

    /// The models of the shown seed; the run's first seed needs not be named.
    private Map<Role, String> models() {
        return model.run()
                .map(run -> {
                    List<Integer> seeds =
                            model.set().get().map(AnswerSet::seeds).orElse(List.of());
                    int seed = model.seed().get();
                    String ending = seeds.isEmpty() || seeds.getFirst() == seed ? "" : "#" + seed;
                    return Map.of(Role.SFT, run + ":sft" + ending, Role.REFERENCE, run + ":reference" + ending);
                })
                .orElse(Map.of());
    }

    private void open(KeptAnswer answer) {
        tries.open(asked.prompt(), answer.text(), asked.models());
    }

    private void said(String text) {
        reading.setText(text.isEmpty() ? POINT : text);
    }

    private void colour() {
        Map<String, CreditedAnswer> credited =
                credit.wanted().get() ? credit.credited().get() : Map.of();
        export.setDisable(credited.isEmpty());
        reading.setText(!credit.wanted().get() ? "" : credited.isEmpty() ? "Asking the run's models…" : POINT);
        if (!credit.problem().get().isEmpty()) {
            reading.setText("");
        }
        ValueRange range = credited.isEmpty() ? null : AnswerFigures.range(credited);
        byArm.forEach((arm, card) -> {
            CreditedAnswer answer = credited.get(arm);
            card.credit(Optional.ofNullable(answer).map(one -> AnswerFigures.one(one, range)), answer);
        });
    }
}
