package org.densepath.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.densepath.BadInputException;

/// JSON files of a model folder.
final class JsonFile {
    /// Writes nothing but standard JSON; reads no trailing text and no key twice.
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonFile() {}

    /// Throws [BadInputException] with file and line when the file is missing or holds no JSON object.
    static ObjectNode readObject(Path file) {
        JsonNode node;
        try {
            node = JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr();
            throw new BadInputException(file + " is not valid JSON" + where + " (" + e.getOriginalMessage() + ").", e);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read (" + e.getMessage() + ").", e);
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new BadInputException(file + " should hold a JSON object, { … }.");
    }

    /// Throws [BadInputException], which begins with `what`, when the text holds no JSON object.
    static ObjectNode parseObject(String what, String text) {
        try {
            if (JSON.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new BadInputException(what + " is not valid JSON (" + e.getOriginalMessage() + ").", e);
        }
        throw new BadInputException(what + " should hold a JSON object, { … }.");
    }

    /// Indented, as Hugging Face writes its own.
    static byte[] pretty(JsonNode node) {
        try {
            return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
