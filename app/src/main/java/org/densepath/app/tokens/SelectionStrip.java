package org.densepath.app.tokens;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.densepath.paint.CreditSummary;
import org.densepath.paint.NumberText;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// Count, sum and mean of the marked range, else of the whole response, and the pinned tokens.
final class SelectionStrip extends HBox {
    private static final int PINS = 4;

    private final TokensViewModel model;
    private final HeatmapView heatmap;
    private final Label statistics = new Label();
    private final Button clear = new Button("", new FontIcon(MaterialDesignC.CLOSE));
    private final HBox pins = new HBox(6);

    SelectionStrip(TokensViewModel model, HeatmapView heatmap) {
        super(8);
        this.model = model;
        this.heatmap = heatmap;
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(30);
        statistics.setId("range-statistics");
        statistics.setMinWidth(Region.USE_PREF_SIZE);
        clear.setId("clear-range");
        clear.getStyleClass().addAll("button-icon", "flat", "small");
        clear.setTooltip(new Tooltip("Clear the range (Esc)"));
        clear.setAccessibleText("Clear the range");
        clear.setOnAction(_ -> model.selection().clearRange());
        pins.setId("pins");
        pins.setAlignment(Pos.CENTER_RIGHT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(statistics, clear, gap, pins);
        model.shown().subscribe(_ -> update());
        model.selection().range().subscribe(_ -> update());
        model.selection().pins().subscribe(_ -> update());
    }

    private void update() {
        Optional<Shown> shown = model.shown().get();
        Optional<TokenSelection.Range> range = model.selection().range().get();
        clear.setVisible(range.isPresent());
        clear.setManaged(range.isPresent());
        statistics.setText(shown.map(now -> sentence(now, range)).orElse(""));
        pins.getChildren().setAll(shown.map(this::chips).orElse(List.of()));
    }

    static String sentence(Shown shown, Optional<TokenSelection.Range> range) {
        int tokens = shown.row().responseLength();
        int from = range.map(TokenSelection.Range::first).orElse(0);
        int end = range.map(r -> Math.min(r.last() + 1, tokens)).orElse(tokens);
        CreditSummary summary = CreditSummary.of(shown.tokenCredit(), from, end);
        String which = range.isEmpty()
                ? "Whole response"
                : end - from == 1 ? "Token " + (from + 1) : "Tokens " + (from + 1) + "–" + end;
        if (summary.tokens() == 0) {
            return which + ": none with credit";
        }
        String sum = shown.layer().additive() ? "   Σ " + NumberText.signed(summary.sum()) : "";
        String bad = summary.notFinite() == 0 ? "" : "   (" + summary.notFinite() + " not finite)";
        return which + "   n " + summary.tokens() + sum + "   mean " + NumberText.signed(summary.mean()) + bad;
    }

    private List<Node> chips(Shown shown) {
        List<Integer> all = model.selection().pins().get().stream()
                .filter(pin -> shown.cellOf(pin) >= 0)
                .toList();
        if (all.isEmpty()) {
            return List.of();
        }
        List<Node> chips = new ArrayList<>();
        for (int pin : all.subList(0, Math.min(PINS, all.size()))) {
            chips.add(chip(shown, pin));
        }
        if (all.size() > PINS) {
            Label more = new Label("+ " + (all.size() - PINS));
            more.setTooltip(new Tooltip((all.size() - PINS) + " more pinned tokens"));
            more.getStyleClass().add("muted");
            more.setMinWidth(Region.USE_PREF_SIZE);
            chips.add(more);
        }
        Button none = new Button("", new FontIcon(MaterialDesignP.PIN_OFF_OUTLINE));
        none.setId("clear-pins");
        none.getStyleClass().addAll("button-icon", "flat", "small");
        none.setTooltip(new Tooltip("Take all pins away"));
        none.setAccessibleText("Take all pins away");
        none.setMinWidth(Region.USE_PREF_SIZE);
        none.setOnAction(_ -> model.selection().clearPins());
        chips.add(none);
        return chips;
    }

    private Button chip(Shown shown, int pin) {
        int cell = shown.cellOf(pin);
        String text = shown.cells().get(cell).strip().replace("\n", "⏎");
        Button chip = new Button((text.length() > 10 ? text.substring(0, 9) + "…" : text) + "  " + shown.value(cell));
        chip.getStyleClass().addAll("small", "pin-chip");
        chip.setTooltip(new Tooltip("Go to token " + (pin + 1)));
        chip.setOnAction(_ -> {
            model.selection().go(pin);
            heatmap.requestFocus();
            heatmap.reveal(cell);
        });
        return chip;
    }
}
