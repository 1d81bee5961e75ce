package org.densepath.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CharacterGroupsTest {

    @Test
    void ofMakesOneGroupWhenAnEmojisBytesLieInThreeTokens() {
        byte[] emoji = utf8("😀");
        var groups = CharacterGroups.of(List.of(
                        utf8("a"),
                        Arrays.copyOf(emoji, 2),
                        Arrays.copyOfRange(emoji, 2, 3),
                        Arrays.copyOfRange(emoji, 3, 4),
                        utf8("b")))
                .groups();
        assertEquals(
                List.of(
                        new CharacterGroups.Group(0, 1, "a"),
                        new CharacterGroups.Group(1, 4, "😀"),
                        new CharacterGroups.Group(4, 5, "b")),
                groups);
    }

    @Test
    void ofKeepsALetterAndItsAccentTogether() {
        var groups = CharacterGroups.of(List.of(utf8("e"), utf8("\u0301"), utf8("t")))
                .groups();
        assertEquals(List.of(new CharacterGroups.Group(0, 2, "e\u0301"), new CharacterGroups.Group(2, 3, "t")), groups);
    }

    @Test
    void ofShowsACharacterThatWasCutOffWhenTheTextEndsWithinIt() {
        var groups = CharacterGroups.of(List.of(utf8("a"), new byte[] {(byte) 0xF0, (byte) 0x9F}))
                .groups();
        assertEquals(List.of(new CharacterGroups.Group(0, 1, "a"), new CharacterGroups.Group(1, 2, "\uFFFD")), groups);
    }

    @Test
    void ofGivesEveryTokenAPlaceWhenSomeHaveNoBytes() {
        var groups =
                CharacterGroups.of(List.of(new byte[0], utf8("a"), new byte[0])).groups();
        assertEquals(3, groups.stream().mapToInt(CharacterGroups.Group::tokens).sum());
    }

    @Property(seed = "2510")
    void textIsWhatJavaDecodesWhateverTheBytes(@ForAll("pieces") List<byte[]> pieces) {
        StringBuilder joined = new StringBuilder();
        int next = 0;
        for (var group : CharacterGroups.of(pieces).groups()) {
            assertEquals(next, group.firstToken());
            next = group.endToken();
            joined.append(group.text());
        }
        assertEquals(pieces.size(), next);
        byte[] all = new byte[pieces.stream().mapToInt(p -> p.length).sum()];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        assertEquals(oneMarkEach(new String(all, StandardCharsets.UTF_8)), oneMarkEach(joined.toString()));
    }

    /// Java gives encoded surrogates one mark where Unicode, and the tokenizer library, give one a byte.
    private static String oneMarkEach(String text) {
        return text.replaceAll("\uFFFD+", "\uFFFD");
    }

    /// Valid text and noise, cut anywhere.
    @Provide
    Arbitrary<List<byte[]>> pieces() {
        Arbitrary<byte[]> text =
                Arbitraries.of("é", "😀", "👩\u200D🚀", "日本", "\r\n", "a b").map(CharacterGroupsTest::utf8);
        Arbitrary<byte[]> lead = Arbitraries.of(0xC0, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF)
                .map(b -> new byte[] {(byte) (int) b});
        Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(4);
        return Arbitraries.oneOf(text, lead, noise).list().ofMaxSize(12).flatMap(parts -> Arbitraries.integers()
                .between(1, 5)
                .map(size -> cut(parts, size)));
    }

    private static List<byte[]> cut(List<byte[]> parts, int size) {
        List<byte[]> cut = new ArrayList<>();
        for (byte[] part : parts) {
            for (int from = 0; from < part.length; from += size) {
                cut.add(Arrays.copyOfRange(part, from, Math.min(part.length, from + size)));
            }
        }
        return cut;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
