package org.densepath.app.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densepath.app.scoring.Alternative;
import org.densepath.app.scoring.Role;
import org.densepath.app.scoring.Scored;

/// A token that could stand at a place and what it would earn there.
///
/// @param logp under the model that chooses
/// @param reward r̂
/// @param said whether it is the one that stands there
record WordCredit(int id, String text, double logp, double reward, boolean said) {
    /// The `most` likeliest under the model that chooses, the likeliest first, and the one that was said. What
    /// the trace says of that one is kept: weights that were stored in fewer bits may score it a little
    /// otherwise.
    static List<WordCredit> at(TokenPlace place, Scored scored, Role by, int most) {
        int token = place.token();
        double recorded = place.of(place.row().values().logpSft())
                - place.of(place.row().values().logpRef());
        double earned = Double.isNaN(recorded) ? scored.reward()[token] : recorded;
        int said = scored.ids()[scored.promptLength() + token];
        List<WordCredit> words = new ArrayList<>();
        boolean found = false;
        for (Alternative one : alternatives(scored, token, by)) {
            found |= one.id() == said;
            if (words.size() < most || one.id() == said) {
                double reward = one.id() == said ? earned : one.reward();
                words.add(new WordCredit(one.id(), one.text(), one.logp().get(by), reward, one.id() == said));
            }
        }
        if (!found) {
            words.add(new WordCredit(
                    said, scored.tokens().get(token), scored.models().get(by).logp()[token], earned, true));
        }
        return words;
    }

    /// All that any model has named, each once.
    private static List<Alternative> alternatives(Scored scored, int token, Role by) {
        Map<Integer, Alternative> all = new LinkedHashMap<>();
        scored.models().values().forEach(model -> model.top().get(token).forEach(one -> all.put(one.id(), one)));
        return all.values().stream()
                .sorted(Comparator.comparing((Alternative a) -> a.logp().get(by))
                        .reversed())
                .toList();
    }
}
