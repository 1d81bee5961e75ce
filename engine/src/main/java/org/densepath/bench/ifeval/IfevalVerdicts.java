package org.densepath.bench.ifeval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densepath.BadInputException;
import org.densepath.bench.Answer;
import org.densepath.bench.Answered;
import org.densepath.bench.AnswersFile;

/// The verdicts on a file of answers, in the order of the prompts.
public record IfevalVerdicts(Map<IfevalPrompt, IfevalVerdict> byPrompt) {
    /// Throws [BadInputException] where a file cannot be used or the answers are not those of the prompts.
    public static IfevalVerdicts of(Path prompts, Path answers) {
        return of(IfevalPrompt.read(prompts), answers);
    }

    public static IfevalVerdicts of(List<IfevalPrompt> prompts, Path answers) {
        Map<IfevalPrompt, IfevalVerdict> verdicts = new LinkedHashMap<>();
        Answered.match(prompts, IfevalPrompt::id, IfevalPrompt::text, AnswersFile.read(answers), answers)
                .forEach((prompt, of) ->
                        verdicts.put(prompt, prompt.verdict(only(of, answers).text())));
        return new IfevalVerdicts(verdicts);
    }

    private static Answer only(List<Answer> answers, Path file) {
        if (answers.size() > 1) {
            throw new BadInputException(file + ", line " + answers.get(1).line() + ", is a second sample of the prompt;"
                    + " IFEval takes one answer a prompt.");
        }
        return answers.getFirst();
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
