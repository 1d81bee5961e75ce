package org.densepath.text.jinja;

import java.util.ArrayList;
import java.util.List;
import org.densepath.text.jinja.Expression.CallArguments;
import org.densepath.text.jinja.Expression.FilterCall;

/// Literals, names, and what follows them: `.name`, `[…]`, `(…)`, `| filter`, `is test`.
final class PostfixParser {
    private final TokenStream stream;
    private final ExpressionParser expressions;

    PostfixParser(TokenStream stream, ExpressionParser expressions) {
        this.stream = stream;
        this.expressions = expressions;
    }

    Expression primary() {
        Token token = stream.current();
        return switch (token.kind()) {
            case NAME -> name(stream.next());
            case NUMBER -> new Expression.Literal(stream.next().value(), token.line());
            case STRING -> strings();
            case OPERATOR -> bracketed(token);
            default -> throw new TemplateException("unexpected " + token.described(), token.line());
        };
    }

    private Expression name(Token token) {
        return switch (token.text()) {
            case "true", "True" -> new Expression.Literal(true, token.line());
            case "false", "False" -> new Expression.Literal(false, token.line());
            case "none", "None" -> new Expression.Literal(null, token.line());
            default -> {
                stream.read(token.text());
                yield new Expression.Name(token.text(), token.line());
            }
        };
    }

    /// Strings that stand side by side are one.
    private Expression strings() {
        int line = stream.line();
        StringBuilder text = new StringBuilder();
        while (stream.current().is(Token.Kind.STRING)) {
            text.append(stream.next().text());
        }
        return new Expression.Literal(text.toString(), line);
    }

    private Expression bracketed(Token token) {
        stream.enter();
        stream.next();
        Expression parsed =
                switch (token.text()) {
                    case "(" -> {
                        Expression inner = expressions.tuple(true, null, true);
                        stream.expectOperator(")");
                        yield inner;
                    }
                    case "[" -> list(token.line());
                    case "{" -> dict(token.line());
                    default -> throw new TemplateException("unexpected " + token.described(), token.line());
                };
        stream.leave();
        return parsed;
    }

    private Expression list(int line) {
        List<Expression> items = new ArrayList<>();
        while (!stream.skipOperator("]")) {
            items.add(expressions.expression());
            if (!stream.current().isOperator("]")) {
                stream.expectOperator(",");
            }
        }
        return new Expression.ListLiteral(List.copyOf(items), line);
    }

    private Expression dict(int line) {
        List<Expression> keys = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        while (!stream.skipOperator("}")) {
            keys.add(expressions.expression());
            stream.expectOperator(":");
            values.add(expressions.expression());
            if (!stream.current().isOperator("}")) {
                stream.expectOperator(",");
            }
        }
        return new Expression.DictLiteral(List.copyOf(keys), List.copyOf(values), line);
    }

    Expression subscripts(Expression operand) {
        Expression parsed = operand;
        while (true) {
            int line = stream.line();
            if (stream.skipOperator(".")) {
                parsed = afterDot(parsed, line);
            } else if (stream.skipOperator("[")) {
                parsed = subscript(parsed, line);
            } else if (stream.current().isOperator("(")) {
                parsed = new Expression.Call(parsed, callArguments(), line);
            } else {
                return parsed;
            }
        }
    }

    private Expression afterDot(Expression owner, int line) {
        Token attribute = stream.next();
        if (attribute.is(Token.Kind.NAME)) {
            return new Expression.Attribute(owner, attribute.text(), line);
        }
        if (attribute.is(Token.Kind.NUMBER) && Numbers.isInteger(attribute.value())) {
            return new Expression.Item(owner, new Expression.Literal(attribute.value(), line), line);
        }
        throw new TemplateException("expected name or number", line);
    }

