package org.densepath.experiment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.densepath.BadInputException;
import org.densepath.data.Demonstration;
import org.densepath.data.DemonstrationFile;
import org.densepath.data.DemonstrationReader;
import org.densepath.data.NormalisedText;
import org.densepath.data.Overlap;
import org.densepath.data.Prompt;
import org.densepath.data.PromptFile;
import org.densepath.data.PromptReader;
import org.densepath.data.Refused;
import org.densepath.data.Split;

/// An experiment's data as text, read, limited and split: demonstrations for SFT, prompts for DPR, and two sets
/// of prompts that training never sees. `overlaps`: prompts of these two that are trained on all the same; a run
/// refuses them. `notes`: what was left out and why, a sentence each.
public record ExperimentData(
        String format,
        List<Demonstration> demonstrations,
        List<Prompt> prompts,
        List<Prompt> validation,
        List<Prompt> heldOut,
        List<Overlapping> overlaps,
        List<String> notes) {

    /// A prompt of the file that `key` names which is also trained on: its line there, and the line of the
    /// demonstration or DPR prompt with the same text.
    public record Overlapping(String key, String text, int line, int trainingLine) {}

    /// Throws [BadInputException] when a file is missing, cannot be read, or has too few prompts for the limits.
    public static ExperimentData read(Experiment.Data data) {
        DemonstrationFile file = named("data.demonstrations", () -> demonstrations(data.demonstrations()));
        List<String> notes = new ArrayList<>();
        file.refused().forEach(r -> notes.add("A demonstration was left out: " + r + "."));
        List<Demonstration> all = limited(file.demonstrations(), data.demonstrationLimit());
        List<Prompt> training =
                data.prompts().isEmpty() ? asPrompts(all) : prompts("data.prompts", data.prompts(), 0, notes);
        List<Prompt> watched = prompts("data.validation", data.validation(), data.validationLimit(), notes);
        List<Prompt> last = prompts("data.heldOut", data.heldOut(), data.heldOutLimit(), notes);
        if (data.heldOut().isEmpty() && data.heldOutLimit() > 0) {
            Split<Prompt> split = keepOut(training, data.heldOutLimit(), 1);
            training = split.training();
            last = split.heldOut();
            all = without(all, last, notes);
        }
        if (data.validation().isEmpty() && data.validationLimit() > 0) {
            Split<Prompt> split = keepOut(training, data.validationLimit(), 2);
            training = split.training();
            watched = split.heldOut();
            all = without(all, watched, notes);
        }
        Map<String, Overlapping> overlaps = new LinkedHashMap<>();
        add("data.validation", Overlap.find(all, watched), Demonstration::line, overlaps);
        add("data.validation", Overlap.find(training, Prompt::text, watched, Prompt::text), Prompt::line, overlaps);
        add("data.heldOut", Overlap.find(all, last), Demonstration::line, overlaps);
        add("data.heldOut", Overlap.find(training, Prompt::text, last, Prompt::text), Prompt::line, overlaps);
        return new ExperimentData(
                file.format(), all, training, watched, last, List.copyOf(overlaps.values()), List.copyOf(notes));
    }

    /// Throws [BadInputException] that names the key where a file is missing, before anything is made or read.
    public static void requireFiles(Experiment.Data data) {
        requireFile("data.demonstrations", path("data.demonstrations", data.demonstrations()));
        Map.of("data.prompts", data.prompts(), "data.validation", data.validation(), "data.heldOut", data.heldOut())
                .forEach((key, file) -> {
                    if (!file.isEmpty()) {
                        requireFile(key, path(key, file));
                    }
                });
    }

    private static void requireFile(String key, Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new BadInputException(
                    key + ": there is no file " + file + " that can be read; name a .jsonl, .json or .parquet file.");
        }
    }

    /// Throws [BadInputException] where a prompt is both trained on and held out.
    void refuseOverlaps() {
        if (!overlaps.isEmpty()) {
            Overlapping first = overlaps.getFirst();
            throw new BadInputException(first.key() + ": " + overlapping(first.key())
                    + " prompts are also trained on, the first is \"" + first.text()
                    + "\"; remove them, or scores would measure memory.");
        }
    }

    /// How many prompts of the file that `key` names are also trained on.
    public long overlapping(String key) {
        return overlaps.stream().filter(o -> o.key().equals(key)).count();
    }

    /// Each evaluation prompt once, even where it is both a demonstration's and a DPR prompt.
    private static <T> void add(
            String key, Overlap<T, Prompt> found, ToIntFunction<T> line, Map<String, Overlapping> to) {
        for (Overlap.Pair<T, Prompt> pair : found.pairs()) {
            Prompt prompt = pair.evaluation();
            to.putIfAbsent(
                    key + prompt.line(),
                    new Overlapping(key, pair.text(), prompt.line(), line.applyAsInt(pair.training())));
        }
    }

    /// Sets `count` prompts apart, drawn by a fixed seed.
    private static Split<Prompt> keepOut(List<Prompt> all, int count, long seed) {
        if (count >= all.size()) {
            throw new BadInputException("data.prompts has " + all.size() + " prompts, of which " + count
                    + " shall be kept out of training; lower data.heldOutLimit and data.validationLimit.");
        }
        return Split.of(all, Prompt::text, (double) count / all.size(), seed);
    }

    /// The demonstrations whose prompts are not among those kept out: SFT is training too.
    private static List<Demonstration> without(List<Demonstration> all, List<Prompt> keptOut, List<String> notes) {
        Set<String> texts =
                keptOut.stream().map(p -> NormalisedText.of(p.text())).collect(Collectors.toSet());
        List<Demonstration> left = all.stream()
                .filter(d -> !texts.contains(NormalisedText.of(d.promptText())))
                .toList();
        if (left.size() < all.size()) {
            notes.add(all.size() - left.size() + " demonstrations were left out of SFT: their prompts are kept for"
                    + " evaluation.");
        }
        return left;
    }

    private static List<Prompt> prompts(String key, String path, int limit, List<String> notes) {
        if (path.isEmpty()) {
            return List.of();
        }
        PromptFile file = named(key, () -> {
            PromptFile read = PromptReader.read(path(key, path));
            requireSome("prompt", path, read.prompts(), read.refused());
            return read;
        });
        file.refused().forEach(r -> notes.add("A prompt of " + key + " was left out: " + r + "."));
        return limited(file.prompts(), limit);
    }

    private static DemonstrationFile demonstrations(String path) {
        DemonstrationFile file = DemonstrationReader.read(path("data.demonstrations", path));
        requireSome("demonstration", path, file.demonstrations(), file.refused());
        return file;
    }

    private static void requireSome(String what, String path, List<?> usable, List<Refused> refused) {
        if (usable.isEmpty()) {
            throw new BadInputException(path + " holds no " + what + " that can be used"
                    + refused.stream().findFirst().map(r -> " (" + r + ")").orElse("") + ".");
        }
    }

    private static List<Prompt> asPrompts(List<Demonstration> demonstrations) {
        return demonstrations.stream()
                .map(d -> new Prompt(
                        "line-" + d.line(), d.prompt(), List.of(), "", d.line(), JsonNodeFactory.instance.objectNode()))
                .toList();
    }

    private static <T> List<T> limited(List<T> all, int limit) {
        return limit > 0 && limit < all.size() ? all.subList(0, limit) : all;
    }

    private static <T> T named(String key, Supplier<T> read) {
        try {
            return read.get();
        } catch (BadInputException e) {
            throw new BadSettingException(key, e);
        }
    }

    private static Path path(String key, String path) {
        if (path.isEmpty()) {
            throw new BadInputException("experiment: " + key + " is empty; set it with --set " + key + "=FILE.");
        }
        return SampleHome.resolve(path);
    }
}
