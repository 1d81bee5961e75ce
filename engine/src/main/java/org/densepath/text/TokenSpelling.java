package org.densepath.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/// How a vocabulary writes bytes as text: the three ways that decoder families use.
enum TokenSpelling {
    /// GPT-2's alphabet: each of the 256 bytes has a printable character of its own.
    BYTE_LEVEL,
    /// SentencePiece: `▁` is a blank, `<0xNN>` one byte of a character that has no token.
    SENTENCE_PIECE,
    /// The token is its text.
    PLAIN;

    private static final Pattern BYTE = Pattern.compile("<0x[0-9A-Fa-f]{2}>");
    private static final String BLANK = "▁";
    private static final int[] BYTE_OF = bytesOfTheAlphabet();

    /// Reads it off `tokenizer.json`: its decoder and pre-tokenizer name the byte alphabet, or its decoder,
    /// normalizer or model SentencePiece's marks.
    static TokenSpelling of(JsonNode tokenizer) {
        if (names(tokenizer.path("decoder"), "ByteLevel") || names(tokenizer.path("pre_tokenizer"), "ByteLevel")) {
            return BYTE_LEVEL;
        }
        boolean marks = tokenizer.path("model").path("byte_fallback").asBoolean()
                || names(tokenizer.path("decoder"), "Metaspace")
                || names(tokenizer.path("pre_tokenizer"), "Metaspace")
                || names(tokenizer.path("decoder"), "ByteFallback")
                || tokenizer.path("normalizer").toString().contains(BLANK);
        return marks ? SENTENCE_PIECE : PLAIN;
    }

    private static boolean names(JsonNode part, String type) {
        return part.findValuesAsText("type").contains(type);
    }

    byte[] bytes(String token) {
        return switch (this) {
            case BYTE_LEVEL -> byteLevel(token);
            case SENTENCE_PIECE ->
                BYTE.matcher(token).matches()
                        ? new byte[] {(byte) Integer.parseInt(token.substring(3, 5), 16)}
                        : token.replace(BLANK, " ").getBytes(StandardCharsets.UTF_8);
            case PLAIN -> token.getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] byteLevel(String token) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(token.length());
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c >= BYTE_OF.length || BYTE_OF[c] < 0) {
                return token.getBytes(StandardCharsets.UTF_8);
            }
            bytes.write(BYTE_OF[c]);
        }
        return bytes.toByteArray();
    }

    /// Printable Latin-1 stands for itself; the other bytes, in order, are the characters from 256 on.
    private static int[] bytesOfTheAlphabet() {
        int[] byteOf = new int[256 + 68];
        Arrays.fill(byteOf, -1);
        int next = 256;
        for (int b = 0; b < 256; b++) {
            boolean printable = (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || b >= 0xAE;
            byteOf[printable ? b : next++] = b;
        }
        return byteOf;
    }
}
