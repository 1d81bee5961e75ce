/// Dense rewards, returns, baselines, advantages, divergences, and the signs of reward hacking: pure arithmetic
/// on arrays, no model inside. Per-token values are a `float[]` with one entry per response token, a batch is a
/// `List<float[]>`.
package org.densepath.reward;
