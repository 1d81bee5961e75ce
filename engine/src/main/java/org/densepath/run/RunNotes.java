package org.densepath.run;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What a person keeps about a run, in its `notes.json`: tags and a note. For people only; nothing is computed
/// from it, and a run without the file is complete.
///
/// @param tags without blanks around them, each once
public record RunNotes(List<String> tags, String note) {
    public static final RunNotes NONE = new RunNotes(List.of(), "");

    static final String FILE = "notes.json";

    public RunNotes {
        tags = tags == null
                ? List.of()
                : tags.stream()
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .toList();
        note = note == null ? "" : note;
    }

    /// The notes in `run`'s folder; [#NONE] without a file.
    ///
    /// Throws [org.densepath.BadInputException] when the file is spoiled.
    public static RunNotes read(Path run) {
        Path file = run.resolve(FILE);
        return Files.exists(file) ? RunJson.read(file, RunNotes.class) : NONE;
    }

    /// Replaces the notes in `run`'s folder, whole or not at all.
    ///
    /// Throws [RunStorageException] when the disk refuses.
    public void write(Path run) {
        if (!Files.isDirectory(run)) {
            throw RunStorageException.writing(run.resolve(FILE), new NoSuchFileException(run.toString()));
        }
        try {
            RunJson.write(run.resolve(FILE), this);
        } catch (RunStorageException e) {
            // a worker that starts sweeps away unfinished files, this one among them
            RunJson.write(run.resolve(FILE), this);
        }
    }

    public RunNotes withTag(String tag) {
        return new RunNotes(Stream.concat(tags.stream(), Stream.of(tag)).toList(), note);
    }

    public RunNotes withoutTag(String tag) {
        return new RunNotes(tags.stream().filter(t -> !t.equals(tag)).toList(), note);
    }

    public RunNotes withNote(String text) {
        return new RunNotes(tags, text);
    }
}
