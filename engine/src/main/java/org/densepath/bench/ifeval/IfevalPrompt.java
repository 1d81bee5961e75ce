package org.densepath.bench.ifeval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.densepath.BadInputException;
import org.densepath.data.Prompt;
import org.densepath.data.PromptFile;
import org.densepath.data.PromptReader;

/// A prompt of IFEval and what its answer must follow. `key` as it stands in the file.
public final class IfevalPrompt {
    private final JsonNode key;
    private final Prompt prompt;
    private final List<String> instructionIds;
    private final List<Instruction> instructions;

    private IfevalPrompt(JsonNode key, Prompt prompt, List<String> ids, List<Instruction> instructions) {
        this.key = key;
        this.prompt = prompt;
        instructionIds = List.copyOf(ids);
        this.instructions = List.copyOf(instructions);
    }

    /// All prompts of a file. Throws [BadInputException] where one cannot be used: no key or one that was there
    /// before, no instruction, an unknown kind, or an argument that is missing.
    public static List<IfevalPrompt> read(Path file) {
        PromptFile read = PromptReader.read(file);
        if (!read.refused().isEmpty()) {
            throw new BadInputException(file + ": " + read.refused().getFirst() + ".");
        }
        return read.prompts().stream()
                .map(prompt -> of(prompt, file + ", line " + prompt.line() + ","))
                .toList();
    }

    static IfevalPrompt of(Prompt prompt, String where) {
        ObjectNode fields = prompt.fields();
        JsonNode ids = fields.path("instruction_id_list");
        JsonNode arguments = fields.path("kwargs");
        if (!ids.isArray() || ids.isEmpty() || fields.path("key").isMissingNode()) {
            throw new BadInputException(
                    where + " is no prompt of IFEval; expected key, prompt, instruction_id_list and" + " kwargs.");
        }
        if (arguments.size() != ids.size()) {
            throw new BadInputException(where + " has " + ids.size() + " instructions and " + arguments.size()
                    + " kwargs; expected as many.");
        }
        List<String> names = new ArrayList<>();
        List<Instruction> instructions = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i).asText();
            names.add(id);
            instructions.add(InstructionKind.of(id, where, new Arguments(where + " " + id, arguments.get(i))));
        }
        return new IfevalPrompt(fields.get("key"), prompt, names, instructions);
    }

    public JsonNode key() {
        return key;
    }

    public String id() {
        return prompt.id();
    }

    public String text() {
        return prompt.messages().getFirst().content();
    }

    public List<String> instructionIds() {
        return instructionIds;
    }

    /// Which instructions `response` follows.
    public IfevalVerdict verdict(String response) {
        return IfevalVerdict.of(Objects.requireNonNull(response), instructions);
    }
}
