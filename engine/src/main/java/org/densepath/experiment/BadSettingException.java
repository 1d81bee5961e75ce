package org.densepath.experiment;

import org.densepath.BadInputException;

/// A value of an experiment that is not possible. `key` names it, `sentence` completes "the value …", as a form
/// shows it beside the field.
public final class BadSettingException extends BadInputException {
    private static final long serialVersionUID = 1;

    private final String key;
    private final String sentence;

    /// `sentence` without a full stop: `must be above 0`.
    BadSettingException(String key, String sentence) {
        super("experiment: " + key + " " + sentence + ".");
        this.key = key;
        this.sentence = sentence;
    }

    /// A file that `key` names and that cannot be used, with its own sentence.
    BadSettingException(String key, BadInputException cause) {
        super((cause.getMessage().contains(key) ? "" : key + ": ") + cause.getMessage(), cause);
        this.key = key;
        sentence = cause.getMessage();
    }

    public String key() {
        return key;
    }

    public String sentence() {
        return sentence;
    }
}
