package org.densepath.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A response's numbers, one a token each: log π_θ, log π_SFT, log π_ref of the token, r̂_t, G_t, A_t, the
/// divergence and the entropy there. An empty array is a number that was not computed. The arrays are not copied.
public record TokenValues(
        float[] logpPolicy,
        float[] logpSft,
        float[] logpRef,
        float[] reward,
        float[] returnToGo,
        float[] advantage,
        float[] kl,
        float[] entropy) {
    /// The columns' names in the file, in the order of the components.
    static final List<String> COLUMNS = Arrays.stream(TokenValues.class.getRecordComponents())
            .map(component -> component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
            .toList();

    public static TokenValues of(List<float[]> columns) {
        return new TokenValues(
                columns.get(0),
                columns.get(1),
                columns.get(2),
                columns.get(3),
                columns.get(4),
                columns.get(5),
                columns.get(6),
                columns.get(7));
    }

    List<float[]> columns() {
        return List.of(logpPolicy, logpSft, logpRef, reward, returnToGo, advantage, kl, entropy);
    }

    void check(int tokens) {
        List<float[]> columns = columns();
        for (int i = 0; i < columns.size(); i++) {
            int length = columns.get(i).length;
            if (length != tokens && length != 0) {
                throw new IllegalArgumentException(
                        COLUMNS.get(i) + " has " + length + " values for " + tokens + " tokens");
            }
        }
    }
}
