package org.densepath.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.densepath.bench.statistics.Holm;
import org.densepath.bench.statistics.Interval;
import org.densepath.run.AtomicFiles;
import org.densepath.run.EventLog;
import org.densepath.run.RunFolder;
import org.densepath.run.RunState;
import org.densepath.run.RunStorageException;

/// The score table of an experiment, from the answers and the compute that its run folder keeps: every arm's
/// success on the held-out prompts with its interval, over prompts of one seed and over seeds × prompts of
/// several; what it cost; and every arm against SFT and against continued SFT on the same prompts.
///
/// @param seeds that are scored in every row
/// @param comparisons what Holm's correction counts: each arm, greedy and sampled, against both
/// @param leads of each score the best row against the next
public record ArmTable(List<Integer> seeds, List<Row> rows, List<ArmComparison> comparisons, List<ArmLead> leads) {
    public static final ArmTable EMPTY = new ArmTable(List.of(), List.of(), List.of(), List.of());

    private static final ObjectMapper JSON = new ObjectMapper();

    /// A row's scores by name (`success_greedy`, `success_sampled`), and its compute in all seeds together; null
    /// where that is not known.
    public record Row(String arm, Map<String, Interval> scores, Compute compute) {}

    public ArmTable {
        seeds = List.copyOf(seeds);
        rows = List.copyOf(rows);
        comparisons = List.copyOf(comparisons);
        // not in tables of earlier versions
        leads = leads == null ? List.of() : List.copyOf(leads);
    }

    /// What is scored by now. No rows where the prompts have no checks.
    public static ArmTable of(RunFolder folder, Experiment experiment) {
        return of(new HeldOutChecks(folder), experiment);
    }

    static ArmTable of(HeldOutChecks checks, Experiment experiment) {
        List<String> names = checks.rows(experiment);
        List<Integer> seeds = checks.seeds(experiment, names);
        if (seeds.isEmpty()) {
            return EMPTY;
        }
        int resamples = experiment.evaluation().bootstrap();
        Map<String, Map<String, Interval>> scores = new LinkedHashMap<>();
        List<PairedArms> ways = new ArrayList<>();
        for (String way : HeldOutChecks.WAYS) {
            PairedArms paired = new PairedArms("success_" + way, new LinkedHashMap<>(), resamples);
            for (String name : names) {
                double[][] table = checks.table(name, seeds, way);
                if (table[0].length > 0) {
                    paired.checks().put(name, table);
                    scores.computeIfAbsent(name, _ -> new LinkedHashMap<>())
                            .put(paired.score(), PairedArms.interval(table, resamples));
                }
            }
            ways.add(paired);
        }
        Costs costs = new Costs(checks.folder(), experiment, seeds);
        List<Row> rows = names.stream()
                .map(name -> new Row(name, scores.get(name), costs.of(name)))
                .toList();
        List<String> arms = Arm.names(experiment);
        return new ArmTable(
                seeds,
                rows,
                corrected(ways.stream()
                        .flatMap(way -> way.comparisons(arms).stream())
                        .toList()),
                PairedArms.leads(ways));
    }

    static List<ArmComparison> corrected(List<ArmComparison> raw) {
        double[] holm = Holm.adjust(raw.stream().mapToDouble(ArmComparison::p).toArray());
        List<ArmComparison> corrected = new ArrayList<>();
        for (int i = 0; i < holm.length; i++) {
            corrected.add(raw.get(i).corrected(holm[i]));
        }
        return corrected;
    }

    /// What arms cost in all seeds together: as the run has counted it, or, where an earlier version made the
    /// run, as its events tell.
    private static final class Costs {
        private final RunFolder folder;
        private final Experiment experiment;
        private final List<Integer> seeds;
        private RunState state;

        Costs(RunFolder folder, Experiment experiment, List<Integer> seeds) {
            this.folder = folder;
            this.experiment = experiment;
            this.seeds = seeds;
        }

        Compute of(String arm) {
            return seeds.stream()
                    .map(seed -> Compute.read(folder, arm, seed).orElseGet(() -> told(arm, seed)))
                    .reduce(Compute::plus)
                    .orElse(null);
        }

        private Compute told(String arm, int seed) {
            if (state == null) {
                state = RunState.of(EventLog.read(folder.events()));
            }
            return Compute.told(state, experiment, arm, seed).withAnswers(Compute.UNKNOWN);
        }
    }

    /// Against which row an arm stands how.
    public Optional<ArmComparison> comparison(String arm, String score, String against) {
        return comparisons.stream()
                .filter(c -> c.arm().equals(arm)
                        && c.score().equals(score)
                        && c.against().equals(against))
                .findFirst();
    }

    /// Whether a row is the best in a score, and ahead of the next.
    public boolean leads(String arm, String score) {
        return leads.stream()
                .anyMatch(lead -> lead.arm().equals(arm) && lead.score().equals(score) && lead.significant());
    }

    /// Where a run keeps it as JSON.
    public static Path file(RunFolder folder) {
        return folder.path().resolve("bench").resolve(EvaluationStage.BENCHMARK).resolve("table.json");
    }

    /// As [#of], read from the table of a finished run where no answers are newer.
    public static ArmTable current(RunFolder folder, Experiment experiment) {
        Path file = file(folder);
        if (Files.isRegularFile(file)
                && KeptAnswers.newest(folder) <= file.toFile().lastModified()) {
            Optional<ArmTable> table = read(folder).filter(t -> !t.leads().isEmpty());
            if (table.isPresent()) {
                return table.get();
            }
        }
        return of(folder, experiment);
    }

    /// Writes the table of a finished run, where it has one.
    static void write(RunFolder folder, Experiment experiment) {
        ArmTable table = of(folder, experiment);
        if (!table.rows().isEmpty()) {
            AtomicFiles.write(file(folder), table.json() + "\n");
        }
    }

    /// One JSON object; what is not a number stands as text.
    public String json() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The table that a finished run has written; empty where there is none.
    public static Optional<ArmTable> read(RunFolder folder) {
        if (!Files.isRegularFile(file(folder))) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file(folder).toFile(), ArmTable.class));
        } catch (IOException e) {
            throw RunStorageException.reading(file(folder), e);
        }
    }
}
