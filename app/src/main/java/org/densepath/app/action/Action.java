package org.densepath.app.action;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;

/// Something that a person can do, wherever it is offered: a button, a key, the command palette.
///
/// @param id short and stable, as `run.stop`
/// @param group the heading under which the shortcuts page lists it
/// @param keys a combination with a modifier, or a function key, works everywhere in the window; any other is only
/// shown, and heard by the page it belongs to
/// @param why the sentence that says why it is not possible now
public record Action(
        String id,
        String title,
        String group,
        Ikon icon,
        Optional<KeyCombination> keys,
        ObservableBooleanValue possible,
        Supplier<String> why,
        Runnable run) {
    private static final ObservableBooleanValue ALWAYS = Bindings.createBooleanBinding(() -> true);

    public static Action of(String id, String title, String group, Ikon icon, Runnable run) {
        return new Action(id, title, group, icon, Optional.empty(), ALWAYS, () -> "", run);
    }

    /// @param combination as `Shortcut+K`, `F`, `[`
    public Action on(String combination) {
        return new Action(id, title, group, icon, Optional.of(KeyCombination.valueOf(combination)), possible, why, run);
    }

    public Action when(ObservableBooleanValue condition, Supplier<String> reason) {
        return new Action(id, title, group, icon, keys, condition, reason, run);
    }
}
