package org.densepath.paint.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.densepath.BadInputException;

/// The kinds of file a figure is exported to.
public enum FigureFormat {
    PNG("png", "PNG picture", "pixels, with their density"),
    SVG("svg", "SVG drawing", "shapes and real text, for editing and for web pages"),
    PDF("pdf", "PDF page", "shapes and real text with its fonts, for papers"),
    HTML("html", "HTML page", "one file that shows the values under the pointer"),
    CSV("csv", "CSV table", "one row a token or a point"),
    TEX("tex", "LaTeX source", "to be read into a document with \\input");

    private final String extension;
    private final String label;
    private final String purpose;

    FigureFormat(String extension, String label, String purpose) {
        this.extension = extension;
        this.label = label;
        this.purpose = purpose;
    }

    /// Without the dot.
    public String extension() {
        return extension;
    }

    /// What a person calls it: `PNG picture`.
    public String label() {
        return label;
    }

    /// What it holds, in a few words.
    public String purpose() {
        return purpose;
    }

    /// By extension.
    ///
    /// @throws BadInputException when there is no such format
    public static FigureFormat named(String extension) {
        String wanted = extension.strip().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(f -> f.extension.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new BadInputException("Figures are not written as '" + extension + "'; choose "
                        + String.join(", ", extensions()) + "."));
    }

    /// The one that the file's name ends with.
    ///
    /// @throws BadInputException when there is no such format
    public static FigureFormat of(Path file) {
        String name = file.getFileName().toString();
        if (name.lastIndexOf('.') < 0) {
            throw new BadInputException("The name " + name + " does not say what to write; let it end with ."
                    + String.join(", .", extensions()) + ".");
        }
        return named(name.substring(name.lastIndexOf('.') + 1));
    }

    private static List<String> extensions() {
        return Stream.of(values()).map(FigureFormat::extension).toList();
    }
}
