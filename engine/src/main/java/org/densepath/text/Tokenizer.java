package org.densepath.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.densepath.BadInputException;
import org.densepath.checkpoint.ModelFiles;

/// Text to token ids and back, as the model's own `tokenizer.json` says: concat_i bytes(id_i) = UTF-8(text).
/// Nothing is added (no begin or end token), truncated or padded. Safe for use by several threads until it is
/// closed.
public final class Tokenizer implements AutoCloseable {
    /// All off: the library's defaults cut at 512 tokens and pad.
    private static final Map<String, String> AS_IS =
            Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");

    static {
        // Each new tokenizer would else report its use over the network, as the engine does.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
    }

    private final HuggingFaceTokenizer recognising;
    private final HuggingFaceTokenizer literal;
    private final Vocabulary vocabulary;

    private Tokenizer(ObjectNode json) {
        vocabulary = Vocabulary.of(json);
        // A post-processor would add tokens and trim blanks off the spans.
        json.putNull("post_processor").putNull("truncation").putNull("padding");
        recognising = load(json);
        forgetSpecialTokens(json);
        literal = load(json);
    }

    /// `tokenizerJson` is the text of a `tokenizer.json`. Throws [BadInputException] when it is not one.
    public static Tokenizer of(String tokenizerJson) {
        try {
            if (new ObjectMapper().readTree(tokenizerJson) instanceof ObjectNode json) {
                return new Tokenizer(json);
            }
            throw new BadInputException("tokenizer.json is not a JSON object; expected a Hugging Face fast tokenizer");
        } catch (JsonProcessingException e) {
            throw new BadInputException("tokenizer.json is not valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    /// Throws [BadInputException] when the model has no tokenizer.
    public static Tokenizer of(ModelFiles files) {
        return of(files.tokenizerJson()
                .orElseThrow(() -> new BadInputException("The model '" + files.name()
                        + "' has no tokenizer; put the tokenizer.json it was trained with beside its config.json")));
    }

    private static HuggingFaceTokenizer load(ObjectNode json) {
        byte[] text = json.toString().getBytes(StandardCharsets.UTF_8);
        try {
            return HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(text), AS_IS);
        } catch (IOException | RuntimeException e) {
            throw new BadInputException("tokenizer.json cannot be used: " + e.getMessage(), e);
        }
    }

    /// Special tokens stay in the vocabulary, where no merge leads to them, but are no longer looked for in the
    /// text. All added tokens are put into the vocabulary: those that stay "added" would else be numbered anew.
    private static void forgetSpecialTokens(ObjectNode json) {
        ArrayNode others = json.arrayNode();
        for (JsonNode token : json.path("added_tokens")) {
            if (json.path("model").path("vocab") instanceof ObjectNode vocab) {
                vocab.set(token.path("content").asText(), token.path("id"));
            }
            if (!token.path("special").asBoolean()) {
                others.add(token);
            }
        }
        json.set("added_tokens", others);
    }

    /// `special`: special tokens that are written in the text become their ids; else they are text like any
    /// other, so that what a user or a data set wrote cannot end a turn. Lone surrogates count as U+FFFD.
    public Encoding encode(String text, boolean special) {
        var encoded = (special ? recognising : literal).encode(wellFormed(text), false, false);
        int[] ids = ids(encoded.getIds());
        CharSpan[] spans = encoded.getCharTokenSpans();
        int[] starts = new int[ids.length];
        int[] ends = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            int before = i == 0 ? 0 : ends[i - 1];
            starts[i] = spans[i] == null ? before : spans[i].getStart();
            ends[i] = spans[i] == null ? before : spans[i].getEnd();
        }
        return new Encoding(ids, starts, ends);
    }

    /// The text of all tokens, special ones included, without any clean-up. A character cut in two shows as
    /// U+FFFD.
    public String decode(int[] ids) {
        for (int id : ids) {
            if (id < 0) {
                throw new IllegalArgumentException("token id " + id);
            }
        }
        return recognising.decode(Arrays.stream(ids).asLongStream().toArray(), false);
    }

    /// The token's own bytes, which may be a part of a character. Empty for an id that no token has.
    public byte[] bytes(int id) {
        return vocabulary.bytes(id);
    }

    /// The token's bytes as text, a part of a character as U+FFFD.
    public String text(int id) {
        return new String(bytes(id), StandardCharsets.UTF_8);
    }

    /// One more than the highest id.
    public int vocabularySize() {
        return vocabulary.size();
    }

    /// The id of a token as the vocabulary spells it (`<|im_end|>`; in a byte-level vocabulary `Ġthe`).
    public OptionalInt idOf(String token) {
        return vocabulary.idOf(token);
    }

    public boolean isSpecial(int id) {
        return vocabulary.isSpecial(id);
    }

    /// All special tokens, by id.
    public List<String> specialTokens() {
        return vocabulary.specialTokens();
    }

    @Override
    public void close() {
        recognising.close();
        literal.close();
    }

    private static int[] ids(long[] ids) {
        return Arrays.stream(ids).mapToInt(Math::toIntExact).toArray();
    }

    private static String wellFormed(String text) {
        StringBuilder fixed = null;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                fixed = fixed == null ? new StringBuilder(text) : fixed;
                fixed.setCharAt(i, '\uFFFD');
            }
        }
        return fixed == null ? text : fixed.toString();
    }
}
