package org.densepath.app.scoring;

/// A sampled response.
///
/// @param text without its end token
/// @param ids the response's ids, its end token included
/// @param logp of each token, in nats
/// @param ended whether the model said its end token; otherwise the limit was reached
public record Generated(String text, int[] ids, float[] logp, boolean ended) {}
