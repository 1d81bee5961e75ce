package org.densepath.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.densepath.AllocationBound;
import org.densepath.BadInputException;
import org.densepath.DamagedText;

/// Files of every format, damaged at random: read or refused, never a crash, nothing without a reason.
class DamagedFilesTest {
    private static final List<String> FILES = List.of(
            "{\"messages\": [{\"role\": \"user\", \"content\": \"Q\"}, {\"role\": \"assistant\", \"content\":"
                    + " \"A\"}]}\n",
            "{\"prompt\": \"Q\", \"completion\": \"A\"}\n"
                    + "{\"instruction\": \"Q\", \"input\": \"I\", \"output\": \"A\"}\n",
            "{\"conversations\": [{\"from\": \"human\", \"value\": \"Q\"}, {\"from\": \"gpt\", \"value\":"
                    + " \"é😀\"}]}\r\n",
            "{\"instruction\": \"Q\", \"instances\": [{\"input\": \"\", \"output\": \"A\"}, {\"output\": \"B\"}]}\n",
            "[{\"conversations\": [\"Q\", \"A\"], \"source\": null},\n {\"instruction\": \"Q\", \"output\": \"A\"}]",
            "{\"question_id\": 81, \"category\": \"c\", \"turns\": [\"Q\", \"R\"], \"reference\": [\"A\", \"B\"]}\n",
            "{\"uid\": \"u\", \"prompt\": \"Q\"}\n{\"key\": 1, \"prompt\": \"Q\", \"instruction_id_list\": [\"a\"]}\n",
            "\uFEFF{\"question\": \"Q\", \"answer\": \"#### 7\"}\n"
                    + "{\"prompt\": [{\"role\": \"user\", \"content\": \"Q\"}]}");

    private static final AllocationBound BOUND = bound();

    private static AllocationBound bound() {
        byte[] all = String.join("", FILES).getBytes(UTF_8);
        return AllocationBound.fourTimes(() -> read(all));
    }

    @Property(tries = 10_000, seed = "2510")
    void readRefusesOrReadsWhateverTheDamage(@ForAll long seed) {
        byte[] damaged = DamagedText.of(FILES, new Random(seed));
        BOUND.hold(() -> read(damaged));
    }

    private static void read(byte[] damaged) {
        try {
            DemonstrationFile file = DemonstrationReader.read(new ByteArrayInputStream(damaged), "x");
            assertFalse(file.demonstrations().isEmpty() && file.refused().isEmpty());
            PromptFile prompts = PromptReader.read(new ByteArrayInputStream(damaged), "x");
            assertFalse(prompts.prompts().isEmpty() && prompts.refused().isEmpty());
            long distinct =
                    prompts.prompts().stream().map(Prompt::id).distinct().count();
            assertEquals(prompts.prompts().size(), distinct);
        } catch (BadInputException e) {
            assertFalse(e.getMessage().isBlank());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
