package org.densepath.house;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The project's source format: palantir-java-format, run on JDK 25 because its parser is the running JDK's.
/// `main` rewrites every file.
final class SourceFormat {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(false)
            .build());

    /// Below the formatter's 120, which it takes from an indented comment's width twice.
    private static final int LINE_LENGTH = 114;
    private static final Pattern DOC_LINE = Pattern.compile("(\\s*)/// ?(.*)");
    private static final Pattern PROSE = Pattern.compile("(?![-*#|>] |@|\\d+\\. |```|\\|)\\S");

    private SourceFormat() {}

    static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> engine = Files.walk(root.resolve("engine/src"));
                Stream<Path> app = Files.walk(root.resolve("app/src"))) {
            return Stream.concat(engine, app)
                    .filter(p -> p.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    static String formatted(String source) throws FormatterException {
        return FORMATTER.formatSourceAndFixImports(fillDocComments(source));
    }

    /// The formatter breaks a long `///` line into a `//` one; so paragraphs are filled before it sees them.
    /// Lists, tables, headings and code keep their lines.
    private static String fillDocComments(String source) {
        List<String> lines = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        String indent = "";
        boolean code = false;
        for (String line : source.split("\n", -1)) {
            Matcher doc = DOC_LINE.matcher(line);
            boolean isDoc = doc.matches();
            code = isDoc ? code ^ doc.group(2).startsWith("```") : false;
            if (isDoc && !code && PROSE.matcher(doc.group(2)).lookingAt()) {
                indent = doc.group(1);
                paragraph
                        .append(paragraph.isEmpty() ? "" : " ")
                        .append(doc.group(2).strip());
                continue;
            }
            flush(paragraph, indent, lines);
            lines.add(line);
        }
        flush(paragraph, indent, lines);
        return String.join("\n", lines);
    }

    private static void flush(StringBuilder paragraph, String indent, List<String> lines) {
        String prefix = indent + "/// ";
        StringBuilder line = new StringBuilder();
        for (String word :
                paragraph.isEmpty() ? new String[0] : paragraph.toString().split(" +")) {
            if (!line.isEmpty() && prefix.length() + line.length() + 1 + word.length() > LINE_LENGTH) {
                lines.add(prefix + line);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(prefix + line);
        }
        paragraph.setLength(0);
    }

    public static void main(String[] args) throws IOException, FormatterException {
        for (Path file : sources(Path.of(args[0]))) {
            String source = Files.readString(file);
            String formatted;
            try {
                formatted = formatted(source);
            } catch (FormatterException e) {
                System.err.println(file + ": " + e.getMessage());
                continue;
            }
            if (!formatted.equals(source)) {
                Files.writeString(file, formatted);
                System.out.println("formatted " + file);
            }
        }
    }
}
