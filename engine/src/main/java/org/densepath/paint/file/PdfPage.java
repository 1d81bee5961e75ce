package org.densepath.paint.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.densepath.paint.AwtTextMeasure;
import org.densepath.paint.FigurePainter;

/// Figures as PDF: one page of the figure's own size, as `\includegraphics` wants it.
final class PdfPage {
    private static final float POINTS_PER_UNIT = 0.75f;

    private PdfPage() {}

    static byte[] of(KeptFigure kept, String stamp) throws IOException {
        AwtTextMeasure measure = kept.measure();
        FigurePainter painter = kept.painter(measure);
        float width = (float) painter.width() * POINTS_PER_UNIT;
        float height = (float) painter.height() * POINTS_PER_UNIT;
        try (PDDocument document = new PDDocument()) {
            // by default made from the clock; a figure drawn twice must give the same file
            document.setDocumentId(0L);
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.transform(new Matrix(POINTS_PER_UNIT, 0, 0, -POINTS_PER_UNIT, 0, height));
                painter.paint(new PdfSurface(content, new PdfFonts(document), measure));
            }
            describe(document, kept);
            PDMetadata metadata = new PDMetadata(document);
            metadata.importXMPMetadata(packet(kept, stamp).getBytes(StandardCharsets.UTF_8));
            document.getDocumentCatalog().setMetadata(metadata);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static void describe(PDDocument document, KeptFigure kept) {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(kept.figure().title());
        information.setSubject(kept.figure().caption());
        information.setKeywords(kept.provenance().entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining("; ")));
        information.setCreator("DensePath Workbench");
    }

    /// XMP, where programs look for what a file is about.
    private static String packet(KeptFigure kept, String stamp) {
        return """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dp="https://densepath.org/figure/1/">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
            <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
            <dp:figure>%s</dp:figure>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>\
            """.formatted(
                        SvgSurface.escaped(kept.figure().title()),
                        SvgSurface.escaped(kept.figure().caption()),
                        stamp);
    }
}
