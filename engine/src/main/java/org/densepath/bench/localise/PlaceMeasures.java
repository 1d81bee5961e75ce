package org.densepath.bench.localise;

/// How well a score a token finds the tokens that are wrong; a higher score is more suspicious. Tokens of equal
/// score share their ranks.
///
/// @param auroc the share of (wrong, other) pairs of tokens in which the wrong one has the higher score, ties one
/// half
/// @param top1 whether the highest score is a wrong token's; of several highest the share that is
/// @param reciprocalRank 1 / the mean rank of the tokens that have the best wrong token's score
public record PlaceMeasures(double auroc, double top1, double reciprocalRank) {
    /// `score[t]` of each token; tokens `from` to `to` (exclusive) are wrong. Throws [IllegalArgumentException]
    /// where none is wrong, or all are.
    public static PlaceMeasures of(double[] score, int from, int to) {
        if (from < 0 || from >= to || to > score.length || to - from == score.length) {
            throw new IllegalArgumentException("wrong tokens " + from + " to " + to + " of " + score.length);
        }
        double wins = 0;
        double best = Double.NEGATIVE_INFINITY;
        for (int w = from; w < to; w++) {
            best = Math.max(best, score[w]);
            for (int t = 0; t < score.length; t++) {
                if (t < from || t >= to) {
                    wins += score[w] > score[t] ? 1 : score[w] == score[t] ? 0.5 : 0;
                }
            }
        }
        int above = 0;
        int equal = 0;
        int equalAndWrong = 0;
        for (int t = 0; t < score.length; t++) {
            above += score[t] > best ? 1 : 0;
            equal += score[t] == best ? 1 : 0;
            equalAndWrong += score[t] == best && t >= from && t < to ? 1 : 0;
        }
        double pairs = (double) (to - from) * (score.length - (to - from));
        return new PlaceMeasures(
                wins / pairs, above > 0 ? 0 : (double) equalAndWrong / equal, 1 / (above + (equal + 1) / 2.0));
    }
}
