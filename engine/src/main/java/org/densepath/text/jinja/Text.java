package org.densepath.text.jinja;

import java.math.BigInteger;
import java.util.List;

/// Python's `str` and `repr`.
final class Text {
    private final StringBuilder text = new StringBuilder();
    private final Budget budget;

    private Text(Budget budget) {
        this.budget = budget;
    }

    static String str(Object value, Budget budget) {
        return switch (value) {
            case String s -> s;
            case Markup markup -> markup.text();
            case Undefined u -> "";
            case null, default -> repr(value, budget);
        };
    }

    static String repr(Object value, Budget budget) {
        Text text = new Text(budget);
        text.write(value);
        return text.text.toString();
    }

    private void write(Object value) {
        int before = text.length();
        switch (value) {
            case null -> text.append("None");
            case Undefined u -> text.append("Undefined");
            case Boolean b -> text.append(b ? "True" : "False");
            case Double d -> text.append(Numbers.repr(d));
            case Long l -> text.append(l.longValue());
            case BigInteger big -> text.append(big);
            case String s -> quoted(s);
            case Markup markup -> {
                text.append("Markup(");
                quoted(markup.text());
                text.append(')');
            }
            case List<?> list -> items("[", list, "]");
            case Tuple tuple -> items("(", tuple.items(), tuple.items().size() == 1 ? ",)" : ")");
            case Dict dict -> dict(dict);
            case DictView view -> items(view.kind() + "([", view.elements(), "])");
            case Range r ->
                text.append("range(" + r.start() + ", " + r.stop() + (r.step() == 1 ? ")" : ", " + r.step() + ")"));
            case Namespace namespace -> {
                text.append("<Namespace ");
                dict(namespace.attributes());
                text.append('>');
            }
            case Macro macro ->
                text.append(macro.name() == null ? "<Macro anonymous>" : "<Macro '" + macro.name() + "'>");
            case LoopState loop -> text.append("<LoopContext " + loop.index() + "/" + loop.length() + ">");
            default -> text.append('<').append(Values.typeName(value)).append(" object>");
        }
        budget.spendOnText(text.length() - before);
        budget.checkLength(text.length());
    }

    private void items(String open, List<?> items, String close) {
        text.append(open);
        for (int i = 0; i < items.size(); i++) {
            text.append(i == 0 ? "" : ", ");
            write(items.get(i));
        }
        text.append(close);
    }

    private void dict(Dict dict) {
        text.append('{');
        boolean first = true;
        for (Object key : dict.keys()) {
            text.append(first ? "" : ", ");
            first = false;
            write(key);
            text.append(": ");
            write(dict.get(key, null));
        }
        text.append('}');
    }

    private void quoted(String s) {
        char quote = s.indexOf('\'') >= 0 && s.indexOf('"') < 0 ? '"' : '\'';
        text.append(quote);
        s.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\\' -> text.append("\\\\");
                default -> {
                    if (c == quote) {
                        text.append('\\').append(quote);
                    } else if (Characters.isPrintable(c)) {
                        text.appendCodePoint(c);
                    } else {
                        text.append(String.format(c < 256 ? "\\x%02x" : c < 65536 ? "\\u%04x" : "\\U%08x", c));
                    }
                }
            }
        });
        text.append(quote);
    }
}
