package org.densepath.bench.ifeval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.densepath.BadInputException;
import org.densepath.data.Prompt;

/// A prompt of IFEval and what its answer must follow. `key` as it stands in the file.
public final class IfevalPrompt {
    private final JsonNode key;
    private final List<String> instructionIds;
    private final List<Instruction> instructions;

    private IfevalPrompt(JsonNode key, List<String> ids, List<Instruction> instructions) {
        this.key = key;
        instructionIds = List.copyOf(ids);
        this.instructions = List.copyOf(instructions);
    }

    /// Throws [BadInputException] where it cannot be verified: no key, no instruction, an unknown kind, or an
    /// argument that is missing. `where` begins the sentence.
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
        return new IfevalPrompt(fields.get("key"), names, instructions);
    }

    public JsonNode key() {
        return key;
    }

    public List<String> instructionIds() {
        return instructionIds;
    }

    /// Which instructions `response` follows.
    public IfevalVerdict verdict(String response) {
        return IfevalVerdict.of(Objects.requireNonNull(response), instructions);
    }
}
