package org.densepath.app.tokens;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import org.densepath.app.paint.FxTextMeasure;

/// What a long text may be asked for next, laid out beside the window's thread before it is asked for. Belongs to
/// the window's thread.
final class PreparedLayouts {
    private final FxTextMeasure measure = new FxTextMeasure();
    private final Map<LongLayout.Wanted, HeatmapContent> ready = new HashMap<>();
    private List<LongLayout.Wanted> expected = List.of();
    private boolean atWork;

    /// Whatever else was kept is let go.
    ///
    /// @param now what stands laid out already, as `content`
    void expect(List<LongLayout.Wanted> next, LongLayout.Wanted now, HeatmapContent content) {
        expected = next;
        ready.keySet().retainAll(next);
        if (next.contains(now)) {
            ready.put(now, content);
        }
        goOn();
    }

    Optional<HeatmapContent> find(LongLayout.Wanted wanted) {
        return ready.isEmpty() ? Optional.empty() : Optional.ofNullable(ready.get(wanted));
    }

    private void goOn() {
        if (!atWork) {
            expected.stream()
                    .filter(one -> one.isLong() && !ready.containsKey(one))
                    .findFirst()
                    .ifPresent(this::start);
        }
    }

    private void start(LongLayout.Wanted wanted) {
        atWork = true;
        Thread.ofPlatform().daemon().name("heatmap-prepared").start(() -> {
            HeatmapContent content = wanted.content(measure);
            Platform.runLater(() -> {
                atWork = false;
                if (expected.contains(wanted)) {
                    ready.put(wanted, content);
                }
                goOn();
            });
        });
    }
}
