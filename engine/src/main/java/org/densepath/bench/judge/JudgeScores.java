package org.densepath.bench.judge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.densepath.bench.judge.verdict.Counts;

/// What a judge found of one model's answers. The first score is the main one. `notes`: what a reader must know.
public record JudgeScores(
        String benchmark, String model, String judge, Counts counts, List<JudgeScore> all, List<String> notes) {
    /// `{"benchmark", "model", "judge", "total", "judged", "unparsed", "failed", "scores": {name: …}, "notes"}`.
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("benchmark", benchmark).put("model", model).put("judge", judge);
        counts.into(json);
        ObjectNode scores = json.putObject("scores");
        all.forEach(score -> score.into(scores));
        notes.forEach(json.putArray("notes")::add);
        return json;
    }
}
