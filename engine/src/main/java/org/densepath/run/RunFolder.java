package org.densepath.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.densepath.BadInputException;

/// Where everything of one run lies. The folder is the truth of a run: its worker appends to it, all others read
/// it.
public final class RunFolder {
    private static final String CHECKPOINT = "checkpoint-";
    private static final String POLICY = "policy-";
    private static final String SNAPSHOT = "snapshot-";
    private static final String TRACE = ".parquet";

    private final Path path;

    private RunFolder(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    /// Makes `runs/<date>-<name>`, with a number behind it where that exists already, and writes
    /// `experiment.json`.
    ///
    /// Throws [RunStorageException] when the disk refuses.
    public static RunFolder create(Path runs, LocalDate date, String name, String experimentJson) {
        String wanted = date + "-" + Names.folderName(name);
        try {
            Files.createDirectories(runs);
            for (int number = 1; ; number++) {
                Path path = runs.resolve(number == 1 ? wanted : wanted + "-" + number);
                try {
                    Files.createDirectory(path);
                } catch (FileAlreadyExistsException e) {
                    continue;
                }
                RunFolder run = new RunFolder(path);
                AtomicFiles.write(run.experiment(), experimentJson);
                return run;
            }
        } catch (IOException e) {
            throw RunStorageException.writing(runs.resolve(wanted), e);
        }
    }

    /// Throws [BadInputException] when `path` is not the folder of a run.
    public static RunFolder open(Path path) {
        RunFolder run = new RunFolder(path);
        if (!Files.isDirectory(path)) {
            throw new BadInputException("There is no folder " + path + "; choose the folder of a run.");
        }
        if (!Files.isRegularFile(run.experiment())) {
            throw new BadInputException(
                    "The folder " + path + " has no experiment.json; choose a folder that a run has written.");
        }
        return run;
    }

    public Path path() {
        return path;
    }

    /// The folder's name: `2026-01-31-my-run`.
    public String name() {
        return path.getFileName().toString();
    }

    public Path experiment() {
        return path.resolve("experiment.json");
    }

    public Path provenance() {
        return path.resolve("provenance.json");
    }

    public Path events() {
        return path.resolve("events.jsonl");
    }

    public Path lock() {
        return path.resolve("lock");
    }

    public Path control() {
        return path.resolve("control");
    }

    public Path figures() {
        return path.resolve("figures");
    }

    /// `sft/seed-1` for what all arms share, `arms/<arm>/seed-1` for an arm.
    public Path track(Track track) {
        Path parent = track.arm().isEmpty()
                ? path.resolve(track.stage())
                : path.resolve("arms").resolve(track.arm());
        return parent.resolve("seed-" + track.seed());
    }

    /// `…/snapshot-0.50`: the weights kept `fraction` of the way through SFT.
    public Path snapshot(Track track, double fraction) {
        return track(track).resolve(SNAPSHOT + String.format(Locale.ROOT, "%.2f", fraction));
    }

    /// `…/checkpoint-000040`.
    public Path checkpoint(Track track, long step) {
        return track(track).resolve(CHECKPOINT + padded(step));
    }

    /// `…/policy-000005`: an arm's weights after `step`, kept to be looked back at.
    public Path policy(Track track, long step) {
        return track(track).resolve(POLICY + padded(step));
    }

    /// The steps after which an arm's weights are there, ascending: kept policies, and complete checkpoints.
    public List<Long> policySteps(Track track) {
        Stream<Path> kept = list(track(track), POLICY, "").stream();
        return Stream.concat(kept, checkpoints(track).stream())
                .map(folder -> Long.parseLong(folder.getFileName().toString().replaceAll("\\D", "")))
                .distinct()
                .sorted()
                .toList();
    }

    /// `…/rollouts/000041.parquet`.
    public Path rollouts(Track track, long step) {
        return track(track).resolve("rollouts").resolve(padded(step) + TRACE);
    }

    /// `bench/<benchmark>/<arm>-seed-1`.
    public Path bench(String benchmark, String arm, int seed) {
        return path.resolve("bench")
                .resolve(Names.check("benchmark", benchmark))
                .resolve(Names.check("arm", arm) + "-seed-" + seed);
    }

    /// A path within the run as events name it: relative, with `/` on every system.
    public String relative(Path inside) {
        return path.relativize(inside.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    /// The snapshots of a track, the earliest first.
    public List<Path> snapshots(Track track) {
        return list(track(track), SNAPSHOT, "").stream()
                .sorted(Comparator.comparingDouble(folder -> Double.parseDouble(number(folder, SNAPSHOT))))
                .toList();
    }

    /// The complete checkpoints of a track (those with a `state.json`), the earliest first.
    public List<Path> checkpoints(Track track) {
        return list(track(track), CHECKPOINT, "").stream()
                .filter(folder -> Files.isRegularFile(folder.resolve(ResumePoint.FILE)))
                .sorted(Comparator.comparingLong(folder -> Long.parseLong(number(folder, CHECKPOINT))))
                .toList();
    }

    /// What a resume goes on from.
    public Optional<Path> latestCheckpoint(Track track) {
        List<Path> all = checkpoints(track);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /// The trace files of a track, the first step first. After a resume, files of steps that are still to be done
    /// again may be among them; `RolloutsSaved` events name those that count.
    public List<Path> rollouts(Track track) {
        return list(track(track).resolve("rollouts"), "", TRACE).stream()
                .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                .toList();
    }

    /// Deletes what a killed worker left half-written; only for the holder of the lock. Figures and requests,
    /// which others write, are left alone.
    public List<Path> sweep() {
        try (Stream<Path> all = Files.list(path)) {
            return all.filter(part -> !part.equals(figures()) && !part.equals(control()))
                    .flatMap(part -> AtomicFiles.sweep(part).stream())
                    .toList();
        } catch (IOException e) {
            throw RunStorageException.reading(path, e);
        }
    }

    /// Whether the run is being written, and how it stands.
    public RunStatus status(RunState state) {
        return state.status(RunLock.isHeld(lock()));
    }

    private static List<Path> list(Path folder, String prefix, String suffix) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> {
                        String name = path.getFileName().toString();
                        return name.startsWith(prefix)
                                && name.endsWith(suffix)
                                && name.substring(prefix.length(), name.length() - suffix.length())
                                        .matches("\\d+(\\.\\d+)?");
                    })
                    .toList();
        } catch (IOException e) {
            throw RunStorageException.reading(folder, e);
        }
    }

    private static String number(Path folder, String prefix) {
        return folder.getFileName().toString().substring(prefix.length());
    }

    private static String padded(long step) {
        return String.format(Locale.ROOT, "%06d", step);
    }
}
