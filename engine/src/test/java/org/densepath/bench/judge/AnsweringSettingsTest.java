package org.densepath.bench.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.densepath.data.Prompt;
import org.densepath.text.Message;
import org.junit.jupiter.api.Test;

/// The numbers are those of the benchmarks' own repositories.
class AnsweringSettingsTest {
    private static double temperature(JudgedChoice choice, String category, ObjectNode fields) {
        Prompt prompt = new Prompt("1", List.of(Message.user("Why?")), List.of(), category, 1, fields);
        return new AnsweringSettings(choice).temperature(prompt);
    }

    private static ObjectNode fields() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Test
    void mtBenchIsColdForSumsAndWarmForProse() {
        assertEquals(0, temperature(JudgedChoice.MT_BENCH, "math", fields()));
        assertEquals(0.1, temperature(JudgedChoice.MT_BENCH, "stem", fields()));
        assertEquals(0.7, temperature(JudgedChoice.MT_BENCH, "writing", fields()));
        assertEquals(0.7, temperature(JudgedChoice.MT_BENCH, "a category of one's own", fields()));
    }

    @Test
    void aQuestionsOwnTemperatureComesFirst() {
        ObjectNode own = fields().put("required_temperature", 0.3);
        assertEquals(0.3, temperature(JudgedChoice.MT_BENCH, "math", own));
        assertEquals(0, temperature(JudgedChoice.ARENA_HARD_V0_1, "", own));
    }
}
