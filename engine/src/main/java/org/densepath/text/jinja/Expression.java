package org.densepath.text.jinja;

import java.util.List;

/// What has a value. `line` is where it stands in the template.
sealed interface Expression {
    int line();

    record Literal(Object value, int line) implements Expression {}

    record Name(String name, int line) implements Expression {}

    record TupleLiteral(List<Expression> items, int line) implements Expression {}

    record ListLiteral(List<Expression> items, int line) implements Expression {}

    /// `{key: value}`, keys and values in turn.
    record DictLiteral(List<Expression> keys, List<Expression> values, int line) implements Expression {}

    /// `owner.name`
    record Attribute(Expression owner, String name, int line) implements Expression {}

    /// `owner[index]`
    record Item(Expression owner, Expression index, int line) implements Expression {}

    /// `owner[start:stop:step]`; an absent bound is null.
    record Slice(Expression owner, Expression start, Expression stop, Expression step, int line)
            implements Expression {}

    record Call(Expression function, CallArguments arguments, int line) implements Expression {}

    record Filtered(Expression operand, FilterCall filter, int line) implements Expression {}

    /// `operand is name(arguments)`
    record Test(Expression operand, String name, CallArguments arguments, int line) implements Expression {}

    /// `not`, `-` or `+`
    record Unary(String operator, Expression operand, int line) implements Expression {}

    record Binary(String operator, Expression left, Expression right, int line) implements Expression {}

    /// `and`, `or`: the value of the side that decides.
    record Logical(boolean and, Expression left, Expression right, int line) implements Expression {}

    /// `first < second <= third`: `operators` has one less than `operands`.
    record Comparison(List<Expression> operands, List<String> operators, int line) implements Expression {}

    /// `a ~ b ~ c`
    record Concatenation(List<Expression> items, int line) implements Expression {}

    /// `then if test else otherwise`; `otherwise` is null when absent.
    record Conditional(Expression test, Expression then, Expression otherwise, int line) implements Expression {}

    /// `(a, name=b, *rest, **named)`; `rest` and `named` are null when absent.
    record CallArguments(
            List<Expression> positional,
            List<String> names,
            List<Expression> values,
            Expression rest,
            Expression named) {
        static final CallArguments NONE = new CallArguments(List.of(), List.of(), List.of(), null, null);
    }

    /// `name(arguments)` after a bar, without what it is applied to.
    record FilterCall(String name, CallArguments arguments, int line) {}
}
