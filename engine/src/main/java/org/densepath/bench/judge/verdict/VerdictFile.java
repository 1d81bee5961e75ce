package org.densepath.bench.judge.verdict;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.densepath.BadInputException;
import org.densepath.data.JsonLineReader;
import org.densepath.run.AtomicFiles;

/// `verdicts.jsonl`: the verdicts of one judge on one model's answers to one benchmark. Each line also names the
/// benchmark and the judge.
public record VerdictFile(String benchmark, String judge, List<Verdict> verdicts) {
    public VerdictFile {
        verdicts = List.copyOf(verdicts);
    }

    /// Replaces an older file.
    public void write(Path file) {
        StringBuilder lines = new StringBuilder();
        verdicts.forEach(verdict -> lines.append(row(verdict)).append('\n'));
        AtomicFiles.write(file, lines.toString());
    }

    private ObjectNode row(Verdict verdict) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("benchmark", benchmark).put("judge", judge).put("key", verdict.key());
        row.put("category", verdict.category()).put("turn", verdict.turn());
        if (verdict.compares()) {
            row.put("first", verdict.first());
        }
        row.put("repeat", verdict.repeat());
        row.put("outcome", verdict.outcome().name().toLowerCase(Locale.ROOT));
        if (verdict.judged()) {
            row.put("value", verdict.value()).put("weight", verdict.weight()).put("label", verdict.label());
        } else {
            row.put("reason", verdict.reason());
        }
        row.put("length", verdict.length());
        if (verdict.compares()) {
            row.put("baselineLength", verdict.baselineLength());
        }
        return row.put("text", verdict.text());
    }

    /// Throws [BadInputException] when the file is missing, damaged, empty, or of several benchmarks or judges.
    public static VerdictFile read(Path file) {
        List<Verdict> verdicts = new ArrayList<>();
        String benchmark = null;
        String judge = null;
        try (InputStream in = Files.newInputStream(file)) {
            JsonLineReader lines = new JsonLineReader(in);
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                String where = file + ", line " + line.get().number() + ",";
                if (line.get().problem() != null) {
                    throw new BadInputException(where + " " + line.get().problem() + ".");
                }
                ObjectNode row = line.get().fields();
                benchmark = same(where, "benchmark", benchmark, row);
                judge = same(where, "judge", judge, row);
                verdicts.add(verdict(where, row));
            }
        } catch (NoSuchFileException e) {
            throw new BadInputException("The verdicts " + file + " do not exist; name a verdicts.jsonl.", e);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read (" + e.getMessage() + ").", e);
        }
        if (verdicts.isEmpty()) {
            throw new BadInputException(file + " is empty; expected one verdict a line.");
        }
        return new VerdictFile(benchmark, judge, verdicts);
    }

    private static String same(String where, String field, String before, ObjectNode row) {
        String here = row.path(field).asText();
        if (here.isEmpty() || before != null && !before.equals(here)) {
            throw new BadInputException(where + " has the " + field + " '" + here + "'; expected "
                    + (before == null ? "its name" : "'" + before + "' as above") + ".");
        }
        return here;
    }

    private static Verdict verdict(String where, ObjectNode row) {
        Outcome outcome;
        try {
            outcome = Outcome.valueOf(row.path("outcome").asText().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BadInputException(where + " has no outcome; expected judged, unparsed or failed.", e);
        }
        if (outcome == Outcome.JUDGED && !row.path("value").isNumber()) {
            throw new BadInputException(where + " is judged and has no value; judge it again.");
        }
        return new Verdict(
                row.path("key").asText(),
                row.path("category").asText(),
                row.path("turn").asInt(1),
                row.path("first").asText(),
                row.path("repeat").asInt(),
                outcome,
                outcome == Outcome.JUDGED ? row.path("value").asDouble() : Double.NaN,
                row.path("weight").asDouble(),
                row.path("label").asText(),
                row.path("reason").asText(),
                row.path("text").asText(),
                row.path("length").asInt(),
                row.path("baselineLength").asInt());
    }
}
