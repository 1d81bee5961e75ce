package org.densepath.text.jinja;

/// One piece of a template. `text` is the name, operator, data or unescaped string; `value` is a number's value;
/// `line` counts from 1.
record Token(Kind kind, String text, Object value, int line) {
    enum Kind {
        DATA,
        VARIABLE_BEGIN,
        VARIABLE_END,
        BLOCK_BEGIN,
        BLOCK_END,
        NAME,
        STRING,
        NUMBER,
        OPERATOR,
        END
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }

    boolean isOperator(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }

    /// How an error message calls it.
    String described() {
        return switch (kind) {
            case DATA -> "template text";
            case VARIABLE_BEGIN -> "{{";
            case VARIABLE_END -> "}}";
            case BLOCK_BEGIN -> "{%";
            case BLOCK_END -> "%}";
            case STRING -> "the string '" + text + "'";
            case NAME, NUMBER, OPERATOR -> "'" + text + "'";
            case END -> "the end of the template";
        };
    }
}
