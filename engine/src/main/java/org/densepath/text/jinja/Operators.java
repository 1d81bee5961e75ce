package org.densepath.text.jinja;

import java.util.ArrayList;
import java.util.List;

/// `+ - * / // % **`, signs and comparisons on Python's values.
final class Operators {
    private final Budget budget;

    Operators(Budget budget) {
        this.budget = budget;
    }

    Object binary(String operator, Object a, Object b) {
        if (a instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (b instanceof Undefined undefined && !(operator.equals("%") && Values.isText(a))) {
            throw undefined.error();
        }
        if (Numbers.isNumber(a) && Numbers.isNumber(b)) {
            return Numbers.calculate(operator, a, b);
        }
        return switch (operator) {
            case "+" -> add(a, b);
            case "*" -> {
                Object repeated = Numbers.isInteger(b) ? repeat(a, b) : Numbers.isInteger(a) ? repeat(b, a) : null;
                if (repeated == null) {
                    throw unsupported(operator, a, b);
                }
                yield repeated;
            }
            case "%" -> {
                if (!Values.isText(a)) {
                    throw unsupported(operator, a, b);
                }
                Object values = a instanceof Markup ? escaped(b) : b;
                yield Markup.like(a, new PercentFormat(Values.text(a), values, budget).formatted());
            }
            default -> throw unsupported(operator, a, b);
        };
    }

    /// What goes into marked text: its strings are escaped.
    private Object escaped(Object values) {
        return switch (values) {
            case String text -> Markup.escape(text, budget);
            case Tuple tuple ->
                new Tuple(new ArrayList<>(
                        tuple.items().stream().map(this::escaped).toList()));
            case null, default -> values;
        };
    }

    private Object add(Object a, Object b) {
        if (Values.isText(a) && Values.isText(b)) {
            boolean marked = a instanceof Markup || b instanceof Markup;
            String left = marked ? Markup.escape(a, budget).text() : (String) a;
            String right = marked ? Markup.escape(b, budget).text() : (String) b;
            budget.spendOnText((long) left.length() + right.length());
            return marked ? new Markup(left + right) : left + right;
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            return joined(x, y);
        }
        if (a instanceof Tuple x && b instanceof Tuple y) {
            return new Tuple(joined(x.items(), y.items()));
        }
        if (Values.isText(a) || a instanceof List<?> || a instanceof Tuple) {
            String type = Values.isText(a) ? "str" : Values.typeName(a);
            throw new TemplateException(
                    "can only concatenate " + type + " (not \"" + Values.typeName(b) + "\") to " + type);
        }
        throw unsupported("+", a, b);
    }

    private List<Object> joined(List<?> a, List<?> b) {
        budget.spend(a.size() + b.size());
        List<Object> joined = new ArrayList<>(a.size() + b.size());
        joined.addAll(a);
        joined.addAll(b);
        return joined;
    }

    /// `sequence * times`, or null where it is no sequence.
    private Object repeat(Object sequence, Object count) {
        int times = Math.max(0, Numbers.clamp(count));
        if (Values.isText(sequence)) {
            String text = Values.text(sequence);
            budget.spendOnText((long) text.length() * times);
            return Markup.like(sequence, text.repeat(times));
        }
        List<?> items =
                sequence instanceof Tuple tuple ? tuple.items() : sequence instanceof List<?> list ? list : null;
        if (items == null) {
            return null;
        }
        budget.spend((long) items.size() * times);
        List<Object> repeated = new ArrayList<>();
        for (int i = 0; i < times && !items.isEmpty(); i++) {
            repeated.addAll(items);
        }
        return sequence instanceof Tuple ? new Tuple(repeated) : repeated;
    }

    Object sign(String operator, Object value) {
        if (value instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (!Numbers.isNumber(value)) {
            throw new TemplateException(
                    "bad operand type for unary " + operator + ": '" + Values.typeName(value) + "'");
        }
        if (value instanceof Double d) {
            return operator.equals("-") ? -d : d;
        }
        return Numbers.normal(operator.equals("-") ? Numbers.whole(value).negate() : Numbers.whole(value));
    }

    boolean compare(String operator, Object a, Object b) {
        return switch (operator) {
            case "==" -> Values.equal(a, b, budget);
            case "!=" -> !Values.equal(a, b, budget);
            case "in" -> Sequences.contains(b, a, budget);
            case "not in" -> !Sequences.contains(b, a, budget);
            default -> {
                boolean ordered = !Numbers.isNaN(a) && !Numbers.isNaN(b);
                int order = Values.compare(a, b, operator, budget);
                yield ordered
                        && switch (operator) {
                            case "<" -> order < 0;
                            case "<=" -> order <= 0;
                            case ">" -> order > 0;
                            default -> order >= 0;
                        };
            }
        };
    }

    private static TemplateException unsupported(String operator, Object a, Object b) {
        return new TemplateException("unsupported operand type(s) for " + operator + ": '" + Values.typeName(a)
                + "' and '" + Values.typeName(b) + "'");
    }
}
