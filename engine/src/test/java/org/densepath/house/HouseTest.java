package org.densepath.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The house rules that a machine can check: format, file sizes, package names.
class HouseTest {
    private static final Path ROOT = Path.of(System.getProperty("densepath.root", ".."));

    @Test
    void everyFileIsInTheProjectsFormat() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Path file : SourceFormat.sources(ROOT)) {
            String source = Files.readString(file);
            if (!SourceFormat.formatted(source).equals(source)) {
                wrong.add(ROOT.relativize(file).toString());
            }
        }
        assertEquals(List.of(), wrong, "run: mvn -Pformat -DskipTests test-compile");
    }

    @Test
    void noFileIsAbove400LinesAndNineInTenAreBelow260() throws Exception {
        List<String> tooLong = new ArrayList<>();
        int files = 0;
        int above260 = 0;
        for (Path file : SourceFormat.sources(ROOT)) {
            long lines;
            try (var all = Files.lines(file)) {
                lines = all.count();
            }
            files++;
            above260 += lines > 260 ? 1 : 0;
            if (lines > 400) {
                tooLong.add(ROOT.relativize(file) + " has " + lines);
            }
        }
        assertEquals(List.of(), tooLong);
        assertTrue(above260 * 10 <= files, above260 + " of " + files + " files are above 260 lines");
    }

    @Test
    void noPackageIsNamedForNothingInParticular() throws Exception {
        for (Path file : SourceFormat.sources(ROOT)) {
            for (Path part : ROOT.relativize(file)) {
                assertTrue(
                        !List.of("util", "utils", "common", "helper", "helpers", "manager", "misc")
                                .contains(part.toString()),
                        file.toString());
            }
        }
    }
}
