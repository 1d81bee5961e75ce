package org.densepath.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
    @ParameterizedTest
    @EnumSource
    void lightnessChangesInOneDirectionFromZeroOutwards(ColourMap map) {
        for (Theme theme : Theme.all()) {
            Palette palette = theme.palette(map);
            for (int sign : map.diverging() ? new int[] {-1, 1} : new int[] {1}) {
                double direction = Math.signum(lightness(palette, sign) - lightness(palette, 0));
                for (int i = 0; i < 100; i++) {
                    double step = lightness(palette, sign * (i + 1) / 100.0) - lightness(palette, sign * i / 100.0);
                    assertTrue(step * direction >= 0, theme.name() + " " + map + " at " + i + ": " + step);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void zeroIsTheBackgroundSaveForViridis(ColourMap map) {
        for (Theme theme : Theme.all()) {
            assertEquals(map != ColourMap.VIRIDIS, theme.palette(map).at(0).equals(theme.background()));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BLUE_ORANGE", "PURPLE_GREEN", "BROWN_TEAL"})
    void signsStayApartForColourDeficientEyes(ColourMap map) {
        for (Theme theme : Theme.all()) {
            for (double size : new double[] {0.5, 1}) {
                Ink down = theme.palette(map).at(-size);
                Ink up = theme.palette(map).at(size);
                // protanopia and deuteranopia at full severity (Machado, Oliveira and Fernandes 2009)
                double protan = seen(down, PROTAN).distance(seen(up, PROTAN));
                double deutan = seen(down, DEUTAN).distance(seen(up, DEUTAN));
                assertTrue(
                        Math.min(protan, deutan) > 15 * size, theme.name() + " " + map + ": " + protan + ", " + deutan);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void outsideTheRangeTheEndsColourStays(ColourMap map) {
        Palette palette = Theme.DARK.palette(map);
        assertEquals(palette.at(1), palette.at(7));
        assertEquals(palette.at(map.diverging() ? -1 : 0), palette.at(-7));
        assertThrows(IllegalArgumentException.class, () -> palette.at(Double.NaN));
    }

    private static final double[][] PROTAN = {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    };
    private static final double[][] DEUTAN = {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    };

    private static double lightness(Palette palette, double position) {
        return Lab.of(palette.at(position)).lightness();
    }

    private static Lab seen(Ink ink, double[][] eye) {
        double[] light = {Ink.linear(ink.red()), Ink.linear(ink.green()), Ink.linear(ink.blue())};
        int[] parts = new int[3];
        for (int i = 0; i < 3; i++) {
            double linear = Math.clamp(eye[i][0] * light[0] + eye[i][1] * light[1] + eye[i][2] * light[2], 0, 1);
            double c = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
            parts[i] = (int) Math.round(255 * c);
        }
        return Lab.of(Ink.rgb(parts[0], parts[1], parts[2]));
    }
}
