package org.densepath.sample.task;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The three ways in which a listing may be asked for.
public enum ListStyle {
    /// A line `- cat` for each.
    @JsonProperty("bullets")
    BULLETS {
        @Override
        String write(List<String> items) {
            return items.stream().map(item -> BULLET + item).collect(Collectors.joining("\n"));
        }

        @Override
        List<String> read(String response) {
            List<String> lines = Stream.of(response.split("\n", -1)).toList();
            return lines.stream().allMatch(line -> line.startsWith(BULLET))
                    ? lines.stream()
                            .map(line -> line.substring(BULLET.length()))
                            .toList()
                    : List.of();
        }
    },

    /// `cat, dog. DONE`
    @JsonProperty("done")
    DONE {
        @Override
        String write(List<String> items) {
            return Spelling.list(items) + ENDING;
        }

        @Override
        List<String> read(String response) {
            return response.endsWith(ENDING)
                    ? Spelling.items(response.substring(0, response.length() - ENDING.length()))
                    : List.of();
        }
    },

    /// `cat, dog.`
    @JsonProperty("line")
    LINE {
        @Override
        String write(List<String> items) {
            return Spelling.list(items) + ".";
        }

        @Override
        List<String> read(String response) {
            return Spelling.items(response);
        }
    };

    private static final String BULLET = "- ";
    private static final String ENDING = ". DONE";

    abstract String write(List<String> items);

    /// The items, or an empty list when the response is not in this style.
    abstract List<String> read(String response);
}
