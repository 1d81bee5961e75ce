package org.densepath.paint.file;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.densepath.BadInputException;
import org.densepath.paint.BarFigure;
import org.densepath.paint.CurveFigure;
import org.densepath.paint.Figure;
import org.densepath.paint.HeatmapFigure;
import org.densepath.paint.PairFigure;
import org.densepath.paint.RadarFigure;

/// A [KeptFigure] as one line of text that stands, uncompressed, in every kind of figure file:
/// `{"densepath":1,"provenance":{…},"figure":"…"}`. Provenance can be read by eye; the figure's data and settings
/// are deflated JSON in Base64. The line is ASCII and holds no `<`, `>` or `&`, so that XML and HTML take it as
/// it is.
final class FigureStamp {
    private static final int FORMAT = 1;
    private static final String START = "{\"densepath\":";
    /// Much more than any figure: a forged file must not fill the memory.
    private static final int MOST_BYTES = 256 << 20;

    /// Of a figure's curves together; denser ones are thinned to what can be seen, or the stamp would be larger
    /// than the drawing.
    private static final int MOST_POINTS = 20_000;

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

    private FigureStamp() {}

    static String of(KeptFigure kept) {
        try {
            ObjectNode data = JSON.createObjectNode();
            data.put("kind", kind(kept.figure()));
            data.set("data", JSON.valueToTree(Thinning.of(kept.figure(), MOST_POINTS)));
            data.set("settings", JSON.valueToTree(kept.settings()));
            ObjectNode stamp = JSON.createObjectNode().put("densepath", FORMAT);
            stamp.set("provenance", JSON.valueToTree(kept.provenance()));
            stamp.put("figure", Base64.getEncoder().encodeToString(deflated(JSON.writeValueAsBytes(data))));
            return JSON.writer(new PlainAscii())
                    .with(JsonGenerator.Feature.ESCAPE_NON_ASCII)
                    .writeValueAsString(stamp);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures are plain data", e);
        }
    }

    /// The figure that a file's bytes keep; empty when there is no stamp in them.
    ///
    /// @throws BadInputException when there is one that cannot be read
    static Optional<KeptFigure> find(String name, byte[] bytes) {
        byte[] file = CommentBlock.joined(bytes);
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int start = text.indexOf(START);
        if (start < 0) {
            return Optional.empty();
        }
        try {
            JsonNode stamp = JSON.readTree(new ByteArrayInputStream(file, start, file.length - start));
            int format = stamp.get("densepath").asInt();
            if (format != FORMAT) {
                throw new BadInputException(name + " was made by a newer version (its figure has format " + format
                        + ", this program reads " + FORMAT + "); read it with that version.");
            }
            JsonNode data = JSON.readTree(
                    inflated(Base64.getDecoder().decode(stamp.get("figure").asText())));
            Map<String, String> provenance = new LinkedHashMap<>();
            stamp.get("provenance")
                    .properties()
                    .forEach(e -> provenance.put(e.getKey(), e.getValue().asText()));
            Figure figure =
                    JSON.treeToValue(data.get("data"), type(data.get("kind").asText()));
            FigureSettings settings = JSON.treeToValue(data.get("settings"), FigureSettings.class);
            return Optional.of(new KeptFigure(figure, settings, provenance));
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            throw new BadInputException(
                    "The figure kept in " + name + " is spoiled or of another version; export it again from its run.");
        }
    }

    private static String kind(Figure figure) {
        return switch (figure) {
            case HeatmapFigure _ -> "heatmap";
            case PairFigure _ -> "pair";
            case CurveFigure _ -> "curves";
            case BarFigure _ -> "bars";
            case RadarFigure _ -> "radar";
        };
    }

    private static Class<? extends Figure> type(String kind) {
        return switch (kind) {
            case "heatmap" -> HeatmapFigure.class;
            case "pair" -> PairFigure.class;
            case "curves" -> CurveFigure.class;
            case "bars" -> BarFigure.class;
            case "radar" -> RadarFigure.class;
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("memory takes bytes", e);
        }
        return out.toByteArray();
    }

    private static byte[] inflated(byte[] bytes) throws IOException {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            byte[] all = in.readNBytes(MOST_BYTES);
            if (in.read() >= 0) {
                throw new IOException("more than " + MOST_BYTES + " bytes");
            }
            return all;
        }
    }

    /// Escapes what markup would take for its own.
    private static final class PlainAscii extends CharacterEscapes {
        private static final long serialVersionUID = 1;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            for (char c : "<>&'".toCharArray()) {
                codes[c] = ESCAPE_CUSTOM;
            }
            return codes;
        }

        @Override
        public SerializableString getEscapeSequence(int c) {
            return new SerializedString(String.format("\\u%04x", c));
        }
    }
}
