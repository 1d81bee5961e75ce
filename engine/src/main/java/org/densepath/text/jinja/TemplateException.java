package org.densepath.text.jinja;

/// A template that does not parse, does not render, or refuses what it is given (`raise_exception`). `getMessage`
/// is the bare message, the template's own words where it raised.
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int line;
    private final boolean raisedByTemplate;

    TemplateException(String message) {
        this(message, 0, false, null);
    }

    TemplateException(String message, int line) {
        this(message, line, false, null);
    }

    private TemplateException(String message, int line, boolean raisedByTemplate, Throwable cause) {
        super(message, cause);
        this.line = line;
        this.raisedByTemplate = raisedByTemplate;
    }

    static TemplateException raised(String message) {
        return new TemplateException(message, 0, true, null);
    }

    static TemplateException tooDeep(StackOverflowError overflow, int line) {
        return new TemplateException("the template nests too deeply", line, false, overflow);
    }

    /// The same error, placed at `where` if it has no place yet.
    TemplateException at(int where) {
        return line > 0 || where <= 0 ? this : new TemplateException(getMessage(), where, raisedByTemplate, this);
    }

    /// The template's line, counted from 1; 0 when it is not known.
    public int line() {
        return line;
    }

    /// Whether the template called `raise_exception`: the conversation does not suit it. Otherwise the template
    /// itself is at fault.
    public boolean raisedByTemplate() {
        return raisedByTemplate;
    }
}
