package org.densepath.app.pair;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.densepath.app.scoring.Role;
import org.densepath.app.settings.Preferences;

/// Which models are π_SFT, π_ref and, if wanted, π_θ: those of the shown run until a person chooses others.
/// Belongs to the window's thread.
public final class ModelsViewModel {
    private static final String KEY = "pair.model.";
    private static final String FOLLOWED = "pair.followed.";

    private final Map<Role, StringProperty> names = new EnumMap<>(Role.class);
    private final ReadOnlyObjectWrapper<RunModels> known = new ReadOnlyObjectWrapper<>(RunModels.NONE);
    private final Map<String, String> nameOfLabel = new HashMap<>();
    private final Preferences preferences;
    private final Executor window;
    private Optional<Path> run = Optional.empty();
    private long done;

    /// @param window runs what is handed to it on the window's thread
    ModelsViewModel(Preferences preferences, Executor window) {
        this.preferences = preferences;
        this.window = window;
        for (Role role : Role.values()) {
            String key = KEY + role.name().toLowerCase(Locale.ROOT);
            StringProperty name = new SimpleStringProperty(preferences.text(key, ""));
            name.subscribe(now -> preferences.put(key, now));
            names.put(role, name);
        }
    }

    /// The run that the window shows; may be told again and again.
    ///
    /// @param stages how many of its stages are done: each may leave weights
    public void shown(Optional<Path> folder, long stages) {
        if (!folder.equals(run) || stages != done) {
            run = folder;
            done = stages;
            refresh();
        }
    }

    /// Looks again which weights are kept.
    void refresh() {
        run.ifPresent(folder -> Thread.ofVirtual().start(() -> {
            RunModels found = RunModels.of(folder);
            window.execute(() -> {
                if (run.equals(Optional.of(folder))) {
                    take(found);
                }
            });
        }));
    }

    private void take(RunModels found) {
        found.choices().forEach(model -> nameOfLabel.put(model.label(), model.name()));
        known.set(found);
        follow(Role.SFT, "sft", found);
        follow(Role.REFERENCE, "reference", found);
    }

    /// A model that nobody has chosen is that of the shown run, as soon as its weights are there.
    private void follow(Role role, String part, RunModels found) {
        String now = names.get(role).get();
        String key = FOLLOWED + role.name().toLowerCase(Locale.ROOT);
        if (now.isEmpty() || now.equals(preferences.text(key, ""))) {
            found.name(part).ifPresent(name -> {
                preferences.put(key, name);
                names.get(role).set(name);
            });
        }
    }

    /// The models of `folder`, whatever was chosen.
    void choose(Path folder) {
        names.get(Role.SFT).set(folder + ":sft");
        names.get(Role.REFERENCE).set(folder + ":reference");
        names.get(Role.POLICY).set("");
    }

    void choose(Map<Role, String> models) {
        names.forEach((role, name) -> name.set(models.getOrDefault(role, "")));
    }

    /// A model's name as on the command line; empty for none.
    public StringProperty name(Role role) {
        return names.get(role);
    }

    /// What a person reads for it.
    public String label(String name) {
        return nameOfLabel.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> shortened(name));
    }

    /// What a person has written, as on the command line.
    String nameOf(String written) {
        String text = written == null ? "" : written.strip();
        return nameOfLabel.getOrDefault(text, text);
    }

    /// `run:sft` of `/long/way/run:sft`, remembered so that it is understood when it is read back.
    private String shortened(String name) {
        int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        boolean part = name.lastIndexOf(':') > slash && slash >= 0;
        if (!part || nameOfLabel.containsKey(name.substring(slash + 1))) {
            return name;
        }
        nameOfLabel.put(name.substring(slash + 1), name);
        return name.substring(slash + 1);
    }

    /// Those that are named.
    public Map<Role, String> chosen() {
        Map<Role, String> chosen = new EnumMap<>(Role.class);
        names.forEach((role, name) -> {
            if (!name.get().isBlank()) {
                chosen.put(role, name.get());
            }
        });
        return chosen;
    }

    /// The models of the shown run.
    public ReadOnlyObjectProperty<RunModels> known() {
        return known.getReadOnlyProperty();
    }
}
