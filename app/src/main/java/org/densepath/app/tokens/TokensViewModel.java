package org.densepath.app.tokens;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.densepath.app.live.Place;
import org.densepath.paint.NumberText;
import org.densepath.run.RunFolder;
import org.densepath.run.TraceRow;
import org.densepath.run.Track;

/// The responses of one step and the credit of their tokens. Belongs to the window's thread.
public final class TokensViewModel {
    private final TraceLoader loader;
    private final ReadOnlyObjectWrapper<List<TraceRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<String> problem = new ReadOnlyObjectWrapper<>("");
    private final IntegerProperty selected = new SimpleIntegerProperty(-1);
    private final ObjectProperty<TokenLayer> layer = new SimpleObjectProperty<>(TokenLayer.REWARD);
    private final BooleanProperty following = new SimpleBooleanProperty(true);
    private Optional<Path> newest = Optional.empty();
    private Optional<Path> shown = Optional.empty();

    public TokensViewModel(TraceLoader loader) {
        this.loader = loader;
        following.subscribe(now -> {
            if (now) {
                newest.ifPresent(this::open);
            }
        });
    }

    /// The run has this newest trace; empty when it has none (another run is shown).
    public void newest(Optional<Path> file) {
        if (file.equals(newest)) {
            return;
        }
        boolean otherRun = file.isEmpty()
                || shown.isPresent()
                        && !file.get().getParent().equals(shown.get().getParent());
        newest = file;
        if (file.isEmpty()) {
            shown = Optional.empty();
            show(List.of());
        }
        if (otherRun) {
            following.set(true);
        }
        if (following.get()) {
            newest.ifPresent(this::open);
        }
    }

    /// Shows this response of a kept step.
    public void open(Place place) {
        Path file = RunFolder.open(place.run()).rollouts(new Track("dpr", place.arm(), place.seed()), place.step());
        following.set(false);
        loader.load(
                file,
                (path, loaded) -> {
                    shown = Optional.of(path);
                    show(loaded);
                    for (int i = 0; i < loaded.size(); i++) {
                        if (loaded.get(i).promptIndex() == place.promptIndex()
                                && loaded.get(i).sample() == place.sample()) {
                            selected.set(i);
                        }
                    }
                },
                problem::set);
    }

    /// A person has chosen a response: it stays, whatever is sampled meanwhile.
    public void choose(int index) {
        if (index >= 0 && index < rows.get().size() && index != selected.get()) {
            selected.set(index);
            following.set(false);
        }
    }

    public ReadOnlyObjectProperty<List<TraceRow>> rows() {
        return rows.getReadOnlyProperty();
    }

    /// Why the trace cannot be shown, or empty.
    public ReadOnlyObjectProperty<String> problem() {
        return problem.getReadOnlyProperty();
    }

    /// The chosen response's place in [#rows]; −1 when there is none.
    public IntegerProperty selected() {
        return selected;
    }

    public ObjectProperty<TokenLayer> layer() {
        return layer;
    }

    /// Whether the newest step is always shown.
    public BooleanProperty following() {
        return following;
    }

    public Optional<TraceRow> response() {
        int index = selected.get();
        return index < 0 || index >= rows.get().size()
                ? Optional.empty()
                : Optional.of(rows.get().get(index));
    }

    /// The step of the shown responses.
    public String stepText() {
        return rows.get().isEmpty() ? "" : "step " + rows.get().getFirst().step();
    }

    /// `17 of 42 “ 85” r̂ +1.42 …` of a token of the chosen response.
    public String describe(int token) {
        return response()
                .filter(row -> token >= 0 && token < row.responseLength())
                .map(row -> describe(row, token))
                .orElse("");
    }

    private static String describe(TraceRow row, int token) {
        StringBuilder text = new StringBuilder("Token " + (token + 1) + " of " + row.responseLength() + "  “"
                + row.tokens().get(token).replace("\n", "⏎") + "”  id " + row.ids()[row.promptLength() + token]);
        append(text, "r̂", row.values().reward(), token, true);
        append(text, "G", row.values().returnToGo(), token, true);
        append(text, "A", row.values().advantage(), token, true);
        append(text, "log π", row.values().logpPolicy(), token, false);
        append(text, "log π_SFT", row.values().logpSft(), token, false);
        append(text, "log π_ref", row.values().logpRef(), token, false);
        return text.toString();
    }

    private static void append(StringBuilder text, String name, float[] values, int token, boolean signed) {
        if (values.length > 0) {
            String value = signed ? NumberText.signed(values[token]) : NumberText.plain(values[token]);
            text.append("   ").append(name).append(' ').append(value);
        }
    }

    private void open(Path file) {
        loader.load(
                file,
                (path, loaded) -> {
                    // the run may have changed while it was read
                    if (newest.isPresent()
                            && path.getParent().equals(newest.get().getParent())) {
                        shown = Optional.of(path);
                        show(loaded);
                    }
                },
                problem::set);
    }

    private void show(List<TraceRow> loaded) {
        int keep = selected.get();
        selected.set(-1);
        problem.set("");
        rows.set(List.copyOf(loaded));
        if (!TokenLayer.in(loaded).contains(layer.get())) {
            layer.set(TokenLayer.REWARD);
        }
        selected.set(loaded.isEmpty() ? -1 : Math.clamp(keep, 0, loaded.size() - 1));
    }
}
