package org.densepath.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.densepath.BadInputException;

/// One run of a [RunList]: its events as far as they were read, its small files as they were last. Belongs to one
/// thread.
final class FollowedRun {
    private final RunFolder run;
    private final EventLog log;
    private final Control control;
    private final RunOutline outline = new RunOutline();
    private final Kept<RunSettings> settings;
    private final Kept<RunNotes> notes;

    FollowedRun(RunFolder run) {
        this.run = run;
        this.log = new EventLog(run.events());
        this.control = new Control(run.control());
        this.settings = new Kept<>(run.experiment(), RunSettings::read, RunSettings.NONE);
        this.notes = new Kept<>(run.path().resolve(RunNotes.FILE), _ -> RunNotes.read(run.path()), RunNotes.NONE);
    }

    RunSummary summary() {
        // The lock before the events: a worker that ends in between has written its last word by then.
        boolean alive = RunLock.isHeld(run.lock());
        outline.poll(log);
        settings.poll();
        notes.poll();
        List<String> remarks = new ArrayList<>(outline.remarks());
        settings.problem.ifPresent(remarks::add);
        notes.problem.ifPresent(remarks::add);
        RunStatus status = outline.status(alive);
        return new RunSummary(
                run.path(),
                outline.name().isEmpty() ? run.name() : outline.name(),
                status,
                outline.progress(),
                outline.scores(),
                outline.heldOut(),
                outline.warnings(),
                outline.lastWord(),
                remarks,
                settings.value,
                notes.value,
                status == RunStatus.RUNNING && control.poll().isPresent());
    }

    /// A small file's content, read again when the file has changed.
    private static final class Kept<T> {
        private final Path file;
        private final Function<Path, T> reading;
        private final T none;
        private Optional<Stamp> seen = Optional.empty();
        private T value;
        private Optional<String> problem = Optional.empty();

        private record Stamp(FileTime time, long size) {}

        Kept(Path file, Function<Path, T> reading, T none) {
            this.file = file;
            this.reading = reading;
            this.none = none;
            this.value = none;
        }

        void poll() {
            Optional<Stamp> now = stamp();
            if (now.equals(seen)) {
                return;
            }
            seen = now;
            value = none;
            problem = Optional.empty();
            if (now.isPresent()) {
                try {
                    value = reading.apply(file);
                } catch (BadInputException | RunStorageException e) {
                    problem = Optional.of(e.getMessage());
                }
            }
        }

        private Optional<Stamp> stamp() {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                return Optional.of(new Stamp(attributes.lastModifiedTime(), attributes.size()));
            } catch (IOException _) {
                return Optional.empty();
            }
        }
    }
}
