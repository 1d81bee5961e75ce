package org.densepath.text.jinja;

import java.util.List;
import java.util.Set;

/// What a template does.
sealed interface Statement {
    int line();

    /// Text as it stands.
    record Data(String text, int line) implements Statement {}

    /// `{{ value }}`
    record Output(Expression value, int line) implements Statement {}

    record Assign(Target target, Expression value, int line) implements Statement {}

    /// `{% set target | filters %} body {% endset %}`
    record AssignBlock(Target target, List<Expression.FilterCall> filters, List<Statement> body, int line)
            implements Statement {}

    /// `{% for target in elements if test %} body {% else %} otherwise {% endfor %}`; `test` is null when absent.
    record For(
            Target target,
            Expression elements,
            Expression test,
            boolean recursive,
            List<Statement> body,
            List<Statement> otherwise,
            int line)
            implements Statement {}

    /// `tests` and `bodies` go together, the first true one runs; else `otherwise`.
    record If(List<Expression> tests, List<List<Statement>> bodies, List<Statement> otherwise, int line)
            implements Statement {}

    record With(List<Target> targets, List<Expression> values, List<Statement> body, int line) implements Statement {}

    record DefineMacro(MacroDefinition definition, int line) implements Statement {}

    /// `{% call(parameters) call %} body {% endcall %}`: the body is the macro `caller`.
    record CallBlock(MacroDefinition caller, Expression.Call call, int line) implements Statement {}

    record FilterBlock(List<Expression.FilterCall> filters, List<Statement> body, int line) implements Statement {}

    /// `{% generation %}`: what the assistant said.
    record Generation(List<Statement> body, int line) implements Statement {}

    record Break(int line) implements Statement {}

    record Continue(int line) implements Statement {}

    /// `defaults` belong to the last parameters; `reads` are the names that the body mentions.
    record MacroDefinition(
            String name, List<String> parameters, List<Expression> defaults, List<Statement> body, Set<String> reads) {}

    /// What can be assigned to.
    sealed interface Target {
        record Variable(String name) implements Target {}

        record Several(List<Target> targets) implements Target {}

        record NamespaceAttribute(String namespace, String attribute) implements Target {}
    }
}
