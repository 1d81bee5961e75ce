package org.densepath.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// A rendered prompt in which some stretches came from messages and spell special tokens. The messages are
/// rendered with a private-use mark inside each such spelling, so that afterwards the template's own special
/// tokens can be told from theirs.
final class GuardedPrompt {
    private final String marked;
    private final String mark;

    private GuardedPrompt(String marked, String mark) {
        this.marked = marked;
        this.mark = mark;
    }

    static GuardedPrompt of(
            List<Message> messages, Function<List<Message>, String> template, List<String> specialTokens) {
        String mark = unusedMark(messages);
        List<Message> broken = new ArrayList<>(messages.size());
        for (Message message : messages) {
            String content = message.content();
            for (String token : specialTokens) {
                int middle = token.offsetByCodePoints(0, 1);
                content = content.replace(token, token.substring(0, middle) + mark + token.substring(middle));
            }
            broken.add(new Message(message.role(), content));
        }
        return new GuardedPrompt(template.apply(broken), mark);
    }

    /// The prompt as it reads without the marks.
    String text() {
        return marked.replace(mark, "");
    }

    /// Cut at the template's special tokens, which the tokenizer finds in the marked text; what lies between is
    /// text.
    int[] ids(Tokenizer tokenizer) {
        Encoding seen = tokenizer.encode(marked, true);
        int[] codePoints = marked.codePoints().toArray();
        List<int[]> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < seen.length(); i++) {
            if (tokenizer.isSpecial(seen.ids()[i])) {
                parts.add(plain(tokenizer, codePoints, from, seen.starts()[i]));
                parts.add(new int[] {seen.ids()[i]});
                from = seen.ends()[i];
            }
        }
        parts.add(plain(tokenizer, codePoints, from, codePoints.length));
        return parts.stream().flatMapToInt(Arrays::stream).toArray();
    }

    private int[] plain(Tokenizer tokenizer, int[] codePoints, int from, int to) {
        String text = new String(codePoints, from, to - from).replace(mark, "");
        return text.isEmpty() ? new int[0] : tokenizer.encode(text, false).ids();
    }

    /// A private-use character that no message contains.
    private static String unusedMark(List<Message> messages) {
        for (int c = 0xE000; c < 0xF8FF; c++) {
            String mark = String.valueOf((char) c);
            if (messages.stream().noneMatch(m -> m.content().contains(mark))) {
                return mark;
            }
        }
        throw new IllegalStateException("messages that use all 6399 private-use characters");
    }
}
