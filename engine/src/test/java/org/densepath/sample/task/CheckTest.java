package org.densepath.sample.task;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTest {
    @Test
    void endingRefusesWhenTheLineIsNotTheOnlyOne() {
        Check check = new Check.Ending("Answer: 85");
        assertTrue(check.accepts("so: Answer: 85"));
        assertFalse(check.accepts("Answer: 85."));
        assertFalse(check.accepts("so\nAnswer: 85"));
    }

    @Test
    void lastNumberRefusesWhenThereAreTooManyNumbersOrTheWordIsMissing() {
        Check check = new Check.LastNumber(15, 2, "cups");
        assertTrue(check.accepts("3 more: 015 cups"));
        assertFalse(check.accepts("15 cups, or 16"));
        assertFalse(check.accepts("9, 12, 15 cups"));
        assertFalse(check.accepts("15 hats"));
    }

    @Test
    void onlyNumberRefusesWhenAnotherNumberIsThere() {
        Check check = new Check.OnlyNumber(99, "largest");
        assertTrue(check.accepts("largest: 99"));
        assertFalse(check.accepts("99 is the largest of 3"));
        assertFalse(check.accepts("smallest: 99"));
    }

    @Test
    void numberListRefusesWhenThereAreWords() {
        Check check = new Check.NumberList(List.of(17, 42));
        assertTrue(check.accepts("17,42."));
        assertFalse(check.accepts("42, 17"));
        assertFalse(check.accepts("Sure: 17, 42"));
    }

    @Test
    void wordListTakesAFullStopButNoOtherOrder() {
        Check check = new Check.WordList(List.of("cat", "fig"));
        assertTrue(check.accepts("cat,  fig."));
        assertFalse(check.accepts("fig, cat"));
        assertFalse(check.accepts("cat, fig, fig"));
    }

    @Test
    void firstLettersTakesEitherOrderWhenTwoWordsBeginAlike() {
        Check check = new Check.FirstLetters(List.of("pen", "cow", "cat"));
        assertTrue(check.accepts("cow, cat, pen"));
        assertTrue(check.accepts("cat, cow, pen"));
        assertFalse(check.accepts("cat, pen, cow"));
        assertFalse(check.accepts("cat, pen"));
    }

    @Test
    void listingRefusesWhenAWordRepeatsIsExcludedOrOfAnotherCategory() {
        Check check = new Check.Listing(ListStyle.BULLETS, "animals", 2, "dog");
        assertTrue(check.accepts("- cat\n- hen"));
        assertFalse(check.accepts("- cat\n- cat"));
        assertFalse(check.accepts("- cat\n- dog"));
        assertFalse(check.accepts("- cat\n- fig"));
        assertFalse(check.accepts("- cat\nhen"));
        assertFalse(check.accepts("cat, hen."));
    }

    @Test
    void listingRefusesWhenTheAskedEndingIsMissing() {
        Check check = new Check.Listing(ListStyle.DONE, "fruits", 2, "");
        assertTrue(check.accepts("fig, plum. DONE"));
        assertFalse(check.accepts("fig, plum."));
    }
}
