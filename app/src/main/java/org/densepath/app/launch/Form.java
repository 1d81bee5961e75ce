package org.densepath.app.launch;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densepath.experiment.ExperimentFile;
import org.densepath.experiment.SettingCheck;
import org.densepath.experiment.SettingDescription;
import org.densepath.experiment.SettingDescription.Kind;
import org.densepath.experiment.SettingSection;

/// All settings as they stand in the form, and the experiment that they make.
final class Form {
    private final Path home;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Runnable changed;
    private Base base = Base.PRESETS.getFirst();
    private boolean filling;

    /// @param home where relative paths begin
    /// @param changed told after every change of a field
    Form(Path home, Runnable changed) {
        this.home = home;
        this.changed = changed;
        for (SettingDescription setting : SettingSection.settingsOfAll()) {
            Field field = new Field(setting);
            field.text().addListener((_, _, _) -> {
                if (!filling) {
                    changed.run();
                }
            });
            fields.put(setting.key(), field);
        }
    }

    Field field(String key) {
        return fields.get(key);
    }

    Base base() {
        return base;
    }

    /// Fills every field anew.
    void begin(Base from) {
        base = from;
        filling = true;
        fields.forEach(
                (key, field) -> field.begin(field.setting().text(from.file().value(key))));
        filling = false;
        changed.run();
    }

    /// What was written, as far as it can be read.
    ExperimentFile asked() {
        ExperimentFile file = base.file().copy();
        fields.forEach((key, field) -> {
            // what was not touched stays as it was, number for number
            if (!field.text().get().equals(field.begun())) {
                file.set(key, field.setting().value(field.text().get()));
            }
        });
        return file;
    }

    /// [#asked] with paths as a worker sees them, which starts in the product's folder.
    ExperimentFile resolved() {
        ExperimentFile file = asked();
        fields.forEach((key, field) -> {
            Kind kind = field.setting().kind();
            if (kind == Kind.MODEL || kind == Kind.FILE) {
                String path = file.value(key).asText();
                file.set(key, field.setting().value(resolved(path)));
            }
        });
        return file;
    }

    /// [#resolved] with the values that are wrong as they were in the beginning: what of the files can be told
    /// all the same.
    ExperimentFile mended() {
        ExperimentFile file = resolved();
        SettingCheck.problems(file).keySet().stream()
                .filter(fields::containsKey)
                .forEach(key -> file.set(key, base.file().value(key)));
        return file;
    }

    private String resolved(String path) {
        try {
            boolean relative = !path.isEmpty()
                    && !path.startsWith("sample:")
                    && !Path.of(path).isAbsolute();
            return relative && Files.exists(home.resolve(path))
                    ? home.resolve(path).toString()
                    : path;
        } catch (InvalidPathException _) {
            return path;
        }
    }

    /// Tells every field what is wrong with it: values at once, files as far as they were read. Returns the
    /// problems of the values.
    Map<String, String> judge(Map<String, String> ofFiles) {
        ExperimentFile asked = asked();
        Map<String, String> ofValues = SettingCheck.problems(asked);
        List<String> differ = asked.changesFrom(base.file()).stream()
                .map(change -> change.substring(0, change.indexOf('=')))
                .toList();
        fields.forEach((key, field) -> {
            boolean emptyOptional =
                    field.setting().optional() && field.text().get().isBlank();
            String ofFile = emptyOptional ? "" : ofFiles.getOrDefault(key, "");
            field.judged(ofValues.getOrDefault(key, ofFile), differ.contains(key));
        });
        return ofValues;
    }

    /// Fields with something wrong, in the form's order.
    List<Field> wrong() {
        return fields.values().stream()
                .filter(field -> !field.problem().get().isEmpty())
                .toList();
    }

    /// The command line's arguments that make the same run, without the folder of the runs.
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("run", base.argument()));
        for (String change : asked().changesFrom(base.file())) {
            arguments.add("--set");
            arguments.add(change);
        }
        return arguments;
    }
}
