package org.densepath.app.launch;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.densepath.experiment.SettingDescription;

/// A setting as it stands in the form: what was written, what is wrong with it, and whether it differs from what
/// the form began with.
final class Field {
    private final SettingDescription setting;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private String begun = "";

    Field(SettingDescription setting) {
        this.setting = setting;
    }

    SettingDescription setting() {
        return setting;
    }

    StringProperty text() {
        return text;
    }

    /// A sentence; empty when all is well.
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty changed() {
        return changed.getReadOnlyProperty();
    }

    /// What the form began with.
    String begun() {
        return begun;
    }

    void begin(String value) {
        begun = value;
        text.set(value);
        changed.set(false);
    }

    void reset() {
        text.set(begun);
    }

    /// @param why the rest of a sentence that begins with the setting, or a sentence
    void judged(String why, boolean differs) {
        problem.set(
                why.isEmpty()
                        ? ""
                        : Character.toUpperCase(why.charAt(0)) + why.substring(1) + (why.endsWith(".") ? "" : "."));
        changed.set(differs);
    }
}
