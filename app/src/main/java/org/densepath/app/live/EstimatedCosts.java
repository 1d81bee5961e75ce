package org.densepath.app.live;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.densepath.experiment.TimeNeed;
import org.densepath.run.AtomicFiles;
import org.densepath.run.RunSettings;

/// What runs were estimated to take when they were launched, by model: what the end of a model's first run is
/// told by, until one is finished. Kept in a file beside the runs.
public final class EstimatedCosts {
    private static final String FILE = ".estimated-costs.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, PartCosts>> BY_MODEL = new TypeReference<>() {};
    private static final Map<String, String> PHASES =
            Map.of("sft", "SFT", "dpr", "DPR", "continued-sft", "continued SFT", RunPart.EVALUATION, "scores");

    private EstimatedCosts() {}

    /// Remembers an estimate for the model of these settings; the last one holds.
    ///
    /// @param sftSteps updates of SFT a seed
    public static synchronized void keep(Path runs, RunSettings settings, TimeNeed need, long sftSteps) {
        TreeMap<String, PartCosts> all = read(runs);
        all.put(model(settings), costs(settings, need, sftSteps));
        try {
            Files.createDirectories(runs);
            AtomicFiles.write(runs.resolve(FILE), JSON.writeValueAsString(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// [PartCosts#UNKNOWN] for a model that was never estimated.
    static PartCosts of(Path runs, RunSettings settings) {
        return read(runs).getOrDefault(model(settings), PartCosts.UNKNOWN);
    }

    static PartCosts costs(RunSettings settings, TimeNeed need, long sftSteps) {
        Map<String, Double> seconds = new HashMap<>();
        need.phases().forEach(phase -> seconds.put(phase.name(), phase.seconds()));
        Map<String, Double> units = new HashMap<>();
        RunPart.of(settings).stream()
                .map(part -> part.ofSteps(sftSteps, settings))
                .forEach(part -> units.merge(part.kind(), part.units().orElse(0), Double::sum));
        Map<String, Double> costs = new HashMap<>();
        units.forEach((kind, count) -> {
            // what is no phase of its own takes no time that is worth telling
            double all = seconds.getOrDefault(PHASES.getOrDefault(kind, kind), 0.0);
            costs.put(kind, count > 0 ? all / count : 0);
        });
        return new PartCosts(costs, seconds.getOrDefault("figures", PartCosts.UNKNOWN.end()));
    }

    private static String model(RunSettings settings) {
        return settings.value("model.path").orElse("") + "|"
                + settings.value("model.precision").orElse("");
    }

    private static TreeMap<String, PartCosts> read(Path runs) {
        try {
            return JSON.readValue(Files.readString(runs.resolve(FILE)), BY_MODEL);
        } catch (IOException _) {
            return new TreeMap<>();
        }
    }
}
