package org.densepath.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.densepath.BadInputException;

/// The tokens of a `tokenizer.json`: id to text and bytes, text to id, and which of them are special. The
/// tokenizer library answers none of these.
final class Vocabulary {
    private final String[] tokens;
    private final byte[][] bytes;
    private final Map<String, Integer> ids;
    private final BitSet special = new BitSet();

    private Vocabulary(TreeMap<Integer, String> byId, JsonNode addedTokens, TokenSpelling spelling) {
        int size = byId.isEmpty() ? 0 : byId.lastKey() + 1;
        tokens = new String[size];
        bytes = new byte[size][];
        ids = HashMap.newHashMap(size);
        byId.forEach((id, token) -> {
            tokens[id] = token;
            bytes[id] = spelling.bytes(token);
            ids.put(token, id);
        });
        for (JsonNode added : addedTokens) {
            int id = added.path("id").asInt();
            boolean isSpecial = added.path("special").asBoolean();
            special.set(id, isSpecial);
            if (isSpecial || spelling == TokenSpelling.BYTE_LEVEL) {
                bytes[id] = added.path("content").asText().getBytes(StandardCharsets.UTF_8);
            }
        }
    }

    /// Throws [BadInputException] when the JSON holds no vocabulary, or an id that no vocabulary has.
    static Vocabulary of(ObjectNode tokenizer) {
        TreeMap<Integer, String> byId = new TreeMap<>();
        JsonNode vocab = tokenizer.path("model").path("vocab");
        if (vocab.isObject()) {
            vocab.properties().forEach(e -> byId.put(checked(e.getValue(), e.getKey()), e.getKey()));
        } else {
            for (JsonNode piece : vocab) {
                byId.put(byId.size(), piece.path(0).asText());
            }
        }
        if (byId.isEmpty()) {
            throw new BadInputException(
                    "tokenizer.json has no tokens under model.vocab; expected a Hugging Face fast tokenizer");
        }
        JsonNode added = tokenizer.path("added_tokens");
        for (JsonNode token : added) {
            String content = token.path("content").asText();
            byId.put(checked(token.path("id"), content), content);
        }
        return new Vocabulary(byId, added, TokenSpelling.of(tokenizer));
    }

    private static int checked(JsonNode id, String token) {
        if (!id.isInt() || id.asInt() < 0 || id.asInt() > 10_000_000) {
            throw new BadInputException("tokenizer.json gives the token '" + token + "' the id " + id
                    + "; expected a whole number from 0 to 10000000");
        }
        return id.asInt();
    }

    int size() {
        return tokens.length;
    }

    /// Empty for an id no token has: models often have a few more rows than their tokenizer has tokens.
    byte[] bytes(int id) {
        if (id < 0) {
            throw new IllegalArgumentException("token id " + id);
        }
        return id < bytes.length && bytes[id] != null ? bytes[id].clone() : new byte[0];
    }

    OptionalInt idOf(String token) {
        Integer id = ids.get(token);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    boolean isSpecial(int id) {
        return special.get(id);
    }

    List<String> specialTokens() {
        return special.stream().mapToObj(id -> tokens[id]).toList();
    }
}
