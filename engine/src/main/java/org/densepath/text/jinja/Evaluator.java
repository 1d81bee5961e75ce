package org.densepath.text.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densepath.text.jinja.Expression.CallArguments;
import org.densepath.text.jinja.Expression.FilterCall;

/// The value of an expression in a scope.
final class Evaluator {
    private final Budget budget;
    private final Operators operators;
    private final Filters filters;
    private int line;

    Evaluator(Budget budget) {
        this.budget = budget;
        this.operators = new Operators(budget);
        this.filters = new Filters(budget);
    }

    /// Where in the template it is at work: the place of an error.
    int line() {
        return line;
    }

    void moveTo(int where) {
        line = where;
    }

    Object value(Expression expression, Scope scope) {
        budget.spend(1);
        budget.enter();
        line = expression.line();
        Object value =
                switch (expression) {
                    case Expression.Literal literal -> literal.value();
                    case Expression.Name name -> scope.get(name.name());
                    case Expression.TupleLiteral tuple -> new Tuple(values(tuple.items(), scope));
                    case Expression.ListLiteral list -> values(list.items(), scope);
                    case Expression.DictLiteral dict -> dict(dict, scope);
                    case Expression.Attribute attribute ->
                        Attributes.attribute(value(attribute.owner(), scope), attribute.name(), budget);
                    case Expression.Item item -> {
                        Object owner = value(item.owner(), scope);
                        yield Attributes.item(owner, value(item.index(), scope), budget);
                    }
                    case Expression.Slice slice ->
                        Sequences.slice(
                                value(slice.owner(), scope),
                                optional(slice.start(), scope),
                                optional(slice.stop(), scope),
                                optional(slice.step(), scope),
                                budget);
                    case Expression.Call call -> call(call, null, scope);
                    case Expression.Filtered filtered ->
                        filtered(filtered.filter(), value(filtered.operand(), scope), scope);
                    case Expression.Test test ->
                        filters.tests()
                                .holds(
                                        test.name(),
                                        value(test.operand(), scope),
                                        arguments(test.arguments(), null, scope));
                    case Expression.Unary unary -> {
                        Object operand = value(unary.operand(), scope);
                        yield unary.operator().equals("not")
                                ? (Object) !Values.truth(operand)
                                : operators.sign(unary.operator(), operand);
                    }
                    case Expression.Binary binary -> {
                        Object left = value(binary.left(), scope);
                        Object right = value(binary.right(), scope);
                        line = binary.line();
                        yield operators.binary(binary.operator(), left, right);
                    }
                    case Expression.Logical logical -> {
                        Object left = value(logical.left(), scope);
                        yield Values.truth(left) == logical.and() ? value(logical.right(), scope) : left;
                    }
                    case Expression.Comparison comparison -> comparison(comparison, scope);
                    case Expression.Concatenation joined -> concatenation(joined, scope);
                    case Expression.Conditional conditional -> conditional(conditional, scope);
                };
        budget.leave();
        return value;
    }

    private Object optional(Expression expression, Scope scope) {
        return expression == null ? null : value(expression, scope);
    }

    private List<Object> values(List<Expression> expressions, Scope scope) {
        List<Object> values = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            values.add(value(expression, scope));
        }
        return values;
    }

    private Dict dict(Expression.DictLiteral literal, Scope scope) {
        Dict dict = new Dict();
        for (int i = 0; i < literal.keys().size(); i++) {
            Object key = value(literal.keys().get(i), scope);
            dict.put(key, value(literal.values().get(i), scope));
        }
        return dict;
    }

    private boolean comparison(Expression.Comparison comparison, Scope scope) {
        Object left = value(comparison.operands().getFirst(), scope);
        for (int i = 0; i < comparison.operators().size(); i++) {
            Object right = value(comparison.operands().get(i + 1), scope);
            if (!operators.compare(comparison.operators().get(i), left, right)) {
                return false;
            }
            left = right;
        }
        return true;
    }

    private String concatenation(Expression.Concatenation concatenation, Scope scope) {
        StringBuilder text = new StringBuilder();
        for (Object item : values(concatenation.items(), scope)) {
            String more = Text.str(item, budget);
            budget.spendOnText(more.length());
            budget.checkLength((long) text.length() + more.length());
            text.append(more);
        }
        return text.toString();
    }

    private Object conditional(Expression.Conditional conditional, Scope scope) {
        if (Values.truth(value(conditional.test(), scope))) {
            return value(conditional.then(), scope);
        }
        return conditional.otherwise() != null
                ? value(conditional.otherwise(), scope)
                : new Undefined("the inline if-expression on line " + conditional.line()
                        + " evaluated to false and no else section was defined.");
    }

    /// `value | filter`
    Object filtered(FilterCall filter, Object value, Scope scope) {
        Arguments arguments = arguments(filter.arguments(), null, scope);
        line = filter.line();
        return filters.apply(filter.name(), value, arguments);
    }

    /// `caller`, unless null, is passed besides the written arguments.
    Object call(Expression.Call call, Macro caller, Scope scope) {
        Object function = value(call.function(), scope);
        Arguments arguments = arguments(call.arguments(), caller, scope);
        line = call.line();
        if (function instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (!(function instanceof Function callable)) {
            throw new TemplateException("'" + Values.typeName(function) + "' object is not callable");
        }
        Object result = callable.call(arguments);
        line = call.line();
        return result;
    }

    private Arguments arguments(CallArguments written, Macro caller, Scope scope) {
        if (written == CallArguments.NONE && caller == null) {
            return Arguments.NONE;
        }
        List<Object> positional = values(written.positional(), scope);
        if (written.rest() != null) {
            positional.addAll(Sequences.list(value(written.rest(), scope), budget));
        }
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < written.names().size(); i++) {
            name(named, written.names().get(i), value(written.values().get(i), scope));
        }
        if (written.named() != null) {
            if (!(value(written.named(), scope) instanceof Dict dict)) {
                throw new TemplateException("argument after ** must be a mapping");
            }
            dict.keys().forEach(key -> name(named, key, dict.get(key, null)));
        }
        if (caller != null) {
            name(named, "caller", caller);
        }
        return new Arguments(positional, named);
    }

    private static void name(Map<String, Object> named, Object name, Object value) {
        if (!(name instanceof String text)) {
            throw new TemplateException("keywords must be strings");
        }
        if (named.containsKey(text)) {
            throw new TemplateException("got multiple values for keyword argument '" + text + "'");
        }
        named.put(text, value);
    }
}
