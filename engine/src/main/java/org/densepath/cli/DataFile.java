package org.densepath.cli;

import java.nio.file.Path;
import java.util.List;
import org.densepath.data.DemonstrationFile;
import org.densepath.data.DemonstrationReader;
import org.densepath.data.PromptFile;
import org.densepath.data.PromptReader;
import org.densepath.data.Refused;

/// A data file as what it is good for: demonstrations where it has any, else prompts.
sealed interface DataFile {
    record Demonstrations(DemonstrationFile file) implements DataFile {}

    record Prompts(PromptFile file) implements DataFile {}

    /// What a person may say a file is.
    enum Kind {
        AUTO,
        DEMONSTRATIONS,
        PROMPTS
    }

    /// Throws [org.densepath.BadInputException] when the file is missing, empty or of no kind that can be read.
    static DataFile read(Path path, Kind kind) {
        if (kind == Kind.PROMPTS) {
            return new Prompts(PromptReader.read(path));
        }
        DemonstrationFile demonstrations = DemonstrationReader.read(path);
        if (kind == Kind.AUTO && demonstrations.demonstrations().isEmpty()) {
            PromptFile prompts = PromptReader.read(path);
            return prompts.prompts().isEmpty() ? new Demonstrations(demonstrations) : new Prompts(prompts);
        }
        return new Demonstrations(demonstrations);
    }

    default String kind() {
        return this instanceof Demonstrations ? "demonstrations" : "prompts";
    }

    default String format() {
        return switch (this) {
            case Demonstrations d -> d.file().format();
            case Prompts p -> p.file().format();
        };
    }

    default int records() {
        return switch (this) {
            case Demonstrations d -> d.file().demonstrations().size();
            case Prompts p -> p.file().prompts().size();
        };
    }

    default List<Refused> refused() {
        return switch (this) {
            case Demonstrations d -> d.file().refused();
            case Prompts p -> p.file().refused();
        };
    }

    /// What was left out of records that are used.
    default List<Refused> notes() {
        return this instanceof Demonstrations d ? d.file().notes() : List.of();
    }
}
