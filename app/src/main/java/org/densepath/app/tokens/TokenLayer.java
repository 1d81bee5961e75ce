package org.densepath.app.tokens;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.densepath.paint.ColourMap;
import org.densepath.paint.ValueRange;
import org.densepath.run.TokenValues;
import org.densepath.run.TraceRow;

/// Which of a token's numbers the heatmap shows.
public enum TokenLayer {
    REWARD("Reward r̂", "log π_SFT − log π_ref", true, TokenValues::reward),
    RETURN("Return to go", "G: the sum of the rewards from this token on", true, TokenValues::returnToGo),
    ADVANTAGE("Advantage", "A: the return less its baseline; what the update multiplies", true, TokenValues::advantage),
    KL("KL to SFT", "divergence of the policy from the fine-tuned model here", false, TokenValues::kl),
    ENTROPY("Entropy", "how undecided the policy was here", false, TokenValues::entropy);

    /// Outliers beyond this share of magnitudes take the end's colour.
    private static final double CLIP = 0.99;

    private final String label;
    private final String meaning;
    private final boolean signed;
    private final Function<TokenValues, float[]> column;

    TokenLayer(String label, String meaning, boolean signed, Function<TokenValues, float[]> column) {
        this.label = label;
        this.meaning = meaning;
        this.signed = signed;
        this.column = column;
    }

    public String label() {
        return label;
    }

    public String meaning() {
        return meaning;
    }

    public ColourMap colours() {
        return signed ? ColourMap.BLUE_ORANGE : ColourMap.EMBER;
    }

    /// One value a token of the response, empty where the trace has none.
    public float[] of(TraceRow row) {
        return column.apply(row.values());
    }

    /// One range for all responses of a step, so that their colours can be compared.
    public ValueRange range(List<TraceRow> rows) {
        List<float[]> values = rows.stream().map(this::of).toList();
        return signed ? ValueRange.symmetric(values, CLIP) : ValueRange.sequential(values, CLIP);
    }

    /// Those that the trace has.
    public static List<TokenLayer> in(List<TraceRow> rows) {
        return Stream.of(values())
                .filter(layer -> rows.stream().anyMatch(row -> layer.of(row).length > 0))
                .toList();
    }
}
