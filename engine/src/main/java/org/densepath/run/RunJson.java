package org.densepath.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.densepath.BadInputException;

/// How the run folder's records become JSON: instants as ISO text, fields of a newer version ignored, `NaN` and
/// `Infinity` as text (JSON has no such numbers).
final class RunJson {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .build();

    private RunJson() {}

    /// One indented JSON file, atomically.
    static void write(Path file, Object value) {
        AtomicFiles.file(
                file,
                temporary -> Files.writeString(
                        temporary, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n"));
    }

    /// Throws [BadInputException] when the file is missing or is not what it should be.
    static <T> T read(Path file, Class<T> kind) {
        try {
            return MAPPER.readValue(Files.readString(file), kind);
        } catch (NoSuchFileException e) {
            throw new BadInputException("There is no file " + file + "; choose a folder that a run has written.", e);
        } catch (JsonProcessingException e) {
            throw new BadInputException(
                    "The file " + file + " is not what this version writes (" + e.getOriginalMessage()
                            + "); restore it or start from another one.",
                    e);
        } catch (IOException e) {
            throw RunStorageException.reading(file, e);
        }
    }
}
