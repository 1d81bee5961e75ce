package org.densepath.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.densepath.BadInputException;
import org.junit.jupiter.api.Test;

/// What each family reads off `config.json`, also where published files leave keys out or spell them anew.
class ModelFamilyTest {
    private static final Rope.Scaling NONE = new Rope.Scaling.None();

    /// The whole `text_config` of the published 4B.
    private static final String GEMMA_4B = """
        {"model_type": "gemma3_text", "hidden_size": 2560, "intermediate_size": 10240, "num_hidden_layers": 34,
         "rope_scaling": {"factor": 8.0, "rope_type": "linear"}, "sliding_window": 1024}
        """;

    @Test
    void aPublishedGemmaTextConfigIsCompletedByTheFamilysOwnValues() throws Exception {
        DecoderSettings s = ModelFamily.settings((ObjectNode) new ObjectMapper().readTree(GEMMA_4B));
        assertArrayEquals(new long[] {8, 4, 256}, s.headShape());
        assertEquals(262_208, s.vocabularySize());
        assertEquals(131_072, s.maxPositions());
        assertTrue(s.tiedHead());
        assertEquals(1 / 16.0, s.traits().attentionScale());
        assertEquals(List.of(new Rope(1e4, NONE), new Rope(1e6, new Rope.Scaling.Linear(8))), s.ropes());
        assertEquals(1024, s.windows()[4]);
        assertEquals(0, s.windows()[5]);
        assertEquals(0, s.windows()[29]);
        assertEquals(1024, s.windows()[33]);
        // as Transformers counts them
        assertEquals(3_880_263_168L, WeightLayout.of(s).size());
    }

    @Test
    void gemmasLayersFollowTheirTypesBeforeThePattern() {
        assertArrayEquals(
                new long[] {6, 6, 0, 6, 6, 0}, settings("gemma3", c -> {}).windows());
        assertArrayEquals(
                new long[] {5, 0, 5, 0}, settings("gemma3-linear", c -> {}).windows());
        assertArrayEquals(
                new long[] {6, 0, 6, 0, 6, 0},
                settings("gemma3", c -> c.put("_sliding_window_pattern", 2).remove("layer_types"))
                        .windows());
    }

    @Test
    void ropeParametersAreReadAsNewerTransformersWritesThem() {
        DecoderSettings gemma = settings("gemma3", c -> {
            c.remove(List.of("rope_theta", "rope_local_base_freq", "rope_scaling"));
            ObjectNode parameters = c.putObject("rope_parameters");
            parameters
                    .putObject("full_attention")
                    .put("rope_type", "linear")
                    .put("factor", 4)
                    .put("rope_theta", 5e5);
            parameters
                    .putObject("sliding_attention")
                    .put("rope_type", "default")
                    .put("rope_theta", 2e4);
        });
        assertEquals(List.of(new Rope(2e4, NONE), new Rope(5e5, new Rope.Scaling.Linear(4))), gemma.ropes());
        DecoderSettings qwen = settings("qwen2", c -> {
            c.remove("rope_theta");
            c.putObject("rope_parameters").put("rope_type", "default").put("rope_theta", 3e5);
        });
        assertEquals(List.of(new Rope(3e5, NONE)), qwen.ropes());
    }

    @Test
    void qwensWindowsAreOnlyWhereTheyAreSwitchedOn() {
        assertArrayEquals(new long[4], settings("qwen2", c -> {}).windows());
        Consumer<ObjectNode> on = c -> c.put("use_sliding_window", true).put("sliding_window", 8);
        assertArrayEquals(new long[] {0, 0, 8, 8}, settings("qwen2", on).windows());
        assertArrayEquals(new long[4], settings("qwen3", on).windows());
        assertArrayEquals(
                new long[] {0, 8, 0, 0},
                settings("qwen3", on.andThen(c -> ((ArrayNode) c.get("layer_types")).set(1, "sliding_attention")))
                        .windows());
    }

    @Test
    void headDimensionIsTheFamilysOwnWhereTheFileIsSilent() {
        assertEquals(128, settings("qwen3", c -> c.remove("head_dim")).headDimension());
        assertEquals(256, settings("gemma3", c -> c.remove("head_dim")).headDimension());
        assertEquals(16, settings("mistral", c -> c.remove("head_dim")).headDimension());
    }

    @Test
    void whatCannotBeComputedIsRefused() {
        refused("gemma3", c -> c.put("use_bidirectional_attention", true), "use_bidirectional_attention");
        refused("gemma3", c -> c.put("hidden_activation", "gelu"), "hidden_activation must be gelu_pytorch_tanh");
        refused("gemma3", c -> c.put("final_logit_softcapping", -1), "'final_logit_softcapping' is -1.0");
        refused("qwen3", c -> c.put("attention_bias", true), "attention_bias");
        refused("qwen3", c -> c.putArray("layer_types").add("chunked_attention"), "\"chunked_attention\"");
        refused("qwen3", c -> c.putArray("layer_types").add("full_attention"), "1 entries for 4 layers");
    }

    @Test
    void aCapOnScoresThatTransformersDoesNotApplyIsSaidToBeLeftOut() {
        ObjectNode config = config("gemma3");
        assertEquals(List.of(), ModelFamily.leftOut(config));
        config.put("attn_logit_softcapping", 50);
        assertTrue(ModelFamily.leftOut(config).getFirst().contains("attn_logit_softcapping"));
    }

    private static void refused(String name, Consumer<ObjectNode> change, String part) {
        String said = assertThrows(BadInputException.class, () -> settings(name, change))
                .getMessage();
        assertTrue(said.contains(part), said);
    }

    private static DecoderSettings settings(String name, Consumer<ObjectNode> change) {
        ObjectNode config = config(name);
        change.accept(config);
        return ModelFamily.settings(config);
    }

    private static ObjectNode config(String name) {
        JsonNode config = Golden.json("models/" + name + "/config.json");
        return (ObjectNode) config;
    }
}
