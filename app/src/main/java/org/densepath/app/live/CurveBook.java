package org.densepath.app.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.densepath.run.Event;
import org.densepath.run.EventLine;
import org.densepath.run.MetricKey;
import org.densepath.run.RunState;
import org.densepath.run.Track;

/// All curves of a run, grown line by line, each point with its step, its tokens and its time. Belongs to one
/// thread; the [Curve]s that it hands out may be read by another.
final class CurveBook {
    private static final List<String> COUNTS = List.of("sft/tokens", "dpr/response_tokens");

    private final Map<Track, GrowingTrack> tracks = new HashMap<>();
    private final SortedMap<MetricKey, GrowingCurve> curves = new TreeMap<>();
    private Instant last;
    private double worked;

    private static final class GrowingCurve {
        private int[] rows = new int[16];
        private double[] values = new double[16];
        private int size;
        private int generation;
        private Curve view;

        /// One that has not grown is the one of the last time.
        Curve view(MetricKey key, GrowingTrack track) {
            if (view == null || view.size() != size || view.generation() != generation) {
                view = new Curve(key, track.columns(), rows, values, size, generation);
            }
            return view;
        }

        void add(int row, double value) {
            if (size == rows.length) {
                rows = Arrays.copyOf(rows, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            rows[size] = row;
            values[size++] = value;
        }

        /// Fresh arrays, because others still read the old ones.
        void cut(int to) {
            rows = Arrays.copyOf(rows, rows.length);
            values = Arrays.copyOf(values, values.length);
            size = to;
            generation++;
        }
    }

    /// Takes in the next line. `state` has taken it already.
    void apply(EventLine line, RunState state) {
        if (line.event() instanceof Event.UnknownEvent) {
            return;
        }
        if (line.event() instanceof Event.RunResumed) {
            takeBack(state);
        } else if (last != null) {
            worked += Math.max(0, Duration.between(last, line.time()).toMillis() / 1000.0);
        }
        last = line.time();
        switch (line.event()) {
            case Event.StageStarted stage -> track(stage.track()).begin(worked);
            case Event.StepFinished step -> add(step);
            default -> {}
        }
    }

    /// Every curve, sorted by metric, stage, arm and seed.
    List<Curve> curves() {
        List<Curve> views = new ArrayList<>(curves.size());
        curves.forEach((key, curve) -> views.add(curve.view(key, tracks.get(key.track()))));
        return views;
    }

    private void add(Event.StepFinished event) {
        GrowingTrack track = track(event.track());
        int row = track.add(event.step(), worked, tokens(event));
        event.metrics().forEach((metric, value) -> {
            GrowingCurve curve = curves.computeIfAbsent(new MetricKey(event.track(), metric), _ -> new GrowingCurve());
            // a step told again replaces what it said before
            int keep = curve.size;
            while (keep > 0 && track.step(curve.rows[keep - 1]) >= event.step()) {
                keep--;
            }
            if (keep < curve.size) {
                curve.cut(keep);
            }
            curve.add(row, value);
        });
    }

    /// What the resume has superseded: `state` keeps the points that count, the first of ours.
    private void takeBack(RunState state) {
        curves.forEach((key, curve) -> {
            int kept =
                    state.metrics().containsKey(key) ? state.metrics().get(key).size() : 0;
            if (kept < curve.size) {
                curve.cut(kept);
            }
        });
    }

    private GrowingTrack track(Track track) {
        return tracks.computeIfAbsent(track, _ -> new GrowingTrack(worked));
    }

    /// What the stage counts as its work: all tokens of SFT's batches, the sampled ones of DPR's.
    private static double tokens(Event.StepFinished event) {
        for (String name : COUNTS) {
            Double tokens = event.metrics().get(name);
            if (tokens != null && Double.isFinite(tokens)) {
                return tokens;
            }
        }
        return Double.NaN;
    }
}
