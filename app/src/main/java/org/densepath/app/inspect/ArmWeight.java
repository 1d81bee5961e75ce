package org.densepath.app.inspect;

/// What an objective multiplies ∇log π(y_t|s_t) with at a token.
///
/// @param meaning a sentence
/// @param weight that factor, before it is divided by the batch's tokens
/// @param push weight · (1 − π_θ): how the token's own logit is moved by it; NaN where π_θ is not known
record ArmWeight(String name, String meaning, double weight, double push) {}
