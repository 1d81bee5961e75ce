package org.densepath.app.pulse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a thread did, by stacks taken of it: the innermost frames, and the product's own, with how often each was
/// seen.
final class StackSummary {
    private static final int OWN = 4;
    private static final int LINES = 5;

    private StackSummary() {}

    /// One line a kind of stack, the most frequent first.
    static String of(List<StackTraceElement[]> stacks) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (StackTraceElement[] stack : stacks) {
            seen.merge(line(stack), 1, Integer::sum);
        }
        StringBuilder text = new StringBuilder();
        seen.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(LINES)
                .forEach(entry -> text.append("        ")
                        .append(entry.getValue())
                        .append(" × ")
                        .append(entry.getKey())
                        .append('\n'));
        return text.toString();
    }

    private static String line(StackTraceElement[] stack) {
        List<String> frames = new ArrayList<>();
        if (stack.length > 0) {
            frames.add(name(stack[0]));
        }
        int own = 0;
        for (StackTraceElement frame : stack) {
            if (own < OWN
                    && frame.getClassName().startsWith("org.densepath.")
                    && !frame.getClassName().equals(PulseWatch.class.getName())) {
                frames.add(name(frame));
                own++;
            }
        }
        if (own == 0) {
            for (int i = 1; i < Math.min(8, stack.length); i++) {
                frames.add(name(stack[i]));
            }
        }
        return String.join(" < ", frames);
    }

    private static String name(StackTraceElement frame) {
        String owner = frame.getClassName();
        return owner.substring(owner.lastIndexOf('.') + 1) + "." + frame.getMethodName() + ":" + frame.getLineNumber();
    }
}
