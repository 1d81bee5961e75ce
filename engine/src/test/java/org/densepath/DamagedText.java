package org.densepath;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Text files, above all JSON, damaged at random.
public final class DamagedText {
    private DamagedText() {}

    /// One of the texts, or two, one behind the other, with up to five changes.
    public static byte[] of(List<String> texts, Random random) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (int count = 1 + random.nextInt(2); count > 0; count--) {
            joined.writeBytes(texts.get(random.nextInt(texts.size())).getBytes(UTF_8));
        }
        return changed(joined.toByteArray(), random);
    }

    /// Up to five changes: bytes replaced, cut out, doubled or put in, or the end cut off.
    public static byte[] changed(byte[] text, Random random) {
        byte[] bytes = text;
        for (int changes = random.nextInt(6); changes > 0 && bytes.length > 0; changes--) {
            int at = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, at + random.nextInt(20));
            bytes = switch (random.nextInt(5)) {
                case 0 -> replaced(bytes, at, at + 1, new byte[] {(byte) random.nextInt(256)});
                case 1 -> replaced(bytes, at, to, new byte[0]);
                case 2 -> replaced(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
                case 3 -> replaced(bytes, at, bytes.length, new byte[0]);
                default -> replaced(bytes, at, at, token(random));
            };
        }
        return bytes;
    }

    private static byte[] token(Random random) {
        List<String> tokens =
                List.of("{", "}", "[", "]", ",", ":", "\"", "\n", "null", "7", "1e999", "\\u0000", "\\ud800", "{}");
        return tokens.get(random.nextInt(tokens.size())).getBytes(UTF_8);
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] with) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(with);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
