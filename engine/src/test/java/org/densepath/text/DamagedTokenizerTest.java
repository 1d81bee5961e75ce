package org.densepath.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.densepath.AllocationBound;
import org.densepath.BadInputException;
import org.densepath.DamagedText;

/// A tokenizer.json damaged at random is used or refused with a sentence: a panic of the native library would end
/// the process.
class DamagedTokenizerTest {
    private static final byte[] WHOLE = """
        {"version": "1.0", "added_tokens": [{"id": 4, "content": "<s>", "special": true, "single_word": false,
         "lstrip": false, "rstrip": false, "normalized": false}], "normalizer": {"type": "NFC"},
         "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true, "use_regex": true},
         "decoder": {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true, "use_regex": true},
         "model": {"type": "BPE", "vocab": {"a": 0, "b": 1, "ab": 2, "\u0120": 3, "<s>": 4}, "merges": ["a b"]}}
        """.getBytes(UTF_8);

    private static final AllocationBound BOUND = AllocationBound.fourTimes(() -> use(new String(WHOLE, UTF_8)));

    @Property(tries = 10_000, seed = "2510", shrinking = ShrinkingMode.OFF)
    void ofRefusesOrReadsWhateverTheDamage(@ForAll long seed) {
        String damaged = new String(DamagedText.changed(WHOLE, new Random(seed)), UTF_8);
        try {
            BOUND.hold(() -> use(damaged));
        } catch (BadInputException e) {
            assertFalse(e.getMessage().isBlank());
        }
    }

    private static void use(String json) {
        try (Tokenizer tokenizer = Tokenizer.of(json)) {
            tokenizer.encode("ab <s>", true);
        }
    }
}
