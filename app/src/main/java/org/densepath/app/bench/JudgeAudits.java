package org.densepath.app.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.densepath.BadInputException;
import org.densepath.bench.judge.audit.AuditReport;
import org.densepath.bench.judge.audit.AuditRow;
import org.densepath.bench.judge.verdict.VerdictFile;

/// What the verdicts in a run's folder say about their judges: what `densepath bench audit` says of each file.
///
/// @param agreement of the judges of the same answers, by what they judged
/// @param problems a sentence for each file that could not be read
record JudgeAudits(List<Line> lines, Map<String, List<AuditRow>> agreement, List<String> problems) {
    static final JudgeAudits NONE = new JudgeAudits(List.of(), Map.of(), List.of());
    private static final Pattern PART = Pattern.compile("(.+)-seed-(\\d+)");

    JudgeAudits {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }

    /// One judge's verdicts on one model's answers.
    record Line(String benchmark, String arm, String seed, AuditReport.Audited audited) {
        /// `DPR, seed 1`.
        String answers() {
            return AnswerText.arm(arm) + (seed.isEmpty() ? "" : ", seed " + seed);
        }
    }

    static JudgeAudits of(Path run) {
        List<Line> lines = new ArrayList<>();
        Map<String, List<AuditRow>> agreement = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (Path benchmark : AnswerSets.folders(run.resolve("bench"))) {
            for (Path part : AnswerSets.folders(benchmark)) {
                List<VerdictFile> files = new ArrayList<>();
                for (Path file : AnswerTableReader.verdictFiles(part)) {
                    try {
                        files.add(VerdictFile.read(file));
                    } catch (BadInputException e) {
                        problems.add(e.getMessage());
                    }
                }
                files.forEach(file -> lines.add(line(part, file)));
                agree(files, part, agreement, problems);
            }
        }
        return new JudgeAudits(lines, agreement, problems);
    }

    private static Line line(Path part, VerdictFile file) {
        String name = part.getFileName().toString();
        Matcher matcher = PART.matcher(name);
        boolean seed = matcher.matches();
        return new Line(
                file.benchmark(),
                seed ? matcher.group(1) : name,
                seed ? matcher.group(2) : "",
                AuditReport.of(List.of(file), null, null).judges().getFirst());
    }

    private static void agree(
            List<VerdictFile> files, Path part, Map<String, List<AuditRow>> agreement, List<String> problems) {
        if (files.size() < 2) {
            return;
        }
        try {
            List<AuditRow> rows = AuditReport.of(files, null, null).agreement();
            agreement.put(
                    files.getFirst().benchmark() + ", "
                            + line(part, files.getFirst()).answers(),
                    rows);
        } catch (BadInputException e) {
            problems.add(e.getMessage());
        }
    }

    /// The names of all numbers, in the audits' order.
    List<String> names() {
        return lines.stream()
                .flatMap(line -> line.audited().rows().stream())
                .map(AuditRow::name)
                .distinct()
                .toList();
    }
}
