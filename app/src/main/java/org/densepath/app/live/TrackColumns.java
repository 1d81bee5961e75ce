package org.densepath.app.live;

/// What the points of a track's curves share: the step, the time and the tokens of each row. Rows are appended by
/// one thread and read by others that were handed this view after it was made.
///
/// @param seconds at work since the stage began, pauses between workers left out @param tokens that the stage has
/// trained on up to here
record TrackColumns(double[] steps, double[] seconds, double[] tokens) {}
