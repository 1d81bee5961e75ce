package org.densepath.sample.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/// GPT-2's printable spelling of bytes (Radford et al. 2019): a byte that Latin-1 prints stands for itself, the
/// others are U+0100 and up in order. A blank is `Ġ`, a line feed `Ċ`.
final class ByteAlphabet {
    private static final char[] CHARACTERS = characters();

    private ByteAlphabet() {}

    /// The 256 characters from the lowest code up: the order in which they enter a vocabulary.
    static List<String> sorted() {
        return IntStream.range(0, 256)
                .mapToObj(b -> String.valueOf(CHARACTERS[b]))
                .sorted()
                .toList();
    }

    /// The UTF-8 bytes of a text, spelled.
    static String spell(String text) {
        StringBuilder spelled = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            spelled.append(CHARACTERS[b & 0xFF]);
        }
        return spelled.toString();
    }

    /// The text whose bytes were spelled.
    static String read(String spelled) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(spelled.length());
        for (char c : spelled.toCharArray()) {
            bytes.write(c >= 0x100 ? byteOf(c) : c);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int byteOf(char c) {
        for (int b = 0; b < 256; b++) {
            if (CHARACTERS[b] == c) {
                return b;
            }
        }
        throw new IllegalArgumentException("no byte is spelled " + c);
    }

    private static char[] characters() {
        char[] characters = new char[256];
        char next = 0x100;
        for (int b = 0; b < 256; b++) {
            boolean printable = b >= '!' && b <= '~' || b >= 0xA1 && b <= 0xAC || b >= 0xAE;
            characters[b] = printable ? (char) b : next++;
        }
        return characters;
    }
}
