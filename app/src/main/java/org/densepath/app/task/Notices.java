package org.densepath.app.task;

import java.util.Optional;
import java.util.function.Consumer;

/// Tells the person something without stopping them.
public final class Notices {
    private Consumer<Notice> shown = _ -> {};

    /// @param problem whether something went wrong
    /// @param offer what can be done about it
    public record Notice(String text, boolean problem, Optional<Offer> offer) {}

    /// A button beside the text.
    public record Offer(String label, Runnable run) {}

    /// Where notices go; until then they are dropped.
    public void shownBy(Consumer<Notice> place) {
        shown = place;
    }

    public void say(String text) {
        shown.accept(new Notice(text, false, Optional.empty()));
    }

    public void say(String text, String label, Runnable run) {
        shown.accept(new Notice(text, false, Optional.of(new Offer(label, run))));
    }

    public void problem(String text) {
        shown.accept(new Notice(text, true, Optional.empty()));
    }
}
