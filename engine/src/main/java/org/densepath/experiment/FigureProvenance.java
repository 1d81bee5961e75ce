package org.densepath.experiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.densepath.run.ContentHash;
import org.densepath.run.RunFolder;
import org.densepath.run.Track;

/// Where a figure comes from, as its file keeps it: `run`, `experiment`, `model`, `arm`, `stage`, `seed`, `step`,
/// `policy`, `sft` and `reference` (snapshots, by their folder in the run), `settings` (the experiment file's
/// SHA-256, which `sha256sum experiment.json` prints, shortened), `version`.
public final class FigureProvenance {
    private static final int HASH_LENGTH = 16;

    private FigureProvenance() {}

    /// Of a figure over a whole run.
    public static Map<String, String> of(RunFolder run, Experiment experiment) {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("run", title(run.name(), experiment.name()));
        known.put("experiment", experiment.name());
        known.put("model", String.valueOf(Path.of(experiment.model().path()).getFileName()));
        known.put("seed", experiment.seeds().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        known.put("settings", "sha256:" + ContentHash.sha256(run.experiment()).substring(0, HASH_LENGTH));
        known.put("version", "densepath " + Version.TEXT);
        return known;
    }

    /// Of a figure of one track, and one step of it where it shows one.
    public static Map<String, String> of(RunFolder run, Experiment experiment, Track track, OptionalLong step) {
        Map<String, String> known = of(run, experiment);
        known.put("seed", String.valueOf(track.seed()));
        known.put("stage", track.stage());
        if (!track.arm().isEmpty()) {
            known.put("arm", track.arm());
            known.put("sft", snapshot(track, 1));
            // continued SFT earns no reward
            if (track.stage().equals("dpr") && experiment.reward().hasReference()) {
                known.put(
                        "reference",
                        experiment.reward().references().stream()
                                .map(fraction -> snapshot(track, fraction))
                                .collect(Collectors.joining(", ")));
            }
        }
        step.ifPresent(s -> {
            known.put("step", String.valueOf(s));
            known.put("policy", "before update " + s + " of " + track.arm());
        });
        return known;
    }

    /// What figures call a run: its folder, which holds the day and the experiment's name; where it does not,
    /// that name.
    public static String title(String folder, String experiment) {
        return folder.contains(experiment) ? folder : experiment;
    }

    private static String snapshot(Track track, double fraction) {
        return String.format(Locale.ROOT, "sft/seed-%d/snapshot-%.2f", track.seed(), fraction);
    }
}
