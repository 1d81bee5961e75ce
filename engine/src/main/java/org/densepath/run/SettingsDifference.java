package org.densepath.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where the settings of several runs differ: only those keys, each with every run's value.
///
/// @param same how many keys have one value in all runs
public record SettingsDifference(List<Row> rows, int same) {
    /// @param values one a run, in the order of the runs; empty where a run's file has no such key
    public record Row(String key, List<Optional<String>> values) {
        public Row {
            values = List.copyOf(values);
        }
    }

    public SettingsDifference {
        rows = List.copyOf(rows);
    }

    /// Keys in the order of the files. The run's name is no setting.
    public static SettingsDifference of(List<RunSettings> runs) {
        Set<String> keys = new LinkedHashSet<>();
        runs.forEach(run -> keys.addAll(run.values().keySet()));
        keys.remove("name");
        List<Row> rows = new ArrayList<>();
        for (String key : keys) {
            List<Optional<String>> values =
                    runs.stream().map(run -> run.value(key)).toList();
            if (new HashSet<>(values).size() > 1) {
                rows.add(new Row(key, values));
            }
        }
        return new SettingsDifference(rows, keys.size() - rows.size());
    }
}
