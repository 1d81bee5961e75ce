package org.densepath.checkpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.densepath.BadInputException;

/// The tokens of a GGUF file with their kinds and, for SentencePiece, their scores.
record GgufVocabulary(String file, GgufMetadata metadata, List<String> tokens, int[] kinds) {
    static final int NORMAL = 1;
    static final int UNKNOWN = 2;
    static final int CONTROL = 3;
    static final int USER_DEFINED = 4;

    /// Empty where the file has no tokenizer. Throws [BadInputException] when the lists' lengths differ.
    static Optional<GgufVocabulary> of(String file, GgufMetadata metadata) {
        Optional<GgufArray> tokens = metadata.list("tokenizer.ggml.tokens");
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        int size = tokens.get().size();
        int[] kinds = metadata.list("tokenizer.ggml.token_type")
                .map(list -> sameLength(file, "tokenizer.ggml.token_type", list, size)
                        .ints())
                .orElseGet(() -> filled(size));
        return Optional.of(new GgufVocabulary(file, metadata, tokens.get().texts(), kinds));
    }

    private static int[] filled(int size) {
        int[] kinds = new int[size];
        Arrays.fill(kinds, NORMAL);
        return kinds;
    }

    private static GgufArray sameLength(String file, String key, GgufArray list, int size) {
        if (list.size() != size) {
            throw new BadInputException(file + " has " + size + " tokens but " + list.size() + " items in '" + key
                    + "': it is damaged; get it again.");
        }
        return list;
    }

    /// One score a token; higher is merged earlier.
    float[] scores() {
        GgufArray scores = metadata.list("tokenizer.ggml.scores")
                .orElseThrow(() -> new BadInputException(
                        file + " has a SentencePiece tokenizer without 'tokenizer.ggml.scores'."));
        return sameLength(file, "tokenizer.ggml.scores", scores, tokens.size()).floats();
    }

    /// Tokens that are cut out of a text before all others.
    List<Integer> added() {
        List<Integer> added = new ArrayList<>();
        for (int id = 0; id < kinds.length; id++) {
            boolean cutOut = kinds[id] == CONTROL || kinds[id] == UNKNOWN || kinds[id] == USER_DEFINED;
            if (cutOut && !tokens.get(id).isEmpty()) {
                added.add(id);
            }
        }
        return added;
    }

    /// The id under `tokenizer.ggml.<role>_token_id`; for SentencePiece models without the key, its usual place.
    OptionalInt idOf(String role) {
        OptionalLong id = metadata.count("tokenizer.ggml." + role + "_token_id");
        if (id.isEmpty()) {
            boolean sentencePiece = isSentencePiece();
            return switch (role) {
                case "unknown" -> sentencePiece ? within(0) : OptionalInt.empty();
                case "bos" -> sentencePiece ? within(1) : OptionalInt.empty();
                case "eos" -> sentencePiece ? within(2) : OptionalInt.empty();
                default -> OptionalInt.empty();
            };
        }
        if (id.getAsLong() >= tokens.size()) {
            throw new BadInputException(file + " names token " + id.getAsLong() + " as '" + role + "', but has only "
                    + tokens.size() + " tokens: it is damaged; get it again.");
        }
        return OptionalInt.of((int) id.getAsLong());
    }

    private OptionalInt within(int id) {
        return id < tokens.size() ? OptionalInt.of(id) : OptionalInt.empty();
    }

    boolean isSentencePiece() {
        return metadata.text("tokenizer.ggml.model").orElse("").equals("llama");
    }

    /// Whether encoding with special tokens begins with the `bos` token; llama.cpp's defaults where the file is
    /// silent.
    boolean addsBos() {
        String pre = metadata.text("tokenizer.ggml.pre").orElse("");
        boolean usual = isSentencePiece()
                || PreTokenizer.of(pre).map(PreTokenizer::addsBos).orElse(false);
        return metadata.flag("tokenizer.ggml.add_bos_token").orElse(usual);
    }

    boolean addsEos() {
        return metadata.flag("tokenizer.ggml.add_eos_token").orElse(false);
    }
}
