package org.densepath.bench.ifeval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.densepath.bench.Answered;
import org.densepath.bench.AnswersFile;
import org.densepath.bench.BenchmarkPrompts;
import org.densepath.data.Prompt;

/// The verdicts on a file of answers, in the order of the prompts.
public record IfevalVerdicts(Map<IfevalPrompt, IfevalVerdict> byPrompt) {
    /// Throws [org.densepath.BadInputException] where a file cannot be used or the answers are not the prompts'.
    public static IfevalVerdicts of(Path prompts, Path answers) {
        Ifeval ifeval = new Ifeval(BenchmarkPrompts.read(prompts, 0), prompts);
        return new IfevalVerdicts(ifeval.verdicts(
                Answered.match(ifeval.prompts(), Prompt::id, Prompt::text, AnswersFile.read(answers), answers),
                answers));
    }

    /// `{"key", "strict": [bool…], "loose": [bool…]}` for each prompt.
    public List<ObjectNode> rows() {
        return byPrompt.entrySet().stream()
                .map(entry -> row(entry.getKey().key(), entry.getValue()))
                .toList();
    }

    private static ObjectNode row(JsonNode key, IfevalVerdict verdict) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.set("key", key);
        ArrayNode strict = row.putArray("strict");
        verdict.strict().forEach(strict::add);
        ArrayNode loose = row.putArray("loose");
        verdict.loose().forEach(loose::add);
        return row;
    }
}
