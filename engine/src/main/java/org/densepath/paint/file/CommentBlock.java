package org.densepath.paint.file;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What a text file says of itself in comments: provenance at its head, the stamp at its end. The stamp is broken
/// into short lines, because TeX reads no line above 200,000 characters.
final class CommentBlock {
    private static final int WIDTH = 120;
    private static final String GOES_ON = "~";

    private CommentBlock() {}

    /// Title, caption and provenance, a line each.
    static String head(char mark, KeptFigure kept) {
        StringBuilder head = new StringBuilder();
        line(head, mark, kept.figure().title());
        line(head, mark, kept.figure().caption());
        for (Map.Entry<String, String> e : kept.provenance().entrySet()) {
            line(head, mark, e.getKey() + ": " + e.getValue());
        }
        return head.toString();
    }

    static void line(StringBuilder to, char mark, String text) {
        if (!text.isBlank()) {
            to.append(mark)
                    .append(' ')
                    .append(text.replaceAll("\\R", " ").strip())
                    .append('\n');
        }
    }

    static String stamp(char mark, String stamp) {
        StringBuilder block = new StringBuilder();
        for (int from = 0; from < stamp.length(); from += WIDTH) {
            String part = stamp.substring(from, Math.min(stamp.length(), from + WIDTH));
            block.append(mark).append(from == 0 ? " " : GOES_ON).append(part).append('\n');
        }
        return block.toString();
    }

    /// The bytes with the stamp in one piece again.
    static byte[] joined(byte[] file) {
        boolean comments = file.length > 1 && (file[0] == '%' || file[0] == '#') && file[1] == ' ';
        if (!comments) {
            return file;
        }
        String text = new String(file, StandardCharsets.ISO_8859_1);
        return text.replaceAll("\\r?\\n" + (char) file[0] + GOES_ON, "").getBytes(StandardCharsets.ISO_8859_1);
    }
}
