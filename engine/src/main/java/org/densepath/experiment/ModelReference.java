package org.densepath.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.densepath.BadInputException;
import org.densepath.run.RunFolder;
import org.densepath.run.Track;

/// How a person names a model: a path, or a part of a run.
///
/// | written | means |
/// | --- | --- |
/// | `PATH` | a Hugging Face folder, a snapshot or checkpoint folder, a GGUF file |
/// | `sample:model` | the small model that comes with the product |
/// | `RUN:base` | the model that the run began with |
/// | `RUN:sft` | π_SFT, the last snapshot of SFT; `RUN:sft@0.25` the one at a quarter |
/// | `RUN:reference` | the snapshot that the run's reward is relative to |
/// | `RUN:dpr` | an arm's last checkpoint; `RUN:dpr@40` the policy kept after step 40 |
///
/// `#2` at the end chooses the seed; without it the lowest one is taken.
public final class ModelReference {
    private static final Pattern IN_RUN = Pattern.compile(
            "(?<run>.+):(?<part>[\\p{L}_][\\p{L}\\p{N}_.+-]*)(@(?<at>\\d+(\\.\\d+)?))?(#(?<seed>\\d+))?");
    private static final String SEED = "seed-";
    private static final double USUAL_REFERENCE = 0.5;

    private final RunFolder run;
    private final String written;
    private final String part;
    private final String at;
    private final OptionalInt seed;

    private ModelReference(RunFolder run, Matcher matcher) {
        this.run = run;
        written = matcher.group();
        part = matcher.group("part");
        at = matcher.group("at");
        seed = matcher.group("seed") == null
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(matcher.group("seed")));
    }

    /// The folder or file that `written` names; whether it holds a model is found when it is opened. Throws
    /// [BadInputException] when it names nothing, with what is there.
    public static Path resolve(String written) {
        Path path = path(written);
        if (!written.isBlank() && Files.exists(path)) {
            return path;
        }
        Matcher matcher = IN_RUN.matcher(written);
        if (!matcher.matches() || !Files.isDirectory(path(matcher.group("run")))) {
            throw new BadInputException("There is no model '" + written + "': name a Hugging Face folder, a GGUF file,"
                    + " or a part of a run as RUN:sft, RUN:reference, RUN:sft@0.25, RUN:base or RUN:dpr@40.");
        }
        return new ModelReference(RunFolder.open(path(matcher.group("run"))), matcher).resolve();
    }

    /// The part of a run that `written` names: the run, what its folders are called after (`sft`, `dpr`,
    /// `sft-0.25`), and the seed. Empty for a model that is no part of a run. Throws [BadInputException] as
    /// [#resolve].
    public static Optional<RunPart> inRun(String written) {
        Matcher matcher = IN_RUN.matcher(written);
        if (Files.exists(path(written)) || !matcher.matches() || !Files.isDirectory(path(matcher.group("run")))) {
            return Optional.empty();
        }
        ModelReference reference = new ModelReference(RunFolder.open(path(matcher.group("run"))), matcher);
        reference.resolve();
        String name = reference.at == null ? reference.part : reference.part + "-" + reference.at;
        boolean shared = List.of("base", "sft", "reference").contains(reference.part);
        Track any = shared ? Track.shared("sft", 0) : new Track(reference.part, reference.part, 0);
        return Optional.of(new RunPart(reference.run, name, reference.seed(any)));
    }

    /// A model within a run.
    public record RunPart(RunFolder run, String name, int seed) {}

    private static Path path(String text) {
        try {
            return SampleHome.resolve(text);
        } catch (InvalidPathException e) {
            throw new BadInputException("'" + text + "' is no path (" + e.getReason() + ").", e);
        }
    }

    private Path resolve() {
        return switch (part) {
            case "base" -> resolve(experiment("/model/path").asText());
            case "sft" -> at == null ? last(sft()) : snapshot(sft(), Double.parseDouble(at));
            case "reference" -> reference();
            default -> arm();
        };
    }

    private Path reference() {
        if (experiment("/reward/definition").asText().equals("ema-reference")) {
            return there(run.track(sft()).resolve("average"));
        }
        double fraction = experiment("/reward/references/0").asDouble(USUAL_REFERENCE);
        return fraction == 0 ? resolve(experiment("/model/path").asText()) : snapshot(sft(), fraction);
    }

    private Path arm() {
        if (!Files.isDirectory(run.path().resolve("arms").resolve(part))) {
            throw new BadInputException("The run " + run.name() + " has no '" + part + "', asked for as '" + written
                    + "'; it has base, sft, reference" + arms() + ".");
        }
        Track track = new Track(part, part, seed(new Track(part, part, 0)));
        if (at == null) {
            return last(track);
        }
        long step = Math.round(Double.parseDouble(at));
        Path kept = run.policy(track, step);
        return Files.isDirectory(kept) ? kept : there(run.checkpoint(track, step));
    }

    private Track sft() {
        return Track.shared("sft", seed(Track.shared("sft", 0)));
    }

    /// What a track ended with: for SFT its last snapshot, for an arm that keeps checkpoints the latest.
    private Path last(Track track) {
        return Stream.concat(run.snapshots(track).reversed().stream(), run.latestCheckpoint(track).stream())
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        "'" + written + "' has no weights yet: nothing is kept in " + run.track(track) + "."));
    }

    private Path snapshot(Track track, double fraction) {
        return there(run.snapshot(track, fraction));
    }

    private Path there(Path folder) {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        throw new BadInputException("'" + written + "' is not there: " + run.relative(folder) + " does not exist; "
                + kept(folder.getParent()) + ".");
    }

    private static String kept(Path track) {
        String weights = names(track).stream()
                .filter(name -> name.matches("snapshot-.*|checkpoint-.*|average"))
                .collect(Collectors.joining(", "));
        return weights.isEmpty() ? "no weights are kept there" : "kept are " + weights;
    }

    private int seed(Track any) {
        Path parent = run.track(any).getParent();
        return seed.orElseGet(() -> names(parent).stream()
                .filter(name -> name.matches(SEED + "\\d+"))
                .mapToInt(name -> Integer.parseInt(name.substring(SEED.length())))
                .min()
                .orElseThrow(() -> new BadInputException(
                        "'" + written + "' has no weights yet: " + run.relative(parent) + " has no seed.")));
    }

    private String arms() {
        List<String> arms = names(run.path().resolve("arms"));
        return arms.isEmpty() ? "" : ", " + String.join(", ", arms);
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BadInputException(folder + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    private JsonNode experiment(String pointer) {
        try {
            return new ObjectMapper()
                    .readTree(Files.readString(run.experiment()))
                    .at(pointer);
        } catch (JsonProcessingException e) {
            throw new BadInputException(run.experiment() + " is not valid JSON: " + e.getOriginalMessage() + ".", e);
        } catch (IOException e) {
            throw new BadInputException(run.experiment() + " cannot be read (" + e.getMessage() + ").", e);
        }
    }
}
