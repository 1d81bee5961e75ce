package org.densepath.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.densepath.paint.BarFigure;
import org.densepath.paint.Figure;
import org.densepath.paint.HeatmapFigure;
import org.densepath.paint.Theme;
import org.densepath.paint.file.FigureFile;
import org.densepath.paint.file.FigureFormat;
import org.densepath.paint.file.FigureSettings;
import org.densepath.paint.file.FigureSize;
import org.densepath.paint.file.KeptFigure;
import org.densepath.paint.file.ProvenanceSentence;
import org.densepath.run.Event;
import org.densepath.run.EventLog;
import org.densepath.run.RunFolder;
import org.densepath.run.RunState;
import org.densepath.run.RunStorageException;
import org.densepath.run.TraceReader;
import org.densepath.run.TraceRow;
import org.densepath.run.Track;

/// The pictures that a run leaves behind, as PNG and SVG in `figures/`: the curves of its training, a heatmap of
/// credit over text, and the scores with their intervals. Drawn from the run's files alone, so that they can be
/// drawn again later.
public final class RunFigures {
    /// Across two columns of a paper.
    private static final FigureSettings SETTINGS = FigureSettings.of(FigureSize.millimetres(170, 200), Theme.PAPER);
    private static final int PROMPTS = 3;

    private final RunFolder folder;
    private final Experiment experiment;
    private final RunState state;
    private final List<RunFigure> figures = new ArrayList<>();

    private RunFigures(RunFolder folder, Experiment experiment) {
        this.folder = folder;
        this.experiment = experiment;
        this.state = RunState.of(EventLog.read(folder.events()));
    }

    /// Everything the run has data for by now.
    public static List<RunFigure> of(RunFolder folder, Experiment experiment) {
        RunFigures all = new RunFigures(folder, experiment);
        for (int seed : experiment.seeds()) {
            all.curves(Track.shared("sft", seed));
            for (Arm arm : Arm.of(experiment)) {
                if (arm.kind().trains()) {
                    all.curves(arm.track(seed));
                }
            }
            all.heatmap(seed);
        }
        all.scores();
        FamilyTable.of(folder, experiment)
                .figures()
                .forEach((name, figure) -> all.add(name, figure, FigureProvenance.of(folder, experiment)));
        GradientNoise.of(folder, experiment)
                .figure()
                .ifPresent(figure -> all.add("gradient-noise", figure, FigureProvenance.of(folder, experiment)));
        return List.copyOf(all.figures);
    }

    /// Draws them all, over older pictures, and returns the files.
    public static List<Path> write(RunFolder folder, Experiment experiment) {
        List<Path> written = new ArrayList<>();
        for (RunFigure figure : of(folder, experiment)) {
            for (FigureFormat format : List.of(FigureFormat.PNG, FigureFormat.SVG)) {
                Path file = folder.figures().resolve(figure.name() + "." + format.extension());
                try {
                    Files.createDirectories(folder.figures());
                    FigureFile.replace(file, kept(figure), format);
                } catch (IOException e) {
                    throw RunStorageException.writing(file, e);
                }
                written.add(file);
            }
        }
        return written;
    }

    /// A figure in the settings that a run's pictures have, its caption saying where it comes from.
    public static KeptFigure kept(RunFigure figure) {
        String caption = ProvenanceSentence.after(figure.figure().caption(), figure.provenance());
        return new KeptFigure(figure.figure().withCaption(caption), SETTINGS, figure.provenance());
    }

    private void curves(Track track) {
        TrainingCurves.of(state, track, experiment)
                .ifPresent(figure -> add(
                        "curves-" + (track.arm().isEmpty() ? track.stage() : track.arm()) + "-seed-" + track.seed(),
                        figure,
                        FigureProvenance.of(folder, experiment, track, OptionalLong.empty())));
    }

    private void heatmap(int seed) {
        Track track = new Track("dpr", "dpr", seed);
        Optional<Event.RolloutsSaved> last = state.all(Event.RolloutsSaved.class).stream()
                .filter(e -> e.track().equals(track))
                .reduce((a, b) -> b);
        last.ifPresent(saved -> {
            List<TraceRow> rows;
            try (TraceReader reader = new TraceReader()) {
                rows = reader.read(folder.path().resolve(saved.path()));
            }
            HeatmapFigure figure = HeatmapFigure.of(
                    "Reward of each token, step " + saved.step(),
                    "r̂ = log π_SFT − log π_ref (nats)",
                    bestAndWorst(rows).stream().map(CreditedResponse::of).toList());
            add(
                    "heatmap-dpr-seed-" + seed,
                    figure,
                    FigureProvenance.of(folder, experiment, track, OptionalLong.of(saved.step())));
        });
    }

    /// Of the first prompts, the responses with the largest and the smallest return: what credit tells apart.
    private static List<TraceRow> bestAndWorst(List<TraceRow> rows) {
        Map<Integer, List<TraceRow>> byPrompt = new LinkedHashMap<>();
        rows.forEach(row -> byPrompt.computeIfAbsent(row.promptIndex(), p -> new ArrayList<>())
                .add(row));
        List<TraceRow> chosen = new ArrayList<>();
        for (List<TraceRow> samples : byPrompt.values().stream().limit(PROMPTS).toList()) {
            samples.sort(Comparator.comparingDouble(TraceRow::totalReturn).reversed());
            chosen.add(samples.getFirst());
            if (samples.size() > 1) {
                chosen.add(samples.getLast());
            }
        }
        return chosen;
    }

    private void scores() {
        List<BarFigure.Group> groups = new ArrayList<>();
        for (String score : List.of("success_greedy", "success_sampled", "return_sampled", "reference_logp")) {
            List<BarFigure.Bar> bars = ScoreTable.of(state, folder).rows().stream()
                    .filter(row -> row.cells().containsKey(score))
                    .map(row -> {
                        ScoreTable.Cell c = row.cells().get(score);
                        return new BarFigure.Bar(row.arm(), c.value(), c.low(), c.high(), "", 0);
                    })
                    .toList();
            if (!bars.isEmpty()) {
                groups.add(new BarFigure.Group(ScoreTable.label(score), bars));
            }
        }
        if (!groups.isEmpty()) {
            // One axis a figure: scores of different units do not share one.
            for (BarFigure.Group group : groups) {
                add(
                        "scores-"
                                + group.heading()
                                        .replaceAll("[^a-zA-Z0-9]+", "-")
                                        .toLowerCase(Locale.ROOT),
                        new BarFigure(
                                "Held-out prompts",
                                group.heading(),
                                List.of(group),
                                "Mean over prompts with 95 % bootstrap intervals."),
                        FigureProvenance.of(folder, experiment));
            }
        }
    }

    private void add(String name, Figure figure, Map<String, String> provenance) {
        figures.add(new RunFigure(name, figure, provenance));
    }
}
