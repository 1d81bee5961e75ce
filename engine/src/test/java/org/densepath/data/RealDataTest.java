package org.densepath.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.densepath.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Public data sets in their own formats, read whole.
class RealDataTest {

    @ParameterizedTest
    @CsvSource({"self_instruct_seed_tasks.jsonl, 175", "self_instruct_user_oriented.jsonl, 252"})
    void readFindsEveryDemonstrationOfSelfInstruct(String name, int count) {
        DemonstrationFile file = DemonstrationReader.read(SharedData.file(name));
        assertEquals("Self-Instruct", file.format());
        assertEquals(count, file.demonstrations().size());
        assertEquals(List.of(), file.refused());
    }

    @ParameterizedTest
    @CsvSource({
        "mt_bench_question.jsonl, MT-Bench, 80",
        "arena_hard_v0.1_question.jsonl, Arena-Hard, 500",
        "ifeval_input_data.jsonl, IFEval, 541",
        "gsm8k_test.jsonl, GSM8K, 1319",
        "self_instruct_seed_tasks.jsonl, Self-Instruct, 175"
    })
    void readFindsEveryPromptOfABenchmark(String name, String format, int count) {
        PromptFile file = PromptReader.read(SharedData.file(name));
        assertEquals(format, file.format());
        assertEquals(count, file.prompts().size());
        assertEquals(List.of(), file.refused());
    }

    @Test
    void readKeepsBothTurnsAndReferencesOfMtBench() {
        PromptFile file = PromptReader.read(SharedData.file("mt_bench_question.jsonl"));
        assertTrue(file.prompts().stream().allMatch(p -> p.messages().size() == 2));
        assertEquals("81", file.prompts().getFirst().id());
        var categories =
                file.prompts().stream().collect(Collectors.groupingBy(Prompt::category, Collectors.counting()));
        assertEquals(8, categories.size());
        assertEquals(10, categories.get("math"));
        assertEquals(
                2,
                file.prompts().stream()
                        .mapToInt(p -> p.references().size())
                        .max()
                        .orElseThrow());
    }

    @Test
    void readKeepsWhatOnlyIfevalHas() {
        Prompt first = PromptReader.read(SharedData.file("ifeval_input_data.jsonl"))
                .prompts()
                .getFirst();
        assertEquals("1000", first.id());
        assertEquals(300, first.fields().get("kwargs").get(2).get("num_words").asInt());
    }

    @Test
    void readRefusesEveryLineWhenTheFileHoldsAnswersAndNoPrompts() {
        PromptFile file = PromptReader.read(SharedData.file("mt_bench_reference_gpt4.jsonl"));
        assertEquals("unknown", file.format());
        assertEquals(30, file.refused().size());
    }

    @Test
    void userTextIsTheGoldenOneOfSelfInstruct() throws Exception {
        var demonstrations = DemonstrationReader.read(SharedData.file("self_instruct_seed_tasks.jsonl"))
                .demonstrations();
        try (InputStream in = RealDataTest.class.getResourceAsStream("/golden/gguf/logprobs.json")) {
            for (JsonNode pair : new ObjectMapper().readTree(in).get("pairs")) {
                Demonstration demonstration =
                        demonstrations.get(pair.get("record").asInt());
                assertEquals(List.of(Message.user(pair.get("user").asText())), demonstration.prompt());
                assertEquals(pair.get("answer").asText(), demonstration.answer());
                assertEquals(pair.get("record").asInt() + 1, demonstration.line());
            }
        }
    }

    @Test
    void overlapIsTheWholeFileWhenTrainingIsTheEvaluation() {
        var seeds = SharedData.file("self_instruct_seed_tasks.jsonl");
        var training = DemonstrationReader.read(seeds).demonstrations();
        assertEquals(
                175,
                Overlap.find(training, PromptReader.read(seeds).prompts())
                        .pairs()
                        .size());
        var mtBench =
                PromptReader.read(SharedData.file("mt_bench_question.jsonl")).prompts();
        assertTrue(Overlap.find(training, mtBench).isEmpty());
    }
}
