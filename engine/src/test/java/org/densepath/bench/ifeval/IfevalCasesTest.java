package org.densepath.bench.ifeval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Every kind of instruction against verdicts of the published checker (`make_cases.py` drew the answers).
class IfevalCasesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyVerdictIsThatOfThePublishedChecker() throws Exception {
        List<String> differing = new ArrayList<>();
        for (JsonNode row : rows()) {
            String id = row.get("id").asText();
            Instruction instruction = InstructionKind.of(id, "cases", new Arguments(id, row.get("kwargs")));
            IfevalVerdict own = IfevalVerdict.of(row.get("response").asText(), List.of(instruction));
            if (own.allStrict() != row.get("strict").asBoolean()
                    || own.allLoose() != row.get("loose").asBoolean()) {
                differing.add(own + " on " + row);
            }
        }
        assertEquals(List.of(), differing);
    }

    @Test
    void theCasesHoldAllKindsWithBothVerdicts() throws Exception {
        Set<String> followed = new TreeSet<>();
        Set<String> broken = new TreeSet<>();
        for (JsonNode row : rows()) {
            (row.get("strict").asBoolean() ? followed : broken)
                    .add(row.get("id").asText());
        }
        Set<String> all = new TreeSet<>();
        InstructionKind.ids().forEach(all::add);
        assertEquals(25, all.size());
        assertEquals(all, followed);
        assertEquals(all, broken);
    }

    @Test
    void aBlankResponseFollowsNothing() {
        IfevalVerdict verdict = IfevalVerdict.of(" \n\t", List.of(WordInstructions::noComma));
        assertTrue(!verdict.allStrict() && !verdict.allLoose());
    }

    private static List<JsonNode> rows() throws Exception {
        try (InputStream in = IfevalCasesTest.class.getResourceAsStream("cases.jsonl")) {
            List<JsonNode> rows = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                rows.add(JSON.readTree(line));
            }
            return rows;
        }
    }
}
