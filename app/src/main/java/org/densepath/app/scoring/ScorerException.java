package org.densepath.app.scoring;

/// The question cannot be answered; the message is one sentence for the person.
public final class ScorerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ScorerException(String sentence) {
        super(sentence);
    }

    public ScorerException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
