package org.densepath.text.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.densepath.text.jinja.Statement.Target;

/// What is assigned to: names, tuples of them, attributes of a namespace; and a macro's parameters.
final class TargetParser {
    private static final Set<String> CONSTANTS = Set.of("true", "false", "none", "True", "False", "None");

    private final TokenStream stream;
    private final ExpressionParser expressions;

    TargetParser(TokenStream stream, ExpressionParser expressions) {
        this.stream = stream;
        this.expressions = expressions;
    }

    /// `withNamespace` allows `ns.name`; `end` is a name that ends it, or null.
    Target target(boolean withNamespace, String end) {
        List<Target> targets = new ArrayList<>();
        boolean several = false;
        while (!expressions.atTupleEnd(end)) {
            targets.add(single(withNamespace));
            if (!stream.skipOperator(",")) {
                break;
            }
            several = true;
        }
        if (targets.isEmpty()) {
            throw stream.unexpected("a name to assign to");
        }
        return several ? new Target.Several(List.copyOf(targets)) : targets.getFirst();
    }

    private Target single(boolean withNamespace) {
        if (stream.skipOperator("(")) {
            stream.enter();
            Target inner = target(withNamespace, null);
            stream.expectOperator(")");
            stream.leave();
            return inner;
        }
        Token token = stream.current();
        if (token.is(Token.Kind.NAME) && withNamespace && stream.look().isOperator(".")) {
            stream.next();
            stream.next();
            stream.read(token.text());
            return new Target.NamespaceAttribute(
                    token.text(), stream.expect(Token.Kind.NAME).text());
        }
        return new Target.Variable(name());
    }

    String name() {
        Token token = stream.expect(Token.Kind.NAME);
        if (CONSTANTS.contains(token.text())) {
            throw new TemplateException("can't assign to '" + token.text() + "'", token.line());
        }
        return token.text();
    }

    /// `(a, b=1)`: the names into `parameters`, the defaults of the last ones into `defaults`.
    void signature(List<String> parameters, List<Expression> defaults) {
        stream.expectOperator("(");
        while (!stream.skipOperator(")")) {
            if (!parameters.isEmpty()) {
                stream.expectOperator(",");
            }
            parameters.add(name());
            if (stream.skipOperator("=")) {
                defaults.add(expressions.expression());
            } else if (!defaults.isEmpty()) {
                throw new TemplateException("non-default argument follows default argument", stream.line());
            }
        }
    }
}
