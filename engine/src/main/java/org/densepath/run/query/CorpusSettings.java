package org.densepath.run.query;

/// How the tokens of a run are looked at together.
///
/// @param bins parts of equal length that each response is cut into
/// @param rareBelow a text is rare that occurs less often
/// @param seldomest the least number of occurrences of a token among the highest and lowest
/// @param listed how many highest and lowest tokens
/// @param points how many responses at most are shown as points
public record CorpusSettings(int bins, int rareBelow, int seldomest, int listed, int points) {
    public static final CorpusSettings DEFAULT = new CorpusSettings(10, 10, 10, 25, 2000);

    public CorpusSettings {
        if (bins < 1 || rareBelow < 1 || seldomest < 1 || listed < 1 || points < 0) {
            throw new IllegalArgumentException(
                    bins + " bins, rare below " + rareBelow + ", " + listed + " tokens of at least " + seldomest);
        }
    }
}
