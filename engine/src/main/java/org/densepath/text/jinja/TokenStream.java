package org.densepath.text.jinja;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The parser's place in the tokens.
final class TokenStream {
    /// Levels of nesting: each costs a dozen frames of the Java stack.
    private static final int MAX_DEPTH = 100;

    private final List<Token> tokens;
    private int at;
    private int depth;
    private Set<String> namesRead = new HashSet<>();

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token current() {
        return tokens.get(at);
    }

    Token look() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    int line() {
        return current().line();
    }

    Token next() {
        Token token = current();
        if (at < tokens.size() - 1) {
            at++;
        }
        return token;
    }

    boolean skipName(String name) {
        boolean there = current().isName(name);
        if (there) {
            next();
        }
        return there;
    }

    boolean skipOperator(String operator) {
        boolean there = current().isOperator(operator);
        if (there) {
            next();
        }
        return there;
    }

    Token expect(Token.Kind kind) {
        if (!current().is(kind)) {
            throw unexpected(new Token(kind, "name", null, 0).described());
        }
        return next();
    }

    void expectOperator(String operator) {
        if (!skipOperator(operator)) {
            throw unexpected("'" + operator + "'");
        }
    }

    void expectName(String name) {
        if (!skipName(name)) {
            throw unexpected("'" + name + "'");
        }
    }

    TemplateException unexpected(String expected) {
        return new TemplateException(
                "expected " + expected + ", got " + current().described(), line());
    }

    void enter() {
        if (++depth > MAX_DEPTH) {
            throw new TemplateException("the template nests more than " + MAX_DEPTH + " levels deep", line());
        }
    }

    void leave() {
        depth--;
    }

    void read(String name) {
        namesRead.add(name);
    }

    /// Starts a new collection of names read and returns the one so far.
    Set<String> collectNames() {
        Set<String> before = namesRead;
        namesRead = new HashSet<>();
        return before;
    }

    /// The names read since [#collectNames], which also belong to `before`, the collection that goes on.
    Set<String> collectedNames(Set<String> before) {
        Set<String> collected = namesRead;
        before.addAll(collected);
        namesRead = before;
        return collected;
    }
}
