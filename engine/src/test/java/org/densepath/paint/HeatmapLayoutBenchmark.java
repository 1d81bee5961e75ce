package org.densepath.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How long laying out 50,000 tokens takes with real fonts, and drawing one screen of them.
@Tag("benchmark")
class HeatmapLayoutBenchmark {
    private static final int TOKENS = 50_000;

    @Test
    void layoutAndOneScreen() {
        Random random = new Random(1);
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < TOKENS; i++) {
            tokens.add(" t" + Integer.toString(random.nextInt(20_000), 36) + (i % 300 == 0 ? "\n" : ""));
        }
        for (int round = 0; round < 8; round++) {
            AwtTextMeasure measure = new AwtTextMeasure();
            long start = cpu();
            HeatmapLayout layout = HeatmapLayout.of(tokens, HeatmapStyle.DENSE, 14, measure, 900);
            long laidOut = cpu();
            var image = new java.awt.image.BufferedImage(900, 900, java.awt.image.BufferedImage.TYPE_INT_RGB);
            new CreditPainter(Theme.LIGHT, ColourMap.BLUE_ORANGE, ValueRange.symmetric(1))
                    .paint(
                            Graphics2DSurface.ofPixels(image.createGraphics(), measure, 1),
                            layout,
                            new float[TOKENS],
                            0,
                            0,
                            0,
                            900);
            System.out.printf(
                    "layout %.1f ms, %d lines; screen %.1f ms%n",
                    (laidOut - start) / 1e6, layout.lines(), (cpu() - laidOut) / 1e6);
        }
    }

    /// Of this thread, because other work on the machine shows in the clock.
    private static long cpu() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
