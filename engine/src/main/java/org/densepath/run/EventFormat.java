package org.densepath.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One event as one line of JSON, and back. Reading never fails: what is not known is an [Event.UnknownEvent].
final class EventFormat {
    private static final Map<String, Class<?>> KINDS = records(Event.class)
            .filter(kind -> kind != Event.UnknownEvent.class)
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private static final JsonMapper MAPPER = RunJson.MAPPER
            .rebuild()
            .registerSubtypes(KINDS.values().toArray(Class<?>[]::new))
            .build();

    private EventFormat() {}

    /// Without the line's end.
    static String write(EventLine line) {
        ObjectNode json = MAPPER.createObjectNode()
                .put("schemaVersion", line.schemaVersion())
                .put("sequence", line.sequence())
                .put("time", line.time().toString());
        json.setAll((ObjectNode) MAPPER.valueToTree(line.event()));
        return json.toString();
    }

    static EventLine read(String text) {
        try {
            if (!(MAPPER.readTree(text) instanceof ObjectNode json)) {
                return unreadable(text);
            }
            return new EventLine(
                    json.path("schemaVersion").asInt(),
                    json.path("sequence").asLong(),
                    Instant.parse(json.path("time").asText()),
                    event(json));
        } catch (JsonProcessingException | DateTimeException e) {
            return unreadable(text);
        }
    }

    private static Event event(ObjectNode json) {
        String type = json.path("type").asText();
        if (!KINDS.containsKey(type)) {
            return new Event.UnknownEvent(type, json);
        }
        try {
            return MAPPER.treeToValue(json, Event.class);
        } catch (JsonProcessingException e) {
            return new Event.UnknownEvent(type, json);
        }
    }

    private static EventLine unreadable(String text) {
        ObjectNode content = MAPPER.createObjectNode().put("text", text);
        return new EventLine(0, 0, Instant.EPOCH, new Event.UnknownEvent("unreadable", content));
    }

    private static Stream<Class<?>> records(Class<?> kind) {
        return kind.isRecord()
                ? Stream.of(kind)
                : Arrays.stream(kind.getPermittedSubclasses()).flatMap(EventFormat::records);
    }
}
