package org.densepath.paint.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.densepath.BadInputException;
import org.densepath.paint.AwtTextMeasure;
import org.densepath.paint.Figure;
import org.densepath.paint.FigurePainter;

/// Figures as files that know where they come from, and from which they can be drawn again. The same figure gives
/// the same bytes on every machine with the same fonts.
public final class FigureFile {
    /// Larger files are no figures of ours.
    private static final long MOST_BYTES = 1L << 30;

    private FigureFile() {}

    /// Writes `figure` to `file`, which appears whole or not at all.
    ///
    /// @throws BadInputException when the file exists, or the picture would be too large to draw
    /// @throws WriteRefused when the disk refuses; nothing is left behind then
    public static void write(Path file, KeptFigure figure, FigureFormat format) throws IOException {
        if (Files.exists(file)) {
            throw new BadInputException(file + " exists already; choose another name or remove it first.");
        }
        replace(file, figure, format);
    }

    /// As [#write], in place of a file that may exist.
    public static void replace(Path file, KeptFigure figure, FigureFormat format) throws IOException {
        byte[] bytes = bytes(figure, format);
        Path whole = file.toAbsolutePath();
        // not a system temporary file, whose access rights the figure would keep
        Path part = whole.resolveSibling(
                "." + whole.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            fill(part, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e instanceof WriteRefused refused ? refused.of(file) : new WriteRefused(file, e);
        }
    }

    static void fill(Path file, byte[] bytes, OpenOption... options) throws WriteRefused {
        try (FileChannel channel = FileChannel.open(file, options)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new WriteRefused(file, e);
        }
    }

    /// What [#write] puts into the file: for the clipboard or another container.
    public static byte[] bytes(KeptFigure kept, FigureFormat format) throws IOException {
        String stamp = FigureStamp.of(kept);
        return switch (format) {
            case PNG -> png(kept, stamp);
            case SVG -> svg(kept, stamp).getBytes(StandardCharsets.UTF_8);
            case PDF -> PdfPage.of(kept, stamp);
            case HTML -> HtmlPage.of(kept, stamp).getBytes(StandardCharsets.UTF_8);
            case CSV -> CsvTable.of(kept, stamp).getBytes(StandardCharsets.UTF_8);
            case TEX -> LatexSource.of(kept, stamp).getBytes(StandardCharsets.UTF_8);
        };
    }

    /// The figure that a file of any format keeps.
    ///
    /// @throws BadInputException when there is no such file, or no figure in it
    /// @throws IOException when it cannot be read
    public static KeptFigure read(Path file) throws IOException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new BadInputException(file + " is larger than any figure that this program has written.");
            }
            return FigureStamp.find(file.toString(), Files.readAllBytes(file))
                    .orElseThrow(() -> new BadInputException(file + " keeps no figure: it was not written by"
                            + " DensePath, or another program has removed what it kept."));
        } catch (NoSuchFileException e) {
            throw new BadInputException("There is no file " + file + ".");
        }
    }

    private static byte[] png(KeptFigure kept, String stamp) throws IOException {
        AwtTextMeasure measure = kept.measure();
        FigureSize size = kept.settings().size();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("Title", kept.figure().title());
        texts.put("Description", kept.figure().caption());
        texts.put("Software", "DensePath Workbench");
        texts.put("densepath", stamp);
        return PngPicture.bytes(PngPicture.draw(kept.painter(measure), measure, size.scale()), size.dpi(), texts);
    }

    private static String svg(KeptFigure kept, String stamp) {
        AwtTextMeasure measure = kept.measure();
        FigurePainter painter = kept.painter(measure);
        SvgSurface surface = new SvgSurface(painter.width(), painter.height(), measure, "d");
        painter.paint(surface);
        Figure figure = kept.figure();
        return surface.document(kept.settings().size().widthMillimetres(), figure.title(), figure.caption(), stamp);
    }
}
