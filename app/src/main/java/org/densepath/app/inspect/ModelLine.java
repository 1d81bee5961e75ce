package org.densepath.app.inspect;

import java.util.OptionalInt;
import org.densepath.app.scoring.Role;

/// What one model said of a token.
///
/// @param logp in nats, NaN where it is not known
/// @param rank 1 for the likeliest; empty where the model could not be asked
record ModelLine(Role role, double logp, OptionalInt rank) {}
