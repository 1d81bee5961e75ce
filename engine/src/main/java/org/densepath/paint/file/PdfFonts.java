package org.densepath.paint.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.densepath.paint.Ink;
import org.densepath.paint.font.FontFile;
import org.densepath.paint.font.Typeface;

/// The fonts and other shared resources of one PDF document. Fonts are embedded with the glyphs that are used.
final class PdfFonts {
    private final PDDocument document;
    private final Map<String, PDFont> fonts = new HashMap<>();
    private final Map<Integer, PDExtendedGraphicsState> opacities = new HashMap<>();

    PdfFonts(PDDocument document) {
        this.document = document;
    }

    /// The font in the document; null when its file cannot be embedded (PostScript outlines, no permission, no
    /// file), or lacks a glyph of `text`.
    PDFont embedded(FontFile file, String text) throws IOException {
        if (!fonts.containsKey(file.name())) {
            fonts.put(file.name(), load(file));
        }
        PDFont font = fonts.get(file.name());
        try {
            if (font != null) {
                font.encode(text);
            }
            return font;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// Has a blank.
    PDFont blank() throws IOException {
        return embedded(Typeface.SANS.file(false), " ");
    }

    PDExtendedGraphicsState opacity(Ink ink) {
        return opacities.computeIfAbsent(ink.alpha(), alpha -> {
            PDExtendedGraphicsState state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant(alpha / 255f);
            state.setStrokingAlphaConstant(alpha / 255f);
            return state;
        });
    }

    private PDFont load(FontFile file) throws IOException {
        if (!file.isFile()) {
            return null;
        }
        byte[] bytes;
        try (InputStream in = file.open()) {
            bytes = in.readAllBytes();
        }
        try {
            TrueTypeFont font = parsed(bytes);
            return font.getTableMap().containsKey("glyf") ? PDType0Font.load(document, font, true) : null;
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            // not allowed to be embedded, or not understood: drawn as shapes then
            return null;
        }
    }

    private static TrueTypeFont parsed(byte[] bytes) throws IOException {
        boolean collection =
                bytes.length > 4 && new String(bytes, 0, 4, java.nio.charset.StandardCharsets.US_ASCII).equals("ttcf");
        if (!collection) {
            return new TTFParser().parse(new RandomAccessReadBuffer(bytes));
        }
        List<TrueTypeFont> members = new ArrayList<>();
        new TrueTypeCollection(new ByteArrayInputStream(bytes)).processAllFonts(members::add);
        return members.getFirst();
    }
}
