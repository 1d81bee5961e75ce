package org.densepath.app.inspect;

import org.densepath.app.scoring.Scored;

/// A response with one token replaced, both scored by the same models.
///
/// @param place the token that was there
/// @param id the token that is there now
/// @param before as it was sampled
public record Replacement(TokenPlace place, int id, String text, Scored before, Scored after) {
    /// The returns of the whole response, before and after.
    public float returnBefore() {
        return before.returnToGo()[0];
    }

    public float returnAfter() {
        return after.returnToGo()[0];
    }

    /// How much more the new token earns than the old one.
    public float here() {
        return after.reward()[place.token()] - before.reward()[place.token()];
    }

    /// How much more the tokens after this one earn than before.
    public float rest() {
        int next = place.token() + 1;
        return next < after.returnToGo().length ? after.returnToGo()[next] - before.returnToGo()[next] : 0;
    }
}
