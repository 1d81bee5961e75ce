package org.densepath.app.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densepath.run.Event;
import org.densepath.run.EventLine;

/// Counts the lines of a run that this version cannot read, and says so.
final class UnknownLines {
    private final Map<String, Integer> kinds = new LinkedHashMap<>();
    private int spoiled;
    private int newest;

    void apply(EventLine line) {
        newest = Math.max(newest, line.schemaVersion());
        if (line.event() instanceof Event.UnknownEvent unknown) {
            if (unknown.type().equals("unreadable")) {
                spoiled++;
            } else {
                kinds.merge(unknown.type(), 1, Integer::sum);
            }
        }
    }

    /// A sentence for each thing that is left out; empty when all was read.
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        int unknown = kinds.values().stream().mapToInt(Integer::intValue).sum();
        if (unknown > 0 || newest > EventLine.SCHEMA_VERSION) {
            String left = unknown == 0
                    ? "What it adds is not shown"
                    : counted(unknown) + " of a kind that this version does not know (" + String.join(", ", names())
                            + (unknown == 1 ? ") is" : ") are") + " not shown";
            sentences.add("This run was written by a newer version of DensePath. " + left
                    + "; open it with that version to see everything.");
        }
        if (spoiled > 0) {
            sentences.add(counted(spoiled)
                    + " of events.jsonl cannot be read, most likely torn by a crash or an edit, and "
                    + (spoiled == 1 ? "is" : "are") + " left out.");
        }
        return sentences;
    }

    private List<String> names() {
        List<String> names = kinds.keySet().stream()
                .map(name -> name.isEmpty() ? "without a type" : name)
                .limit(4)
                .toList();
        if (kinds.size() <= 4) {
            return names;
        }
        List<String> more = new ArrayList<>(names);
        more.add("…");
        return more;
    }

    private static String counted(int lines) {
        return lines == 1 ? "One line" : lines + " lines";
    }
}
