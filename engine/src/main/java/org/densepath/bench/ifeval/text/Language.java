package org.densepath.bench.ifeval.text;

import com.cybozu.labs.langdetect.Detector;
import com.cybozu.labs.langdetect.DetectorFactory;
import com.cybozu.labs.langdetect.LangDetectException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A text's language by Nakatani's language-detection, the library that the `langdetect` of the published checker
/// is a port of: the same profiles, n-grams and estimate. The estimate draws n-grams by chance; here always with
/// the same seed, so that a text has one language (the checker's own may change from run to run).
public final class Language {
    private static final List<String> IN_LIBRARY = List.of(
            "af", "ar", "bg", "bn", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "gu", "he", "hi", "hr",
            "hu", "id", "it", "ja", "kn", "lt", "lv", "mk", "ml", "mr", "ne", "nl", "no", "pa", "pl", "pt", "ro", "ru",
            "sk", "sl", "so", "sq", "sv", "sw", "ta", "te", "th", "tl", "tr", "uk", "ur", "vi", "zh-cn", "zh-tw");
    /// Languages that only the port has, and Korean, whose profile is newer there.
    private static final List<String> OF_THE_PORT = List.of("ca", "cy", "ko");
    private static final String NO_FEATURES = "CantDetectError";

    static {
        List<String> profiles = new ArrayList<>();
        IN_LIBRARY.forEach(language -> profiles.add(profile(DetectorFactory.class, "/profiles/" + language)));
        OF_THE_PORT.forEach(language -> profiles.add(profile(Language.class, "language/" + language)));
        try {
            DetectorFactory.loadProfile(profiles);
            DetectorFactory.setSeed(0);
        } catch (LangDetectException e) {
            throw new IllegalStateException("the language profiles are damaged", e);
        }
    }

    private Language() {}

    /// Its code (`en`, `zh-cn`), `unknown` where none is likely, empty where the text has nothing to tell it by.
    public static Optional<String> of(String text) {
        try {
            Detector detector = DetectorFactory.create();
            detector.append(text);
            return Optional.of(detector.detect());
        } catch (LangDetectException e) {
            if (String.valueOf((Object) e.getCode()).equals(NO_FEATURES)) {
                return Optional.empty();
            }
            throw new IllegalStateException(e);
        }
    }

    /// Whether a text can be found to be in it.
    public static boolean isKnown(String code) {
        return IN_LIBRARY.contains(code) || OF_THE_PORT.contains(code);
    }

    private static String profile(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
