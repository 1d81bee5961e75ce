package org.densepath.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.densepath.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsDifferenceTest {
    @TempDir
    Path folder;

    @Test
    void onlyKeysThatDifferAreListed() throws IOException {
        SettingsDifference difference = SettingsDifference.of(List.of(
                settings("{'name':'a','seeds':[1,2],'dpr':{'klCoefficient':1.0,'learningRate':1.0E-5,'steps':40}}"),
                settings("{'name':'b','seeds':[1],'dpr':{'klCoefficient':1,'learningRate':0.00002,'steps':40}}")));

        assertEquals(
                List.of(row("seeds", "1, 2", "1"), row("dpr.learningRate", "0.00001", "0.00002")), difference.rows());
        assertEquals(2, difference.same());
    }

    @Test
    void aKeyThatOneFileLacksDiffers() throws IOException {
        SettingsDifference difference = SettingsDifference.of(
                List.of(settings("{'reward':{'clip':null}}"), settings("{}"), settings("{'reward':{'clip':2}}")));

        assertEquals(
                List.of(new SettingsDifference.Row(
                        "reward.clip", List.of(Optional.of("off"), Optional.empty(), Optional.of("2")))),
                difference.rows());
    }

    @Test
    void numbersHaveOneShortText() throws IOException {
        RunSettings settings = settings("{'a':1.0E-8,'b':0.95,'c':0.0,'d':1234567890123,'e':1e2,'f':0.00012345678}");

        assertEquals(
                "{a=1e-8, b=0.95, c=0, d=1234567890123, e=100, f=0.00012345678}",
                settings.values().toString());
    }

    @Test
    void whatIsNoObjectIsRefused() throws IOException {
        assertThrows(BadInputException.class, () -> settings("[1]"));
        assertThrows(BadInputException.class, () -> settings("{'a':"));
        assertThrows(RunStorageException.class, () -> RunSettings.read(folder.resolve("gone.json")));
    }

    private RunSettings settings(String json) throws IOException {
        Path file = folder.resolve("experiment.json");
        Files.writeString(file, json.replace('\'', '"'));
        return RunSettings.read(file);
    }

    private static SettingsDifference.Row row(String key, String... values) {
        return new SettingsDifference.Row(
                key, List.of(values).stream().map(Optional::of).toList());
    }
}
