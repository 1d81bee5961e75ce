package org.densepath.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void joinedMakesWholeSentences() {
        assertEquals("Too long. Cut it.", Sentences.joined("Too long.", "cut it"));
    }

    @Test
    void joinedLeavesBlankPartsOut() {
        assertEquals("Why?", Sentences.joined("", "why?"));
    }
}
