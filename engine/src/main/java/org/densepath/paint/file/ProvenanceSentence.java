package org.densepath.paint.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Where a figure comes from, as a caption says it.
public final class ProvenanceSentence {
    private ProvenanceSentence() {}

    /// `Run 2026-01-31-demo, arm dpr, step 40, seed 1, model smollm; π_SFT sft/seed-1/snapshot-1.00, π_ref …;
    /// settings sha256:ea407a6b984dd94d.` Empty when nothing is known.
    public static String of(Map<String, String> provenance) {
        List<String> what = new ArrayList<>();
        for (String key : List.of("run", "arm", "step", "seed", "model")) {
            add(what, provenance, key, key);
        }
        List<String> snapshots = new ArrayList<>();
        add(snapshots, provenance, "sft", "π_SFT");
        add(snapshots, provenance, "reference", "π_ref");
        List<String> settings = new ArrayList<>();
        add(settings, provenance, "settings", "settings");
        List<String> parts = new ArrayList<>();
        for (List<String> some : List.of(what, snapshots, settings)) {
            if (!some.isEmpty()) {
                parts.add(String.join(", ", some));
            }
        }
        String sentence = String.join("; ", parts);
        return sentence.isEmpty()
                ? ""
                : sentence.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + sentence.substring(1) + ".";
    }

    /// `caption` and the sentence after it.
    public static String after(String caption, Map<String, String> provenance) {
        String sentence = of(provenance);
        return caption.isBlank() || sentence.isEmpty() ? caption + sentence : caption.strip() + " " + sentence;
    }

    private static void add(List<String> to, Map<String, String> from, String key, String name) {
        String value = from.getOrDefault(key, "");
        if (!value.isBlank()) {
            to.add(name + " " + value);
        }
    }
}
