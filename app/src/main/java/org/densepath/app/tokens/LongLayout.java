package org.densepath.app.tokens;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import org.densepath.app.paint.FxTextMeasure;
import org.densepath.paint.HeatmapStyle;
import org.densepath.paint.TextMeasure;

/// Lays out long texts beside the window's thread: 50,000 tokens take tens of milliseconds, and several times
/// that before Java has compiled what does it. One at a time; of those that wait only the newest.
final class LongLayout {
    /// As many cells, or four times as many characters, are laid out at once.
    static final int SHORT = 4_000;

    /// As many cells fill a screen, or eight times as many characters.
    static final int BEGUN = 1_500;

    private final BiConsumer<Wanted, HeatmapContent> done;
    private final FxTextMeasure measure = new FxTextMeasure();
    private Optional<Wanted> running = Optional.empty();
    private Optional<Wanted> waiting = Optional.empty();

    /// What is to be laid out, and how.
    record Wanted(List<String> cells, List<String> prompt, HeatmapStyle style, int textSize, double width) {
        boolean isLong() {
            return cells.size() + prompt.size() > SHORT
                    || cells.stream().mapToLong(String::length).sum() > 4 * SHORT;
        }

        /// How a long text begins, for as long as it is laid out: some screens of it, the last line perhaps not
        /// whole. Empty where even that takes its time.
        Optional<HeatmapContent> begun(TextMeasure measure) {
            if (prompt.size() > BEGUN) {
                return Optional.empty();
            }
            int count = 0;
            for (long characters = 0; count < Math.min(BEGUN, cells.size()); count++) {
                characters += cells.get(count).length();
                if (characters > 8 * BEGUN) {
                    break;
                }
            }
            return count == 0
                    ? Optional.empty()
                    : Optional.of(new HeatmapContent(cells.subList(0, count), prompt, style, textSize, measure, width));
        }

        HeatmapContent content(TextMeasure measure) {
            return new HeatmapContent(cells, prompt, style, textSize, measure, width);
        }
    }

    /// @param done takes what was made, on the window's thread
    LongLayout(BiConsumer<Wanted, HeatmapContent> done) {
        this.done = done;
    }

    /// To be called on the window's thread.
    void ask(Wanted wanted) {
        if (running.isEmpty()) {
            start(wanted);
        } else {
            waiting = Optional.of(wanted).filter(other -> !running.get().equals(other));
        }
    }

    private void start(Wanted wanted) {
        running = Optional.of(wanted);
        Thread.ofPlatform().daemon().name("heatmap-layout").start(() -> {
            HeatmapContent content = wanted.content(measure);
            Platform.runLater(() -> finished(wanted, content));
        });
    }

    private void finished(Wanted wanted, HeatmapContent content) {
        running = Optional.empty();
        Optional<Wanted> next = waiting;
        waiting = Optional.empty();
        next.ifPresentOrElse(this::start, () -> done.accept(wanted, content));
    }
}
