package org.densepath.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Where the golden files and the shared models lie.
final class Golden {
    private Golden() {}

    static Path path(String name) {
        try {
            return Path.of(Golden.class.getResource("/golden/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(String name) {
        try {
            return new ObjectMapper().readTree(path(name).toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The SmolLM2 file, or the test is skipped.
    static Path smolLm2() {
        Path model = Path.of(System.getProperty("densepath.root", ".."))
                .resolve("../shared/models/SmolLM2-135M-Instruct.Q4_1.gguf");
        Assumptions.assumeTrue(Files.exists(model), "no " + model);
        return model;
    }

    static float[] read(WeightFile file, String name) {
        FloatBuffer values = FloatBuffer.allocate((int) file.weights().get(name).size());
        file.read(name, values);
        return values.array();
    }
}
