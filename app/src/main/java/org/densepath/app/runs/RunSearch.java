package org.densepath.app.runs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.densepath.run.RunSummary;

/// Which runs a person looks for: those with every word, in the name, a tag, the note, the model, a method, the
/// state or the folder.
record RunSearch(List<String> words) {
    static RunSearch of(String query) {
        return new RunSearch(Arrays.stream(query.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    boolean finds(RunRow row) {
        if (words.isEmpty()) {
            return true;
        }
        RunSummary run = row.now();
        String text = String.join(
                        "\n",
                        run.name(),
                        run.folder().getFileName().toString(),
                        String.join("\n", run.notes().tags()),
                        run.notes().note(),
                        RunWords.model(run.settings()),
                        RunWords.methods(run.settings()),
                        row.standing().get().label(),
                        row.isSample() ? "sample" : "")
                .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }
}
