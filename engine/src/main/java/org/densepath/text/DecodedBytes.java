package org.densepath.text;

import java.util.Arrays;
import java.util.List;

/// UTF-8 read as text, and which byte begins which character. A damaged sequence is one U+FFFD for its longest
/// valid beginning (Unicode 3.9, "maximal subpart"), as tokenizers and Java decode it.
final class DecodedBytes {
    private final StringBuilder text;
    /// For each byte offset the UTF-16 offset in the text, or −1 within a character.
    private final int[] charOf;

    private DecodedBytes(byte[] bytes) {
        text = new StringBuilder(bytes.length);
        charOf = new int[bytes.length + 1];
        Arrays.fill(charOf, -1);
        for (int at = 0; at < bytes.length; ) {
            charOf[at] = text.length();
            at += append(bytes, at);
        }
        charOf[bytes.length] = text.length();
    }

    static DecodedBytes of(List<byte[]> pieces) {
        byte[] all = new byte[pieces.stream().mapToInt(p -> p.length).sum()];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return new DecodedBytes(all);
    }

    String text() {
        return text.toString();
    }

    int charOf(int byteOffset) {
        return charOf[byteOffset];
    }

    /// Appends the character that begins at `at`; returns its bytes.
    private int append(byte[] bytes, int at) {
        int lead = bytes[at] & 0xFF;
        int length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (length == 0) {
            text.append('\uFFFD');
            return 1;
        }
        int codePoint = length == 1 ? lead : lead & (0xFF >> (length + 1));
        for (int i = 1; i < length; i++) {
            int next = at + i < bytes.length ? bytes[at + i] & 0xFF : 0;
            if (next < lowest(lead, i) || next > highest(lead, i)) {
                text.append('\uFFFD');
                return i;
            }
            codePoint = codePoint << 6 | (next & 0x3F);
        }
        text.appendCodePoint(codePoint);
        return length;
    }

    /// No overlong forms.
    private static int lowest(int lead, int i) {
        return i == 1 && lead == 0xE0 ? 0xA0 : i == 1 && lead == 0xF0 ? 0x90 : 0x80;
    }

    /// No surrogates, nothing above U+10FFFF.
    private static int highest(int lead, int i) {
        return i == 1 && lead == 0xED ? 0x9F : i == 1 && lead == 0xF4 ? 0x8F : 0xBF;
    }
}
