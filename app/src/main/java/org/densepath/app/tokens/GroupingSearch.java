package org.densepath.app.tokens;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.densepath.paint.TokenSpans;
import org.densepath.run.TraceRow;

/// Groups the tokens of long responses beside the window's thread: the grouping that is shown, then the others,
/// to be there by the time that they are asked for. Belongs to the window's thread.
final class GroupingSearch {
    private final TraceLoader loader;
    private final HeatmapSettings settings;
    private final Supplier<Optional<TraceRow>> response;
    private final Runnable found;
    private final ReadOnlyObjectWrapper<List<List<String>>> cells = new ReadOnlyObjectWrapper<>(List.of());
    private StepCredit credit = new StepCredit(StepTrace.NONE);

    /// @param response the one that is shown
    /// @param found told when the grouping that is shown is there
    GroupingSearch(
            TraceLoader loader, HeatmapSettings settings, Supplier<Optional<TraceRow>> response, Runnable found) {
        this.loader = loader;
        this.settings = settings;
        this.response = response;
        this.found = found;
    }

    /// Another step's responses are shown.
    void show(StepTrace step) {
        credit = new StepCredit(step);
        cells.set(List.of());
    }

    StepCredit credit() {
        return credit;
    }

    /// The cells that a long response may soon be shown with: those of each grouping that was found.
    ReadOnlyObjectProperty<List<List<String>>> cells() {
        return cells.getReadOnlyProperty();
    }

    /// Whether the grouping that is to be shown is there; else it is sought.
    boolean ready(TraceRow row) {
        TokenSpans.Unit unit = settings.unit().get();
        seek(row, unit);
        return credit.ready(row, unit);
    }

    /// Seeks the other groupings of a long response when there was time to draw it.
    void seekOthers(TraceRow row) {
        if (credit.isLong(row)) {
            loader.soon(() -> {
                if (response.get().filter(now -> now == row).isPresent()) {
                    Arrays.stream(TokenSpans.Unit.values()).forEach(unit -> seek(row, unit));
                }
            });
        }
    }

    private void seek(TraceRow row, TokenSpans.Unit unit) {
        StepCredit now = credit;
        now.search(row, settings.rangeOf(unit))
                .ifPresent(search -> loader.apart(search, result -> {
                    now.take(row, result);
                    if (now == credit) {
                        cells.set(response.get().map(now::cells).orElse(List.of()));
                        if (unit == settings.unit().get()) {
                            found.run();
                        }
                    }
                }));
    }
}
