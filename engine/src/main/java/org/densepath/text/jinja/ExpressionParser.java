package org.densepath.text.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Jinja's expression grammar, from loosest to tightest: inline if, `or`, `and`, `not`, comparison, `+ -`, `~`,
/// `* / // %`, `**`, sign. Subscripts, filters and tests are [PostfixParser]'s.
final class ExpressionParser {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> SUMS = Set.of("+", "-");
    private static final Set<String> PRODUCTS = Set.of("*", "/", "//", "%");
    private static final Set<String> POWERS = Set.of("**");

    private final TokenStream stream;
    private final PostfixParser postfix;

    ExpressionParser(TokenStream stream) {
        this.stream = stream;
        this.postfix = new PostfixParser(stream, this);
    }

    PostfixParser postfix() {
        return postfix;
    }

    Expression expression() {
        return expression(true);
    }

    Expression expression(boolean withCondition) {
        stream.enter();
        Expression parsed = withCondition ? conditional() : or();
        stream.leave();
        return parsed;
    }

    /// One expression, or several with commas between them as a tuple. `end` is a name that ends it, or null.
    Expression tuple(boolean withCondition, String end, boolean parenthesised) {
        int line = stream.line();
        List<Expression> items = new ArrayList<>();
        boolean commas = false;
        while (!atTupleEnd(end)) {
            items.add(expression(withCondition));
            if (!stream.skipOperator(",")) {
                break;
            }
            commas = true;
        }
        if (commas || (items.isEmpty() && parenthesised)) {
            return new Expression.TupleLiteral(List.copyOf(items), line);
        }
        if (items.isEmpty()) {
            throw stream.unexpected("an expression");
        }
        return items.getFirst();
    }

    boolean atTupleEnd(String end) {
        Token token = stream.current();
        return token.is(Token.Kind.VARIABLE_END)
                || token.is(Token.Kind.BLOCK_END)
                || token.isOperator(")")
                || (end != null && token.isName(end));
    }

    private Expression conditional() {
        int line = stream.line();
        Expression then = or();
        while (stream.skipName("if")) {
            Expression test = or();
            Expression otherwise = null;
            if (stream.skipName("else")) {
                stream.enter();
                otherwise = conditional();
                stream.leave();
            }
            then = new Expression.Conditional(test, then, otherwise, line);
        }
        return then;
    }

    private Expression or() {
        int line = stream.line();
        Expression left = and();
        while (stream.skipName("or")) {
            left = new Expression.Logical(false, left, and(), line);
        }
        return left;
    }

    private Expression and() {
        int line = stream.line();
        Expression left = not();
        while (stream.skipName("and")) {
            left = new Expression.Logical(true, left, not(), line);
        }
        return left;
    }

    private Expression not() {
        int line = stream.line();
        if (!stream.skipName("not")) {
            return comparison();
        }
        stream.enter();
        Expression operand = not();
        stream.leave();
        return new Expression.Unary("not", operand, line);
    }

    private Expression comparison() {
        int line = stream.line();
        List<Expression> operands = new ArrayList<>(List.of(sum()));
        List<String> operators = new ArrayList<>();
        while (true) {
            if (stream.current().is(Token.Kind.OPERATOR)
                    && COMPARISONS.contains(stream.current().text())) {
                operators.add(stream.next().text());
            } else if (stream.skipName("in")) {
                operators.add("in");
            } else if (stream.current().isName("not") && stream.look().isName("in")) {
                stream.next();
                stream.next();
                operators.add("not in");
            } else {
                break;
            }
            operands.add(sum());
        }
        return operators.isEmpty()
                ? operands.getFirst()
                : new Expression.Comparison(List.copyOf(operands), List.copyOf(operators), line);
    }

    private Expression sum() {
        int line = stream.line();
        Expression left = concatenation();
        while (atOperator(SUMS)) {
            left = new Expression.Binary(stream.next().text(), left, concatenation(), line);
        }
        return left;
    }

    private Expression concatenation() {
        int line = stream.line();
        List<Expression> items = new ArrayList<>(List.of(product()));
        while (stream.skipOperator("~")) {
            items.add(product());
        }
        return items.size() == 1 ? items.getFirst() : new Expression.Concatenation(List.copyOf(items), line);
    }

    private Expression product() {
        int line = stream.line();
        Expression left = power();
        while (atOperator(PRODUCTS)) {
            left = new Expression.Binary(stream.next().text(), left, power(), line);
        }
        return left;
    }

    /// `**` binds from the left here, and looser than a sign: `2 ** 3 ** 2` is 64, `-2 ** 2` is 4. Jinja then
    /// emits Python text with parentheses, so this is what it computes.
    private Expression power() {
        int line = stream.line();
        Expression left = signed(true);
        while (atOperator(POWERS)) {
            left = new Expression.Binary(stream.next().text(), left, signed(true), line);
        }
        return left;
    }

    private Expression signed(boolean withFilters) {
        int line = stream.line();
        Expression operand;
        if (atOperator(SUMS)) {
            String sign = stream.next().text();
            stream.enter();
            operand = new Expression.Unary(sign, signed(false), line);
            stream.leave();
        } else {
            operand = postfix.primary();
        }
        operand = postfix.subscripts(operand);
        return withFilters ? postfix.filtersAndTests(operand) : operand;
    }

    private boolean atOperator(Set<String> operators) {
        return stream.current().is(Token.Kind.OPERATOR)
                && operators.contains(stream.current().text());
    }
}
