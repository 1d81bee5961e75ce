package org.densepath.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.densepath.BadInputException;

/// `tokenizer.json` and `tokenizer_config.json` as Hugging Face would have them, made from GGUF metadata:
/// byte-level BPE (`gpt2`) and SentencePiece BPE (`llama`).
///
/// Every token stands in the model's vocabulary, the added ones too, so that each keeps its id. Of two tokens
/// with the same text the first is kept.
final class GgufTokenizer {
    private static final String SPACE = "\u2581";

    private final GgufVocabulary vocabulary;
    private final GgufMetadata metadata;

    GgufTokenizer(GgufVocabulary vocabulary) {
        this.vocabulary = vocabulary;
        metadata = vocabulary.metadata();
    }

    /// Throws [BadInputException] when the tokenizer is of a kind that is not read.
    String json() {
        ObjectNode root = JsonFile.JSON.createObjectNode().put("version", "1.0");
        root.putNull("truncation").putNull("padding");
        root.set("added_tokens", addedTokens());
        String kind = metadata.text("tokenizer.ggml.model").orElse("");
        switch (kind) {
            case "gpt2" -> byteLevel(root);
            case "llama" -> sentencePiece(root);
            default ->
                throw new BadInputException(vocabulary.file() + " has a tokenizer of the kind '" + kind
                        + "'; from GGUF gpt2 and llama are read: take the model as a Hugging Face folder.");
        }
        root.set("post_processor", postProcessor());
        try {
            return JsonFile.JSON.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ArrayNode addedTokens() {
        ArrayNode added = JsonFile.JSON.createArrayNode();
        for (int id : vocabulary.added()) {
            added.addObject()
                    .put("id", id)
                    .put("content", vocabulary.tokens().get(id))
                    .put("single_word", false)
                    .put("lstrip", false)
                    .put("rstrip", false)
                    .put("normalized", false)
                    .put("special", vocabulary.kinds()[id] != GgufVocabulary.USER_DEFINED);
        }
        return added;
    }

    private void byteLevel(ObjectNode root) {
        String pre = metadata.text("tokenizer.ggml.pre").orElse("");
        boolean qwen = metadata.text("general.architecture").orElse("").startsWith("qwen");
        // files from before 'pre' existed say nothing or 'default'; Qwen's never used GPT-2's pattern
        PreTokenizer preTokenizer = qwen && (pre.isEmpty() || pre.equals("default"))
                ? PreTokenizer.QWEN2
                : PreTokenizer.of(pre)
                        .orElseThrow(() -> new BadInputException(vocabulary.file()
                                + " cuts text in the way '" + pre
                                + "' ('tokenizer.ggml.pre'), which is not known here: take"
                                + " the model as a Hugging Face folder."));
        root.set("normalizer", preTokenizer.normalizer());
        root.set("pre_tokenizer", preTokenizer.json());
        root.set("decoder", PreTokenizer.byteLevel(true));
        List<String> merges = metadata.list("tokenizer.ggml.merges")
                .orElseThrow(() -> new BadInputException(
                        vocabulary.file() + " has a BPE tokenizer without 'tokenizer.ggml.merges'."))
                .texts();
        ObjectNode model = model(root, preTokenizer.ignoresMerges(), false);
        ArrayNode pairs = model.putArray("merges");
        for (String merge : merges) {
            int space = merge.indexOf(' ', 1);
            if (space < 0 || space == merge.length() - 1) {
                throw new BadInputException(vocabulary.file() + " has the merge '" + merge
                        + "', which is not two pieces: it is damaged; get it again.");
            }
            pairs.addArray().add(merge.substring(0, space)).add(merge.substring(space + 1));
        }
    }

    /// As transformers converts it: no pre-tokenizer, blanks become ▁, bytes stand in for unknown characters.
    private void sentencePiece(ObjectNode root) {
        boolean prefix = metadata.flag("tokenizer.ggml.add_space_prefix").orElse(true);
        ObjectNode normalizer = root.putObject("normalizer").put("type", "Sequence");
        ArrayNode steps = normalizer.putArray("normalizers");
        if (prefix) {
            steps.addObject().put("type", "Prepend").put("prepend", SPACE);
        }
        steps.add(replace(" ", SPACE));
        root.putNull("pre_tokenizer");
        ObjectNode decoder = root.putObject("decoder").put("type", "Sequence");
        ArrayNode back = decoder.putArray("decoders");
        back.add(replace(SPACE, " "));
        back.addObject().put("type", "ByteFallback");
        back.addObject().put("type", "Fuse");
        if (prefix) {
            back.addObject()
                    .put("type", "Strip")
                    .put("content", " ")
                    .put("start", 1)
                    .put("stop", 0);
        }
        ObjectNode model = model(root, false, true);
        ArrayNode pairs = model.putArray("merges");
        for (PieceMerges.Merge merge : PieceMerges.of(vocabulary)) {
            pairs.addArray().add(merge.left()).add(merge.right());
        }
    }

    private static ObjectNode replace(String from, String to) {
        ObjectNode replace = JsonFile.JSON.createObjectNode().put("type", "Replace");
        replace.putObject("pattern").put("String", from);
        return replace.put("content", to);
    }

    private ObjectNode model(ObjectNode root, boolean ignoresMerges, boolean byteFallback) {
        ObjectNode model = root.putObject("model").put("type", "BPE").putNull("dropout");
        OptionalInt unknown = byteFallback ? vocabulary.idOf("unknown") : OptionalInt.empty();
        model.put("unk_token", unknown.isPresent() ? vocabulary.tokens().get(unknown.getAsInt()) : null);
        model.putNull("continuing_subword_prefix").putNull("end_of_word_suffix");
        model.put("fuse_unk", byteFallback).put("byte_fallback", byteFallback);
        model.put("ignore_merges", ignoresMerges);
        ObjectNode vocab = model.putObject("vocab");
        for (int id = 0; id < vocabulary.tokens().size(); id++) {
            String token = vocabulary.tokens().get(id);
            if (!vocab.has(token)) {
                vocab.put(token, id);
            }
        }
        return model;
    }

    private ObjectNode postProcessor() {
        OptionalInt bos = vocabulary.addsBos() ? vocabulary.idOf("bos") : OptionalInt.empty();
        OptionalInt eos = vocabulary.addsEos() ? vocabulary.idOf("eos") : OptionalInt.empty();
        if (bos.isEmpty() && eos.isEmpty()) {
            return null;
        }
        ObjectNode template = JsonFile.JSON.createObjectNode().put("type", "TemplateProcessing");
        sequence(template.putArray("single"), "A", 0, bos, eos);
        ArrayNode pair = template.putArray("pair");
        sequence(pair, "A", 0, bos, eos);
        sequence(pair, "B", 1, bos, eos);
        ObjectNode special = template.putObject("special_tokens");
        for (int id : Arrays.stream(new OptionalInt[] {bos, eos})
                .flatMapToInt(OptionalInt::stream)
                .boxed()
                .collect(Collectors.toCollection(LinkedHashSet::new))) {
            String token = vocabulary.tokens().get(id);
            ObjectNode entry = special.putObject(token).put("id", token);
            entry.putArray("ids").add(id);
            entry.putArray("tokens").add(token);
        }
        return template;
    }

    private void sequence(ArrayNode out, String id, int type, OptionalInt bos, OptionalInt eos) {
        bos.ifPresent(b -> special(out, b, type));
        out.addObject().putObject("Sequence").put("id", id).put("type_id", type);
        eos.ifPresent(e -> special(out, e, type));
    }

    private void special(ArrayNode out, int id, int type) {
        out.addObject()
                .putObject("SpecialToken")
                .put("id", vocabulary.tokens().get(id))
                .put("type_id", type);
    }
}
