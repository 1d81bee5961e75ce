package org.densepath.app.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.densepath.experiment.TorchFolder;

/// A PyTorch of the person's own for workers to compute with, kept from one window to the next; empty for the one
/// that comes with the program.
public final class TorchChoice {
    private static final String KEY = "torch.path";

    private final StringProperty path = new SimpleStringProperty();
    private final ReadOnlyStringWrapper found = new ReadOnlyStringWrapper();

    public TorchChoice(Preferences preferences) {
        path.set(preferences.text(KEY, ""));
        path.subscribe(now -> {
            preferences.put(KEY, now.strip());
            found.set(look(now.strip()));
        });
    }

    /// As `--torch` takes it.
    public StringProperty path() {
        return path;
    }

    /// What was found there, or why it is of no use.
    public ReadOnlyStringProperty found() {
        return found.getReadOnlyProperty();
    }

    /// A worker's arguments with what is chosen now.
    public static List<String> add(Preferences preferences, List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        preferences.text(KEY).filter(path -> !path.isEmpty()).ifPresent(path -> all.addAll(List.of("--torch", path)));
        return all;
    }

    private static String look(String path) {
        if (path.isEmpty()) {
            return "Workers compute with the libtorch that came with this program.";
        }
        TorchFolder there = TorchFolder.at(path);
        return there.usable() ? there.told() + ", for workers that start from now on." : there.told();
    }
}
