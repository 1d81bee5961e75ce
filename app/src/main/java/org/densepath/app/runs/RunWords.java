package org.densepath.app.runs;

import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.densepath.app.live.SpokenTime;
import org.densepath.app.live.StageMark;
import org.densepath.experiment.ScoreTable;
import org.densepath.run.RunProgress;
import org.densepath.run.RunSettings;
import org.densepath.run.RunSummary;
import org.densepath.run.Track;

/// What a person is told of a run in the library.
public final class RunWords {
    private static final String RESUME = " Resume goes on from the last checkpoint.";
    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter OTHER_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private RunWords() {}

    /// How it stands, in a sentence.
    public static String sentence(RunRow row) {
        RunSummary run = row.now();
        return switch (row.standing().get()) {
            case STARTING -> "The worker is starting and loads the model.";
            case RUNNING -> "At work: " + work(run.progress()) + "." + left(row);
            case STOPPING -> "Asked to end: " + work(run.progress()) + ".";
            case STOPPED -> ended(run.lastWord(), "Stopped, and everything is kept.") + RESUME;
            case INTERRUPTED -> "The worker is gone without a last word." + RESUME;
            case FAILED -> ended(run.lastWord(), "The run has failed.");
            case UNREADABLE -> ended(run.lastWord(), "The run cannot be read.");
            case NOT_STARTED -> "The folder is there; no worker has begun.";
            case FINISHED -> finished(run);
        };
    }

    private static String left(RunRow row) {
        return row.left()
                .map(left -> " About " + SpokenTime.of(left) + " left.")
                .orElse("");
    }

    /// What tells the run from others of its name: its folder's name without the date.
    public static String folderName(RunRow row) {
        String name = row.folder().getFileName().toString();
        return row.isSample() ? "sample run" : name.replaceFirst("^\\d{4}-\\d\\d-\\d\\d-(?=.)", "");
    }

    /// What a person calls each of these runs: their names or, where two share one, their folders' names.
    static List<String> distinctNames(List<RunRow> rows) {
        List<Function<RunRow, String>> ways = List.of(row -> row.now().name(), RunWords::folderName);
        for (Function<RunRow, String> way : ways) {
            List<String> names = rows.stream().map(way).toList();
            if (new HashSet<>(names).size() == rows.size()) {
                return names;
            }
        }
        return rows.stream().map(row -> row.folder().getFileName().toString()).toList();
    }

    /// What a person calls the model: its file's or folder's name.
    public static String model(RunSettings settings) {
        String path = settings.value("model.path").orElse("");
        if (path.startsWith("sample:")) {
            return "Sample model";
        }
        String[] parts = path.split("[/\\\\]+");
        return parts.length == 0 ? path : parts[parts.length - 1];
    }

    /// `DPR, continued SFT`.
    public static String methods(RunSettings settings) {
        List<String> names = new ArrayList<>();
        for (String arm : settings.list("arms")) {
            String name = StageMark.stageName(arm);
            names.add(names.isEmpty() ? name : name.replace("Continued", "continued"));
        }
        return String.join(", ", names);
    }

    /// `DPR 41 of 200`.
    public static String progress(RunProgress progress) {
        return progress.stage()
                .map(track -> name(track)
                        + (progress.steps() > 0
                                ? " " + progress.step() + " of " + progress.steps()
                                : progress.step() > 0 ? " " + progress.step() : ""))
                .orElse("");
    }

    /// How far that stage is, 0 … 1; −1 where it does not count steps.
    public static double share(RunProgress progress) {
        return progress.steps() <= 0 ? -1 : Math.min(1, (double) progress.step() / progress.steps());
    }

    /// `31 Jan, 14:05`; the year instead of the time where it is not this one.
    public static String date(Optional<Instant> time) {
        return time.map(t -> t.atZone(ZoneId.systemDefault()))
                .map(t -> (t.getYear() == Year.now().getValue() ? THIS_YEAR : OTHER_YEAR).format(t))
                .orElse("");
    }

    /// `42 s`, `3 min`, `1 h 20 min`; empty for no time at all.
    public static String duration(Duration worked) {
        long seconds = worked.toSeconds();
        if (seconds < 90) {
            return worked.isZero() ? "" : Math.max(1, seconds) + " s";
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    /// `812 B`, `3.4 MB`, `12.0 GB`.
    public static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double value = bytes;
        int unit = -1;
        while (value >= 999.95 && unit < 3) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %sB", value, "kMGT".charAt(unit));
    }

    private static String name(Track track) {
        return StageMark.stageName(track.arm().isEmpty() ? track.stage() : track.arm());
    }

    private static String work(RunProgress progress) {
        String text = progress(progress);
        return text.isEmpty() ? "the first stage is about to begin" : text.replaceFirst(" (\\d+ of)", ", step $1");
    }

    /// All is done; and how DPR stands against SFT, where the same prompts tell.
    private static String finished(RunSummary run) {
        return ScoreTable.of(run.scores()).rows().stream()
                .filter(row -> row.arm().equals("dpr"))
                .map(row -> row.cells().get("success_sampled_minus_sft"))
                .filter(difference -> difference != null)
                .findFirst()
                .map(d -> String.format(
                        Locale.ROOT,
                        "Finished. DPR is %s: %+.1f points [%+.1f, %+.1f] of success, sampled.",
                        d.low() > 0 ? "ahead of SFT" : d.high() < 0 ? "behind SFT" : "not told apart from SFT",
                        100 * d.value(),
                        100 * d.low(),
                        100 * d.high()))
                .orElse("All stages are done.");
    }

    /// The lines of `words`, each as a sentence.
    private static String ended(String words, String otherwise) {
        List<String> sentences = new ArrayList<>();
        for (String line : words.lines().map(String::strip).toList()) {
            if (!line.isEmpty()) {
                String whole = Character.toUpperCase(line.charAt(0)) + line.substring(1);
                sentences.add(".!?".indexOf(whole.charAt(whole.length() - 1)) < 0 ? whole + "." : whole);
            }
        }
        return sentences.isEmpty() ? otherwise : String.join(" ", sentences);
    }
}
