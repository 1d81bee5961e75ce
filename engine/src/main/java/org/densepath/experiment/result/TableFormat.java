package org.densepath.experiment.result;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.densepath.BadInputException;

/// The kinds of text that a [ResultTable] is written as.
public enum TableFormat {
    LATEX("latex", "tex", "LaTeX table"),
    CSV("csv", "csv", "CSV table"),
    MARKDOWN("markdown", "md", "Markdown table");

    private final String id;
    private final String extension;
    private final String label;

    TableFormat(String id, String extension, String label) {
        this.id = id;
        this.extension = extension;
        this.label = label;
    }

    /// Without the dot.
    public String extension() {
        return extension;
    }

    /// What a person calls it.
    public String label() {
        return label;
    }

    /// The whole text, with a newline at its end. LaTeX and Markdown have the main columns, CSV all.
    public String of(ResultTable table) {
        return switch (this) {
            case LATEX -> LatexTable.of(table.main());
            case CSV -> ResultCsv.of(table);
            case MARKDOWN -> MarkdownTable.of(table.main());
        };
    }

    /// As a command line names it.
    ///
    /// @throws BadInputException when there is no such format
    public static TableFormat named(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> format.id.equals(wanted) || format.extension.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        "A table is not written as '" + name + "'; choose " + String.join(", ", ids()) + "."));
    }

    private static List<String> ids() {
        return Stream.of(values()).map(format -> format.id).toList();
    }
}
