package org.densepath.bench;

import java.nio.file.Path;
import java.util.List;
import org.densepath.BadInputException;
import org.densepath.data.Prompt;
import org.densepath.data.PromptFile;
import org.densepath.data.PromptReader;

/// A benchmark's file of prompts, of which all can be used or none.
public final class BenchmarkPrompts {
    private BenchmarkPrompts() {}

    /// The first `limit` prompts, all where it is 0. Throws [BadInputException] when the file is missing or a
    /// line is damaged or has an id that was there before.
    public static List<Prompt> read(Path file, int limit) {
        PromptFile read = PromptReader.read(file);
        if (!read.refused().isEmpty()) {
            throw new BadInputException(file + ", " + read.refused().getFirst() + "; correct or remove it.");
        }
        List<Prompt> all = read.prompts();
        return limit > 0 && limit < all.size() ? all.subList(0, limit) : all;
    }
}
