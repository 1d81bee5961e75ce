package org.densepath.bench.ifeval.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Counts that Python's `re.findall` gives.
class PythonPatternTest {
    @ParameterizedTest
    @CsvSource({
        "'\\w+', 'नमस्ते जी', 3",
        "'a{,2}b', 'b ab aab', 3",
        "'x{y', 'x{y', 1",
        "'[[&]', 'a[b&c', 2",
        "'(?P<n>a)(?#c)b', 'ab', 1",
        "'.', 'a\u0085b\u2028', 4",
        "'\\s', 'a\u001cb\u00a0c', 2",
        "'\\bit\\b', 'it Éit it_', 1",
    })
    void findsWhatPythonFinds(String pattern, String text, int count) {
        assertEquals(count, PythonPattern.count(PythonPattern.of(pattern), text));
    }

    @Test
    void nltksEngineKeepsMarksWithinWords() {
        assertEquals(2, PythonPattern.count(PythonPattern.nltk("\\w+"), "नमस्ते जी"));
        assertEquals(1, PythonPattern.count(PythonPattern.nltk("\\s"), "a\u001cb\u00a0c"));
    }

    @Test
    void lineEndsAreNewlinesOnly() {
        assertEquals(2, PythonPattern.count(PythonPattern.multiline("^a.*$"), "a\rb\na\u2028"));
        assertEquals(1, PythonPattern.count(PythonPattern.of("a$"), "a\na\n"));
    }

    @Test
    void caseIsIgnoredBeyondAscii() {
        assertEquals(2, PythonPattern.count(PythonPattern.ignoringCase("é"), "É é"));
    }
}
