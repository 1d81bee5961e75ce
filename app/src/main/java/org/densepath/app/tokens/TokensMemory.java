package org.densepath.app.tokens;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.densepath.BadInputException;
import org.densepath.app.live.Place;
import org.densepath.app.settings.Preferences;
import org.densepath.paint.ColourMap;
import org.densepath.paint.SpanValue;
import org.densepath.paint.TokenSpans;
import org.densepath.run.TraceRow;

/// Keeps what the page shows for each run, and gives it back when the run is shown again. Belongs to the window's
/// thread.
public final class TokensMemory {
    private final TokensViewModel model;
    private final Preferences preferences;
    private Optional<Path> restored = Optional.empty();
    private Optional<TokensState> pending = Optional.empty();

    public TokensMemory(TokensViewModel model, Preferences preferences) {
        this.model = model;
        this.preferences = preferences;
        model.shown().subscribe(_ -> changed());
        model.selection().range().subscribe(_ -> keep());
        model.selection().pins().subscribe(_ -> keep());
        model.following().subscribe(_ -> keep());
        // what cannot be shown is not waited for
        model.problem().subscribe(_ -> pending = model.problem().get().isEmpty() ? pending : Optional.empty());
    }

    /// The view as it is now; empty when nothing is shown.
    public Optional<TokensState> now() {
        Optional<TraceRow> row = model.response();
        if (row.isEmpty() || model.run().isEmpty()) {
            return Optional.empty();
        }
        KeptSteps.Arm arm = model.kept().get().shown();
        return Optional.of(new TokensState(
                model.run().get().getFileName().toString(),
                arm.name(),
                arm.seed(),
                model.step().get().step(),
                model.following().get(),
                row.get().promptIndex(),
                row.get().sample(),
                model.selection().range().get(),
                model.selection().pins().get(),
                choices(model.settings())));
    }

    /// Shows a copied view. Throws [BadInputException] when it is none, or its run is not beside the shown one.
    public void restore(String text) {
        TokensState state = TokensState.parse(text);
        Path shown = model.run().orElseThrow(() -> new BadInputException("No run is open; open the view's run first."));
        Path folder = shown.resolveSibling(state.run());
        if (state.run().contains("/") || state.run().contains("\\") || !Files.isDirectory(folder)) {
            throw new BadInputException(
                    "The run " + state.run() + " of this view is not beside the shown one; open it first.");
        }
        apply(folder, state);
    }

    private void apply(Path folder, TokensState state) {
        choose(model.settings(), state.choices());
        pending = Optional.of(state);
        model.open(new Place(folder, state.arm(), state.seed(), state.step(), state.prompt(), state.sample()));
    }

    private void changed() {
        Optional<Path> run = model.run();
        boolean first = model.response().isPresent() && !run.equals(restored);
        if (first) {
            restored = run;
            if (pending.isEmpty()) {
                kept(run).filter(state -> !state.following()).ifPresent(state -> apply(run.get(), state));
            }
        }
        pending.filter(this::isShown).ifPresent(state -> {
            pending = Optional.empty();
            int tokens = model.response().get().responseLength();
            state.range().filter(r -> r.last() < tokens).ifPresent(model.selection()::select);
            state.pins().stream().filter(pin -> pin < tokens).forEach(model.selection()::pin);
        });
        keep();
    }

    private boolean isShown(TokensState state) {
        return model.step().get().step() == state.step()
                && model.response()
                        .filter(row -> row.promptIndex() == state.prompt() && row.sample() == state.sample())
                        .isPresent();
    }

    private Optional<TokensState> kept(Optional<Path> run) {
        try {
            return run.flatMap(folder -> preferences.text(key(folder))).map(TokensState::parse);
        } catch (BadInputException _) {
            return Optional.empty();
        }
    }

    private void keep() {
        if (pending.isEmpty() && model.run().equals(restored)) {
            now().ifPresent(state -> preferences.put(key(model.run().get()), state.text()));
        }
    }

    private static String key(Path run) {
        return "tokens.view." + run;
    }

    private static Map<String, String> choices(HeatmapSettings settings) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("layer", HeatmapSettings.word(settings.layer().get()));
        choices.put("by", HeatmapSettings.word(settings.unit().get()));
        choices.put("value", HeatmapSettings.word(settings.value().get()));
        choices.put("colours", HeatmapSettings.word(settings.colours()));
        choices.put("density", HeatmapSettings.word(settings.density().get()));
        choices.put("blanks", Boolean.toString(settings.blanks().get()));
        choices.put("clip", Double.toString(settings.clip().get()));
        choices.put("limit", Double.toString(settings.limit().get()));
        return choices;
    }

    private static void choose(HeatmapSettings s, Map<String, String> choices) {
        s.layer()
                .set(HeatmapSettings.named(
                        TokenLayer.class,
                        choices.getOrDefault("layer", ""),
                        s.layer().get()));
        s.unit()
                .set(HeatmapSettings.named(
                        TokenSpans.Unit.class,
                        choices.getOrDefault("by", ""),
                        s.unit().get()));
        SpanValue value = HeatmapSettings.named(SpanValue.class, choices.getOrDefault("value", ""), SpanValue.SUM);
        s.value().set(value == SpanValue.FIRST ? SpanValue.SUM : value);
        s.colours(HeatmapSettings.named(ColourMap.class, choices.getOrDefault("colours", ""), s.colours()));
        s.density()
                .set(HeatmapSettings.named(
                        HeatmapSettings.Density.class,
                        choices.getOrDefault("density", ""),
                        s.density().get()));
        s.blanks().set(Boolean.parseBoolean(choices.getOrDefault("blanks", "false")));
        s.clip().set(Math.clamp(number(choices.get("clip"), s.clip().get()), 0.5, 1));
        s.limit().set(Math.max(0, number(choices.get("limit"), 0)));
    }

    private static double number(String text, double otherwise) {
        try {
            double value = text == null ? otherwise : Double.parseDouble(text);
            return Double.isFinite(value) ? value : otherwise;
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }
}