    private Expression subscript(Expression owner, int line) {
        List<Expression> parts = new ArrayList<>();
        boolean slice = false;
        boolean several = false;
        Expression part = null;
        while (!stream.current().isOperator("]")) {
            if (stream.skipOperator(":")) {
                slice = true;
                parts.add(part);
                part = null;
            } else if (stream.skipOperator(",")) {
                several = true;
                parts.add(part);
                part = null;
            } else if (part != null) {
                throw stream.unexpected("']'");
            } else {
                part = expressions.expression();
            }
        }
        stream.expectOperator("]");
        if (slice && !several && parts.size() <= 2) {
            parts.add(part);
            return new Expression.Slice(
                    owner, parts.get(0), parts.get(1), parts.size() > 2 ? parts.get(2) : null, line);
        }
        if (part != null && several && !slice) {
            parts.add(part);
        }
        if (slice || (several && parts.contains(null)) || (!several && part == null)) {
            throw new TemplateException("expected subscript expression", line);
        }
        return new Expression.Item(owner, several ? new Expression.TupleLiteral(parts, line) : part, line);
    }

    CallArguments callArguments() {
        int line = stream.line();
        stream.expectOperator("(");
        List<Expression> positional = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        Expression rest = null;
        Expression named = null;
        while (!stream.skipOperator(")")) {
            if (rest == null && named == null && stream.skipOperator("*")) {
                rest = expressions.expression();
            } else if (named == null && stream.skipOperator("**")) {
                named = expressions.expression();
            } else if (named == null
                    && stream.current().is(Token.Kind.NAME)
                    && stream.look().isOperator("=")) {
                names.add(stream.next().text());
                stream.next();
                values.add(expressions.expression());
            } else if (rest == null && named == null && names.isEmpty()) {
                positional.add(expressions.expression());
            } else {
                throw new TemplateException("invalid syntax for function call expression", line);
            }
            if (!stream.current().isOperator(")")) {
                stream.expectOperator(",");
            }
        }
        return new CallArguments(List.copyOf(positional), List.copyOf(names), List.copyOf(values), rest, named);
    }

    Expression filtersAndTests(Expression operand) {
        Expression parsed = operand;
        while (true) {
            int line = stream.line();
            if (stream.skipOperator("|")) {
                parsed = new Expression.Filtered(parsed, filterCall(), line);
            } else if (stream.skipName("is")) {
                parsed = test(parsed, line);
            } else if (stream.current().isOperator("(")) {
                parsed = new Expression.Call(parsed, callArguments(), line);
            } else {
                return parsed;
            }
        }
    }

    FilterCall filterCall() {
        int line = stream.line();
        String name = dottedName();
        CallArguments arguments = stream.current().isOperator("(") ? callArguments() : CallArguments.NONE;
        return new FilterCall(name, arguments, line);
    }

    private String dottedName() {
        StringBuilder name = new StringBuilder(stream.expect(Token.Kind.NAME).text());
        while (stream.skipOperator(".")) {
            name.append('.').append(stream.expect(Token.Kind.NAME).text());
        }
        return name.toString();
    }

    private Expression test(Expression operand, int line) {
        boolean negated = stream.skipName("not");
        String name = dottedName();
        CallArguments arguments = CallArguments.NONE;
        if (stream.current().isOperator("(")) {
            arguments = callArguments();
        } else if (startsArgument(stream.current())) {
            if (stream.current().isName("is")) {
                throw new TemplateException("You cannot chain multiple tests with is", line);
            }
            arguments = new CallArguments(List.of(subscripts(primary())), List.of(), List.of(), null, null);
        }
        Expression test = new Expression.Test(operand, name, arguments, line);
        return negated ? new Expression.Unary("not", test, line) : test;
    }

    private static boolean startsArgument(Token token) {
        return switch (token.kind()) {
            case NAME -> !token.isName("else") && !token.isName("or") && !token.isName("and");
            case STRING, NUMBER -> true;
            case OPERATOR -> token.isOperator("[") || token.isOperator("{");
            default -> false;
        };
    }
}
