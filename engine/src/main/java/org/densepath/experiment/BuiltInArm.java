package org.densepath.experiment;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An arm that comes with the program, from the resource `arms.json`: what it does, which settings it changes,
/// its equation and where that comes from.
public record BuiltInArm(
        String name,
        String label,
        Arm.Kind kind,
        Map<String, JsonNode> set,
        String equation,
        String meaning,
        String source) {
    private static final List<BuiltInArm> ALL = read();

    public static List<BuiltInArm> all() {
        return ALL;
    }

    public static Optional<BuiltInArm> of(String name) {
        return ALL.stream().filter(arm -> arm.name().equals(name)).findFirst();
    }

    static List<String> names() {
        return ALL.stream().map(BuiltInArm::name).toList();
    }

    private static List<BuiltInArm> read() {
        try (InputStream in = BuiltInArm.class.getResourceAsStream("arms.json")) {
            return List.copyOf(JsonMapper.builder()
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .build()
                    .readValue(in, new TypeReference<List<BuiltInArm>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
