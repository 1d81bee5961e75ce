package org.densepath.bench.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.densepath.BadInputException;
import org.densepath.data.JsonRecords;

/// MT-Bench's reference answers by question, one a turn. Those of thirteen questions, as they were published, are
/// known to be wrong; a second file replaces any of them.
final class References {
    static final Set<String> KNOWN_WRONG =
            Set.of("104", "105", "109", "111", "113", "114", "120", "122", "124", "125", "126", "128", "130");

    private final Map<String, List<String>> byQuestion = new HashMap<>();
    private final Set<String> edited = new TreeSet<>();

    /// `edits` may be null. Throws [BadInputException] when a file is missing or a record of it no reference.
    References(Path published, Path edits) {
        byQuestion.putAll(read(published));
        if (edits != null) {
            Map<String, List<String>> read = read(edits);
            byQuestion.putAll(read);
            edited.addAll(read.keySet());
        }
    }

    Optional<List<String>> of(String question) {
        return Optional.ofNullable(byQuestion.get(question));
    }

    /// Whether this question's reference is one of those known to be wrong, as published.
    boolean knownWrong(String question) {
        return KNOWN_WRONG.contains(question) && !edited.contains(question);
    }

    private static Map<String, List<String>> read(Path file) {
        JsonRecords records = JsonRecords.read(file);
        if (!records.refused().isEmpty()) {
            throw new BadInputException(file + ", " + records.refused().getFirst() + ".");
        }
        Map<String, List<String>> all = new HashMap<>();
        for (JsonRecords.JsonRecord record : records.records()) {
            String question = record.fields().path("question_id").asText();
            List<String> turns = turns(record.fields());
            String where = file + ", line " + record.line() + ",";
            if (question.isEmpty() || turns.isEmpty()) {
                throw new BadInputException(where + " is no reference; expected the fields question_id and turns.");
            }
            if (all.put(question, turns) != null) {
                throw new BadInputException(
                        where + " gives a reference for '" + question + "' again; keep one of them.");
            }
        }
        return all;
    }

    private static List<String> turns(ObjectNode record) {
        List<String> turns = new ArrayList<>();
        JsonNode list = record.path("turns").isArray() ? record.path("turns") : record.at("/choices/0/turns");
        list.forEach(turn -> turns.add(turn.asText()));
        return turns;
    }
}
