package org.densepath.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTimeTest {
    @ParameterizedTest
    @CsvSource({"0, 0 s", "89, 89 s", "90, 2 min", "3540, 59 min", "3600, 1 h", "4800, 1 h 20 min"})
    void ofSpeaksAsExactlyAsAnEstimateDeserves(long seconds, String spoken) {
        assertEquals(spoken, SpokenTime.of(Duration.ofSeconds(seconds)));
    }
}
