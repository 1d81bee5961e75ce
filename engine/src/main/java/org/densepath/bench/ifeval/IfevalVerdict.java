package org.densepath.bench.ifeval;

import java.util.ArrayList;
import java.util.List;
import org.densepath.bench.ifeval.text.PythonText;

/// Which of a prompt's instructions a response follows, in the prompt's order. Strictly: as it stands. Loosely:
/// it, or it without asterisks, without its first line, its last, or both. A blank response follows none.
public record IfevalVerdict(List<Boolean> strict, List<Boolean> loose) {
    static IfevalVerdict of(String response, List<Instruction> instructions) {
        List<String> revised = revisions(response);
        return new IfevalVerdict(
                instructions.stream().map(i -> follows(i, response)).toList(),
                instructions.stream()
                        .map(i -> revised.stream().anyMatch(text -> follows(i, text)))
                        .toList());
    }

    private static boolean follows(Instruction instruction, String response) {
        return !PythonText.isBlank(response) && instruction.followedBy(response);
    }

    private static List<String> revisions(String response) {
        List<String> lines = List.of(response.split("\n", -1));
        int n = lines.size();
        List<String> cut = List.of(
                response,
                joined(lines.subList(1, n)),
                joined(lines.subList(0, n - 1)),
                joined(lines.subList(1, Math.max(1, n - 1))));
        List<String> all = new ArrayList<>(cut);
        cut.forEach(text -> all.add(text.replace("*", "")));
        return all;
    }

    private static String joined(List<String> lines) {
        return PythonText.strip(String.join("\n", lines));
    }

    public boolean allStrict() {
        return strict.stream().allMatch(Boolean::booleanValue);
    }

    public boolean allLoose() {
        return loose.stream().allMatch(Boolean::booleanValue);
    }
}
