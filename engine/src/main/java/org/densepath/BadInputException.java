package org.densepath;

/// Input that cannot be used: a file, a field or a value. The message is one sentence for the person who gave it:
/// what is wrong, where (file, line or field), what was expected and what to do. The command line ends with exit
/// code 2; the window shows it beside the field.
public class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadInputException(String sentence) {
        super(sentence);
    }

    public BadInputException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
