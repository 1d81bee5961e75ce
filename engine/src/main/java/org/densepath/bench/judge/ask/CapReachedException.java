package org.densepath.bench.judge.ask;

/// The cap on spending is reached. All replies so far are kept.
public final class CapReachedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CapReachedException(String sentence) {
        super(sentence);
    }
}
