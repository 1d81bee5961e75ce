package org.densepath.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.densepath.BadInputException;
import org.densepath.theory.IdentityCheck;
import org.densepath.theory.TabularIdentities;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Whether this machine can run the product, and whether the paper's claims hold on a loaded model.
@Command(
        name = "doctor",
        description = {
            "Look at this machine: versions, devices, threads, memory, native libraries.",
            "With --self-test also try a model on the chosen device: identities, a gradient and a step of AdamW against"
                    + " what they must give, a generation, and on a GPU the same numbers as on the CPU; some seconds.",
            "With --identities measure the paper's identities and bounds: on tabular processes, and with --model on"
                    + " that model, over given rows, built-in texts, or answers of its own where it has no tokenizer."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  densepath doctor",
            "  densepath doctor --self-test --device cuda",
            "  densepath doctor --identities --model runs/my-run:sft --reference runs/my-run:reference --json"
        })
final class DoctorCommand implements Callable<Integer> {
    private static final long SEED = 1;

    private final Streams streams;

    @Option(names = "--self-test", description = "Try a model on the device. Exit code 1 where a check fails.")
    private boolean selfTest;

    @Option(names = "--identities", description = "Measure the paper's identities and bounds.")
    private boolean identities;

    @Option(
            names = {"-m", "--model"},
            paramLabel = "M",
            description = "With --identities or --self-test: a Hugging Face folder, a GGUF file, or a part of a run"
                    + " (--self-test: the sample model where none is named).")
    private String model;

    @Option(
            names = {"-r", "--reference"},
            paramLabel = "R",
            description = "With --model: the model that the reward is relative to.")
    private String reference;

    @Option(
            names = {"-i", "--input"},
            paramLabel = "IN",
            description = "With --model: rows as of 'densepath score'; - is the standard input.")
    private Path input;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private EngineOptions engine;

    DoctorCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        if (identities && selfTest) {
            throw new BadInputException("--identities and --self-test exclude each other; leave one out.");
        }
        if (!identities && !selfTest && model != null) {
            throw new BadInputException("--model is used with --identities or --self-test; add one of them.");
        }
        if (!(identities && model != null) && (reference != null || input != null)) {
            throw new BadInputException("--reference and --input are used with --identities and --model; add them.");
        }
        return identities ? identities() : diagnosis();
    }

    private int diagnosis() throws IOException {
        List<Diagnosis.Finding> findings = new Diagnosis(engine::start).findings();
        ObjectNode object = RowStream.JSON.createObjectNode();
        List<List<String>> table = new ArrayList<>();
        for (Diagnosis.Finding finding : findings) {
            table.add(List.of(finding.works() ? "ok" : "FAILS", finding.name(), finding.value()));
            object.putObject(finding.name()).put("works", finding.works()).put("value", finding.value());
        }
        boolean works = findings.stream().allMatch(Diagnosis.Finding::works);
        List<SelfTest.Timed> tried = works && selfTest ? tried() : List.of();
        if (!tried.isEmpty()) {
            SelfTest.put(object.putArray("selfTest"), tried);
            works = SelfTest.holds(tried);
        }
        print(object.put("works", works), table);
        if (!json && !tried.isEmpty()) {
            streams.out().println();
            Table.lines(SelfTest.table(tried)).forEach(streams.out()::println);
        }
        return works ? Failures.OK : Failures.FAILED;
    }

    private List<SelfTest.Timed> tried() throws IOException {
        try (Models models = Models.open(streams, engine, model == null ? SelfTest.MODEL : model, null)) {
            return SelfTest.measure(models);
        }
    }

    private int identities() throws IOException {
        ObjectNode object = RowStream.JSON.createObjectNode();
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("", "claim", "cases", "error", "tolerance", ""));
        boolean hold = put(object.putArray("tabular"), table, TabularIdentities.measure(SEED));
        if (model != null) {
            try (Models models = Models.open(streams, engine, model, reference)) {
                CheckedModel checked = new CheckedModel(models, input, streams.in());
                hold &= put(object.putArray("model"), table, checked.measure());
            }
        }
        print(object.put("hold", hold), table);
        return hold ? Failures.OK : Failures.FAILED;
    }

    private static boolean put(ArrayNode list, List<List<String>> table, List<IdentityCheck> checks) {
        for (IdentityCheck check : checks) {
            put(list.addObject(), check);
            table.add(row(check));
        }
        return checks.stream().allMatch(IdentityCheck::holds);
    }

    static ObjectNode put(ObjectNode object, IdentityCheck check) {
        return object.put("name", check.name())
                .put("claim", check.claim())
                .put("cases", check.cases())
                .put("error", check.error())
                .put("tolerance", check.tolerance())
                .put("holds", check.holds());
    }

    static List<String> row(IdentityCheck check) {
        return List.of(
                check.holds() ? "ok" : "FAILS",
                check.name(),
                String.valueOf(check.cases()),
                Table.number(check.error()),
                Table.number(check.tolerance()),
                check.claim());
    }

    private void print(ObjectNode object, List<List<String>> table) {
        if (json) {
            streams.out().println(object.toPrettyString());
        } else {
            Table.lines(table).forEach(streams.out()::println);
        }
        streams.out().flush();
    }
}
