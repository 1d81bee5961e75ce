package org.densepath.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.densepath.BadInputException;

/// A SentencePiece BPE tokenizer as GGUF metadata, as llama.cpp's converter writes it.
final class SentencePieceKeys {
    private static final String SPACE = "\u2581";
    private static final int BYTE = 6;

    private SentencePieceKeys() {}

    /// Throws [BadInputException] for one that GGUF could not hold as it is.
    static void put(GgufKeys keys, String model, JsonNode json, String[] tokens, Integer[] kinds) {
        boolean prefix = prefix(model, json);
        String unknown = json.path("model").path("unk_token").asText("");
        for (int id = 0; id < tokens.length; id++) {
            if (kinds[id] == GgufVocabulary.NORMAL && tokens[id].matches("<0x[0-9A-F]{2}>")) {
                kinds[id] = BYTE;
            } else if (!unknown.isEmpty() && tokens[id].equals(unknown)) {
                kinds[id] = GgufVocabulary.UNKNOWN;
                keys.number("tokenizer.ggml.unknown_token_id", id);
            } else if (kinds[id] == GgufVocabulary.USER_DEFINED) {
                // they are cut out of the text as it was written
                tokens[id] = tokens[id].replace(SPACE, " ");
            }
        }
        int[] plain = Arrays.stream(kinds).mapToInt(Integer::intValue).toArray();
        float[] scores =
                PieceScores.of(model, List.of(tokens), plain, json.path("model").path("merges"));
        List<Float> boxed = new ArrayList<>(scores.length);
        for (float score : scores) {
            boxed.add(score);
        }
        keys.text("tokenizer.ggml.model", "llama")
                .text("tokenizer.ggml.pre", "default")
                .texts("tokenizer.ggml.tokens", List.of(tokens))
                .reals("tokenizer.ggml.scores", boxed)
                .ints("tokenizer.ggml.token_type", List.of(kinds))
                .flag("tokenizer.ggml.add_space_prefix", prefix);
    }

    /// Whether a blank goes before the first word. Anything else that is done to a text before its merges is
    /// refused.
    private static boolean prefix(String model, JsonNode json) {
        JsonNode normalizer = json.path("normalizer");
        JsonNode steps = normalizer.path("type").asText().equals("Sequence") ? normalizer.path("normalizers") : null;
        boolean prefix = false;
        for (JsonNode step : steps == null ? List.of(normalizer) : steps) {
            String type = step.path("type").asText("");
            boolean replaces = type.equals("Replace")
                    && step.at("/pattern/String").asText().equals(" ")
                    && step.path("content").asText().equals(SPACE);
            boolean prepends =
                    type.equals("Prepend") && step.path("prepend").asText().equals(SPACE);
            prefix |= prepends;
            if (!type.isEmpty() && !replaces && !prepends) {
                throw refused(model, "changes its text by " + type);
            }
        }
        JsonNode cut = json.path("pre_tokenizer");
        String type = cut.path("type").asText("");
        boolean blanks =
                type.equals("Split") && cut.at("/pattern/String").asText().equals(" ");
        if (type.equals("Metaspace") && !cut.path("split").asBoolean(true)) {
            return !cut.path("prepend_scheme").asText("always").equals("never");
        }
        if (!type.isEmpty() && !blanks) {
            throw refused(model, "cuts its text by " + type);
        }
        return prefix;
    }

    private static BadInputException refused(String model, String why) {
        return new BadInputException(
                "The tokenizer of " + model + " " + why + ", which GGUF cannot say: export a folder.");
    }
}
