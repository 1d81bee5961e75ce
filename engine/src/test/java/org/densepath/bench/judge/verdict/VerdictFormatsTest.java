package org.densepath.bench.judge.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.densepath.bench.judge.ask.JudgeReply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each format's table of replies. `none`: no verdict.
class VerdictFormatsTest {
    private static JudgeReply reply(String text) {
        return new JudgeReply(text.replace("\\n", "\n"), Map.of(), 1, 1, "judge");
    }

    private static void assertReads(VerdictFormat format, String text, String expected) {
        Reading reading = format.read(reply(text));
        if (expected.equals("none")) {
            assertFalse(reading.parsed(), text + " was read as " + reading);
            assertTrue(Double.isNaN(reading.value()) && reading.weight() == 0, reading.toString());
        } else {
            assertTrue(reading.parsed(), text + ": " + reading.reason());
            assertEquals(expected, reading.value() + " x " + reading.weight(), text);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Good. Rating: [[5]]                      | 5.0 x 1.0
        Rating: [[7.5]]                          | 7.5 x 1.0
        Rating: [[10]]                           | 10.0 x 1.0
        [[1]]                                    | 1.0 x 1.0
        Rating: [[8.]]                           | 8.0 x 1.0
        Rating: [6]                              | 6.0 x 1.0
        [2] of the points hold. Rating: [[9]]    | 9.0 x 1.0
        [[3]] at first, but then [[8]]           | 3.0 x 1.0
        [4] or [9]                               | 4.0 x 1.0
        评分如下。\\n这个回答很好。评分：[[8]]           | 8.0 x 1.0
        Rating: [[0]]                            | none
        Rating: [[11]]                           | none
        Rating: [[10.5]]                         | none
        Rating: [[-3]]                           | none
        [[12]] no, [[7]]                         | none
        Rating: [[0.99]]                         | none
        Rating: [[five]]                         | none
        Rating: [[rating]]                       | none
        Rating: [[8/10]]                         | none
        Rating: 8                                | none
        评分：八分                                | none
        Rating: [[ 5 ]]                          | none
        ''                                       | none
        """)
    void ratingIsTheFirstNumberInBracketsFromOneToTen(String text, String expected) {
        assertReads(new Rating(), text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        A is better. [[A]]                       | 1.0 x 1.0
        [[B]]                                    | 0.0 x 1.0
        Both are fine: [[C]]                     | 0.5 x 1.0
        [[A]] - as said, [[A]]                   | 1.0 x 1.0
        [[A]] or [[B]]                           | none
        [[A]], well, [[C]]                       | none
        [[A]] [[B]] [[C]]                        | none
        [A]                                      | none
        [[a]]                                    | none
        [[D]]                                    | none
        [[A>B]]                                  | none
        Assistant A is better.                   | none
        回答甲更好。[[甲]]                         | none
        助手A更好。[[A]]                           | 1.0 x 1.0
        ''                                       | none
        """)
    void pairChoiceIsOneLabelAndNoOther(String text, String expected) {
        assertReads(new PairChoice(), text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        [[A>>B]]                                 | 1.0 x 3.0
        [[A>B]]                                  | 1.0 x 1.0
        [[A=B]]                                  | 0.5 x 1.0
        [[B>A]]                                  | 0.0 x 1.0
        [[B>>A]]                                 | 0.0 x 3.0
        [[B<<A]]                                 | 1.0 x 3.0
        [[B<A]]                                  | 1.0 x 1.0
        [[B=A]]                                  | 0.5 x 1.0
        [[A<B]]                                  | 0.0 x 1.0
        [[A<<B]]                                 | 0.0 x 3.0
        my verdict is [[a>>b]]                   | 1.0 x 3.0
        [[A>B]] at first, finally [[B>>A]]       | 0.0 x 3.0
        [B>A]                                    | 0.0 x 1.0
        [A>B] and then [A=B]                     | 0.5 x 1.0
        [[A>B]] though [B>A]                     | 1.0 x 1.0
        我的最终结论是：[[A>B]]                     | 1.0 x 1.0
        [[A>>>B]]                                | none
        [[A<>B]]                                 | none
        [[A>A]]                                  | none
        [[A]]                                    | none
        [[A > B]]                                | none
        A>>B                                     | none
        甲比乙好                                  | none
        ''                                       | none
        """)
    void arenaChoiceIsTheLastLabelWithClearOnesCountedThrice(String text, String expected) {
        assertReads(new ArenaChoice(), text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        m  | -0.1 | M  | -2.5 | 0.9168273035060777
        M  | -0.1 | m  | -2.5 | 0.08317269649392238
        m  | -0.7 | M  | -0.7 | 0.5
        m  | -1.0 | x  | -0.5 | 1.0
        x  | -0.5 | M  | -3.0 | 0.0
        """)
    void labelPreferenceIsTheFirstLabelsShareOfTheirProbability(
            String one, double logp, String other, double otherLogp, double share) {
        JudgeReply reply = new JudgeReply(one, Map.of(one, logp, other, otherLogp), 1, 1, "judge");
        assertEquals(share, new LabelPreference("m", "M").read(reply).value(), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"x, y", "I, The"})
    void labelPreferenceIsNoneWhereNeitherLabelIsToldOf(String one, String other) {
        JudgeReply reply = new JudgeReply(one, Map.of(one, -0.5, other, -1.0), 1, 1, "judge");
        assertFalse(new LabelPreference("m", "M").read(reply).parsed());
        assertTrue(new LabelPreference("m", "M").read(reply("m")).reason().contains("log-probabilities"));
    }

    @Property(seed = "2510")
    void noReplyBreaksAFormatAndNoneHasAValueOutOfRange(@ForAll String text) {
        for (VerdictFormat format : new VerdictFormat[] {new Rating(), new PairChoice(), new ArenaChoice()}) {
            Reading reading = format.read(new JudgeReply(text, Map.of(), 1, 1, ""));
            assertTrue(!reading.parsed() || reading.value() >= 0 && reading.value() <= 10, text);
        }
    }
}
