package org.densepath.app.pair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.densepath.BadInputException;
import org.densepath.experiment.ModelReference;
import org.densepath.run.RunFolder;
import org.densepath.run.Track;

/// The models of a run, those that its weights are kept of and those that they are not: read from its folder.
///
/// @param references the snapshots that a reward can be relative to, the earliest first
/// @param policies what each kept step of DPR left, π_SFT as step 0 first
/// @param others everything else
public record RunModels(
        Optional<Path> run, List<NamedModel> references, List<Policy> policies, List<NamedModel> others) {
    public static final RunModels NONE = new RunModels(Optional.empty(), List.of(), List.of(), List.of());
    private static final NamedModel SAMPLE = new NamedModel("sample:model", "sample:model", Optional.empty());

    /// The policy after `step` updates.
    public record Policy(long step, NamedModel model) {}

    public RunModels {
        references = List.copyOf(references);
        policies = List.copyOf(policies);
        others = List.copyOf(others);
    }

    /// Looks into the folder; a folder that is no run has no models.
    public static RunModels of(Path folder) {
        try {
            return of(
                    RunFolder.open(folder),
                    new ObjectMapper()
                            .readTree(Files.readString(RunFolder.open(folder).experiment())));
        } catch (BadInputException | IOException e) {
            return NONE;
        }
    }

    private static RunModels of(RunFolder run, JsonNode experiment) {
        Set<Double> fractions = new TreeSet<>();
        fractions.add(0.0);
        experiment.at("/sft/snapshots").forEach(fraction -> fractions.add(fraction.asDouble()));
        experiment.at("/reward/references").forEach(fraction -> fractions.add(fraction.asDouble()));
        List<NamedModel> references = fractions.stream()
                .filter(fraction -> fraction < 1)
                .map(fraction -> named(run, fraction == 0 ? "base" : "sft@" + text(fraction)))
                .toList();
        NamedModel sft = named(run, "sft");
        List<Policy> policies = new ArrayList<>(List.of(new Policy(0, sft)));
        Set<String> arms = new LinkedHashSet<>();
        experiment.at("/arms").forEach(arm -> arms.add(arm.asText()));
        experiment.at("/ownArms").forEach(arm -> arms.add(arm.path("name").asText()));
        int seed = experiment.at("/seeds/0").asInt(1);
        run.policySteps(new Track("dpr", "dpr", seed))
                .forEach(step -> policies.add(new Policy(step, named(run, "dpr@" + step))));
        List<NamedModel> others = new ArrayList<>(List.of(sft, named(run, "reference")));
        arms.forEach(arm -> others.add(named(run, arm)));
        return new RunModels(Optional.of(run.path()), references, policies, others);
    }

    /// All that can be chosen, what is usual first.
    public List<NamedModel> choices() {
        Stream<NamedModel> kept = policies.stream().skip(1).map(Policy::model);
        return Stream.of(others.stream(), references.stream(), kept, Stream.of(SAMPLE))
                .flatMap(models -> models)
                .toList();
    }

    /// The name of one of its parts; empty where its weights are not there.
    public Optional<String> name(String part) {
        return choices().stream()
                .filter(model -> model.part().equals(part) && model.there() && model != SAMPLE)
                .map(NamedModel::name)
                .findFirst();
    }

    private static NamedModel named(RunFolder run, String part) {
        String name = run.path() + ":" + part;
        Optional<String> missing = Optional.empty();
        try {
            ModelReference.resolve(name);
        } catch (BadInputException e) {
            missing = Optional.of("Its weights are not kept in this run.");
        }
        return new NamedModel(run.name() + ":" + part, name, missing);
    }

    private static String text(double fraction) {
        return String.format(Locale.ROOT, "%.2f", fraction).replaceAll("0$", "");
    }
}
