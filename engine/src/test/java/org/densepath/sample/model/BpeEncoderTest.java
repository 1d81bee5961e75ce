package org.densepath.sample.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BpeEncoderTest {
    private static final List<String> FOREIGN = List.of(
            "",
            " ",
            "  two blanks  ",
            "a\n\n b\t c\r\n",
            "naïve café, Ünïcödé 123 ٣٤٥ ½",
            "日本語のテキスト、 漢字",
            "emoji 👩‍👩‍👧 and 🇫🇷!",
            "I'm don't _x_ --- ...",
            "no\u00a0break\u3000wide\u2028line",
            "zero\u200bwidth\ufeff");

    @TempDir
    Path folder;

    private static int[] ids(HuggingFaceTokenizer tokenizer, String text) {
        long[] ids = tokenizer.encode(text, false, false).getIds();
        return LongStream.of(ids).mapToInt(Math::toIntExact).toArray();
    }

    private HuggingFaceTokenizer library() throws Exception {
        BpeVocabulary vocabulary = SampleWorld.VOCABULARY;
        SampleModelFiles.write(folder, vocabulary, LlamaShape.sample(vocabulary.size()));
        return HuggingFaceTokenizer.builder()
                .optTokenizerPath(folder.resolve("tokenizer.json"))
                .optAddSpecialTokens(false)
                .optTruncation(false)
                .optPadding(false)
                .build();
    }

    @Property(tries = 500, seed = "2510")
    void decodeGivesTheTextBackWhenItIsUnicode(@ForAll String text) {
        String valid = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertEquals(valid, SampleWorld.ENCODER.decode(SampleWorld.ENCODER.encode(valid)));
    }

    @Test
    void encodeGivesTheLibrarysIdsForTheWorldsTexts() throws Exception {
        try (HuggingFaceTokenizer library = library()) {
            for (String text : SampleWorld.texts(1000)) {
                assertArrayEquals(ids(library, text), SampleWorld.ENCODER.encode(text), text);
                assertEquals(
                        text, library.decode(library.encode(text, false, false).getIds(), false));
            }
        }
    }

    @Test
    void encodeGivesTheLibrarysIdsForForeignTexts() throws Exception {
        try (HuggingFaceTokenizer library = library()) {
            for (String text : FOREIGN) {
                assertArrayEquals(ids(library, text), SampleWorld.ENCODER.encode(text), text);
            }
        }
    }

    @Test
    void exchangeHasTheIdsOfTheTemplatesText() throws Exception {
        ChatLayout layout = new ChatLayout(SampleWorld.ENCODER);
        try (HuggingFaceTokenizer library = library()) {
            assertArrayEquals(
                    ids(library, "<|user|> Give me two animals.<|assistant|> cat, dog.<|end|>"),
                    layout.exchange("Give me two animals.", "cat, dog.").ids());
        }
    }

    @Test
    void exchangeEndsThePromptWithTheAssistantsToken() {
        var exchange = new ChatLayout(SampleWorld.ENCODER).exchange("Add 1 and 2.", "3");
        assertEquals(SpecialToken.ASSISTANT.id(), exchange.ids()[exchange.promptLength() - 1]);
        assertEquals(SpecialToken.USER.id(), exchange.ids()[0]);
        assertEquals(SpecialToken.END.id(), exchange.ids()[exchange.length() - 1]);
        assertEquals(2, exchange.responseLength());
    }
}
