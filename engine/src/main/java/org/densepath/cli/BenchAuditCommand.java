package org.densepath.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.densepath.BadInputException;
import org.densepath.bench.judge.audit.AuditReport;
import org.densepath.bench.judge.verdict.VerdictFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What verdicts say about the judge.
@Command(
        name = "audit",
        description = {
            "Audit a judge by its verdicts: how often the order decides, how often the longer answer wins, ties,"
                    + " replies without a verdict, the spread over repeats.",
            "",
            "With several files of the same benchmark, how far their judges agree; with --checks, how far each agrees"
                    + " with checks that need no judge."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  densepath bench audit judged/verdicts.jsonl",
            "  densepath bench audit judge-a/verdicts.jsonl judge-b/verdicts.jsonl --json"
        })
final class BenchAuditCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "VERDICTS", arity = "1..*", description = "A verdicts.jsonl, or the folder that it is in.")
    private List<Path> files;

    @Option(
            names = "--checks",
            paramLabel = "FILE",
            description = "Which answers are right: rows {\"key\", \"correct\"}, or what bench verify writes.")
    private Path checks;

    @Option(names = "--baseline-checks", paramLabel = "FILE", description = "The same for the baseline's answers.")
    private Path baselineChecks;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    BenchAuditCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (checks == null && baselineChecks != null) {
            throw new BadInputException("--baseline-checks needs --checks.");
        }
        List<VerdictFile> read = files.stream().map(this::read).toList();
        AuditReport report = AuditReport.of(read, checks, baselineChecks);
        if (json) {
            streams.out().println(report.json());
        } else {
            report.lines().forEach(streams.out()::println);
        }
        streams.out().flush();
        return Failures.OK;
    }

    private VerdictFile read(Path file) {
        return VerdictFile.read(Files.isDirectory(file) ? file.resolve("verdicts.jsonl") : file);
    }
}
