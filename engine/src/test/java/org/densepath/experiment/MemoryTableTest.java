package org.densepath.experiment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.densepath.BadInputException;
import org.densepath.model.ModelFamily;
import org.junit.jupiter.api.Test;

/// The table of `docs/memory.md` is what the program itself chooses for the four backbones.
class MemoryTableTest {
    private static final int[] GIBIBYTES = {16, 24, 48, 80};

    @Test
    void theDocumentationHasTheTableThatTheProgramGives() throws IOException {
        String table = table();
        String written = Files.readString(Path.of("..", "docs", "memory.md"));
        assertTrue(written.contains(table), "docs/memory.md should have this table:\n" + table);
    }

    static String table() throws IOException {
        JsonNode all = new ObjectMapper().readTree(MemoryTableTest.class.getResource("backbones.json"));
        StringBuilder table = new StringBuilder("| backbone | all weights, float32 |");
        for (int size : GIBIBYTES) {
            table.append(" %d GB |".formatted(size));
        }
        table.append("\n| --- | --- | --- | --- | --- | --- |\n");
        all.properties().forEach(entry -> table.append(row(entry.getKey(), (ObjectNode) entry.getValue())));
        return table.toString();
    }

    private static String row(String name, ObjectNode config) {
        Experiment experiment = new ExperimentFile().set("device=cuda").read();
        var settings = ModelFamily.settings(config);
        StringBuilder row = new StringBuilder("| %s | %s |"
                .formatted(
                        name, gigabytes(MemoryNeed.of(experiment, settings, 128).total())));
        for (int size : GIBIBYTES) {
            row.append(' ').append(cell(experiment, config, (long) size << 30)).append(" |");
        }
        return row.append('\n').toString();
    }

    private static String cell(Experiment experiment, ObjectNode config, long available) {
        try {
            DeviceFit fit = DeviceFit.of(experiment, ModelFamily.settings(config), 128, available);
            return words(fit.changes()) + ": " + gigabytes(fit.need().total());
        } catch (BadInputException e) {
            return "does not fit";
        }
    }

    private static String words(Map<String, String> changes) {
        List<String> words = new ArrayList<>();
        words.add(
                changes.containsKey("model.precision")
                        ? "adapter, 16-bit base"
                        : changes.containsKey("adapter.rank") ? "adapter" : "all weights");
        if (changes.containsKey("memory.recompute")) {
            words.add("layers again");
        }
        if (changes.containsKey("dpr.tokenBudget")) {
            words.add(changes.get("dpr.tokenBudget") + " tokens");
        }
        return String.join(", ", words);
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / (double) (1L << 30));
    }
}
