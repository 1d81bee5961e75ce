package org.densepath.experiment;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// Settings that belong together, in the order in which a person meets them: the resource `settings.json`, which
/// describes every key of the defaults once.
public record SettingSection(String id, String title, String about, List<SettingDescription> settings) {
    private static final List<SettingSection> ALL = read();

    public SettingSection {
        settings = List.copyOf(settings);
    }

    public static List<SettingSection> all() {
        return ALL;
    }

    /// Every setting of every section.
    public static List<SettingDescription> settingsOfAll() {
        return ALL.stream().flatMap(section -> section.settings().stream()).toList();
    }

    /// The key of every setting, such as `dpr.steps`.
    static List<String> keys() {
        return settingsOfAll().stream().map(SettingDescription::key).toList();
    }

    private static List<SettingSection> read() {
        try (InputStream in = SettingSection.class.getResourceAsStream("settings.json")) {
            return List.copyOf(JsonMapper.builder()
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .build()
                    .readValue(in, new TypeReference<List<SettingSection>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
