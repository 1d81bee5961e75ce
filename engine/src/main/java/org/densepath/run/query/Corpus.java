package org.densepath.run.query;

import java.util.List;

/// What the tokens of many responses say together. Values that are not finite are left out.
///
/// @param responses with rewards
/// @param positions one for each part of a response that has tokens, the first first
/// @param classes those that occur
/// @param highest the tokens of highest mean reward, the highest first
/// @param lowest the tokens of lowest mean reward, the lowest first
/// @param leftOut the files that could not be read
public record Corpus(
        CorpusSettings settings,
        int files,
        long responses,
        long tokens,
        List<PositionReward> positions,
        List<ClassReward> classes,
        List<TokenReward> highest,
        List<TokenReward> lowest,
        LengthEffect length,
        List<LeftOut> leftOut) {
    public Corpus {
        positions = List.copyOf(positions);
        classes = List.copyOf(classes);
        highest = List.copyOf(highest);
        lowest = List.copyOf(lowest);
        leftOut = List.copyOf(leftOut);
    }

    /// The rewards at relative positions [`bin`/bins, (`bin`+1)/bins) of the responses.
    public record PositionReward(int bin, RewardEstimate reward) {}

    /// The rewards of a kind of tokens.
    public record ClassReward(TokenClass kind, RewardEstimate reward) {}

    /// The rewards of all tokens of one text.
    public record TokenReward(String token, RewardEstimate reward) {}
}
