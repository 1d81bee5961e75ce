package org.densepath.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.densepath.BadInputException;

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

    @Property(tries = 10_000)
    void readRefusesOrReadsWhateverTheDamage(@ForAll long seed) throws IOException {
        byte[] damaged = damaged(new Random(seed));
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
        }
    }

    private static byte[] damaged(Random random) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (int files = 1 + random.nextInt(2); files > 0; files--) {
            joined.writeBytes(FILES.get(random.nextInt(FILES.size())).getBytes(UTF_8));
        }
        byte[] bytes = joined.toByteArray();
        for (int changes = random.nextInt(6); changes > 0 && bytes.length > 0; changes--) {
            int at = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, at + random.nextInt(20));
            bytes = switch (random.nextInt(5)) {
                case 0 -> replaced(bytes, at, at + 1, new byte[] {(byte) random.nextInt(256)});
                case 1 -> replaced(bytes, at, to, new byte[0]);
                case 2 -> replaced(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
                case 3 -> replaced(bytes, at, bytes.length, new byte[0]);
                default -> replaced(bytes, at, at, token(random));
            };
        }
        return bytes;
    }

    private static byte[] token(Random random) {
        List<String> tokens =
                List.of("{", "}", "[", "]", ",", ":", "\"", "\n", "null", "7", "1e999", "\\u0000", "\\ud800", "{}");
        return tokens.get(random.nextInt(tokens.size())).getBytes(UTF_8);
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] with) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(with);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
