package org.densepath.text.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.densepath.text.jinja.Expression.FilterCall;
import org.densepath.text.jinja.Statement.MacroDefinition;
import org.densepath.text.jinja.Statement.Target;

/// Statements from tokens.
final class Parser {
    private final TokenStream stream;
    private final ExpressionParser expressions;
    private final TargetParser targets;
    private int loops;

    private Parser(List<Token> tokens) {
        stream = new TokenStream(tokens);
        expressions = new ExpressionParser(stream);
        targets = new TargetParser(stream, expressions);
    }

    /// Throws [TemplateException] with the line where the text is not a template.
    static List<Statement> parse(String template) {
        Parser parser = new Parser(Lexer.tokens(template));
        try {
            return parser.statements(Set.of());
        } catch (StackOverflowError overflow) {
            throw TemplateException.tooDeep(overflow, parser.stream.line());
        }
    }

    /// Statements up to one of the tags `ends`, whose name is then current; without any, to the template's end.
    private List<Statement> statements(Set<String> ends) {
        stream.enter();
        List<Statement> body = new ArrayList<>();
        while (!stream.current().is(Token.Kind.END)) {
            Token token = stream.next();
            switch (token.kind()) {
                case DATA -> body.add(new Statement.Data(token.text(), token.line()));
                case VARIABLE_BEGIN -> {
                    body.add(new Statement.Output(expressions.tuple(true, null, false), token.line()));
                    stream.expect(Token.Kind.VARIABLE_END);
                }
                default -> {
                    if (stream.current().is(Token.Kind.NAME)
                            && ends.contains(stream.current().text())) {
                        stream.leave();
                        return body;
                    }
                    statement(body);
                    stream.expect(Token.Kind.BLOCK_END);
                }
            }
        }
        if (!ends.isEmpty()) {
            throw stream.unexpected(String.join(" or ", ends.stream().sorted().toList()));
        }
        stream.leave();
        return body;
    }

    private List<Statement> body(String... ends) {
        stream.skipOperator(":");
        stream.expect(Token.Kind.BLOCK_END);
        return statements(Set.of(ends));
    }

    private List<Statement> bodyAndEnd(String end) {
        List<Statement> body = body(end);
        stream.next();
        return body;
    }

    private void statement(List<Statement> into) {
        Token tag = stream.expect(Token.Kind.NAME);
        int line = tag.line();
        switch (tag.text()) {
            case "set" -> into.add(set(line));
            case "for" -> into.add(forLoop(line));
            case "if" -> into.add(ifElse(line));
            case "with" -> into.add(with(line));
            case "macro" -> {
                String name = targets.name();
                List<String> parameters = new ArrayList<>();
                List<Expression> defaults = new ArrayList<>();
                targets.signature(parameters, defaults);
                into.add(new Statement.DefineMacro(macroBody(name, parameters, defaults, "endmacro"), line));
            }
            case "call" -> into.add(callBlock(line));
            case "filter" -> {
                List<FilterCall> filters =
                        new ArrayList<>(List.of(expressions.postfix().filterCall()));
                filters.addAll(filters());
                into.add(new Statement.FilterBlock(filters, bodyAndEnd("endfilter"), line));
            }
            case "generation" -> {
                int outer = loops;
                loops = 0;
                into.add(new Statement.Generation(bodyAndEnd("endgeneration"), line));
                loops = outer;
            }
            case "print" -> print(into, line);
            case "break" -> into.add(new Statement.Break(inLoop(tag)));
            case "continue" -> into.add(new Statement.Continue(inLoop(tag)));
            case "extends", "include", "import", "from", "block", "autoescape" ->
                throw new TemplateException(
                        "'" + tag.text() + "' is not for chat templates: they stand in one file", line);
            default -> throw new TemplateException("Encountered unknown tag '" + tag.text() + "'", line);
        }
    }

    private int inLoop(Token tag) {
        if (loops == 0) {
            throw new TemplateException("'" + tag.text() + "' outside loop", tag.line());
        }
        return tag.line();
    }

    private void print(List<Statement> into, int line) {
        boolean first = true;
        while (!stream.current().is(Token.Kind.BLOCK_END)) {
            if (!first) {
                stream.expectOperator(",");
            }
            into.add(new Statement.Output(expressions.expression(), line));
            first = false;
        }
    }

    private Statement set(int line) {
        Target target = targets.target(true, null);
        if (stream.skipOperator("=")) {
            return new Statement.Assign(target, expressions.tuple(true, null, false), line);
        }
        List<FilterCall> filters = filters();
        return new Statement.AssignBlock(target, filters, bodyAndEnd("endset"), line);
    }

    private List<FilterCall> filters() {
        List<FilterCall> filters = new ArrayList<>();
        while (stream.skipOperator("|")) {
            filters.add(expressions.postfix().filterCall());
        }
        return filters;
    }

    private Statement forLoop(int line) {
        Target target = targets.target(false, "in");
        stream.expectName("in");
        Expression elements = expressions.tuple(false, "recursive", false);
        Expression test = stream.skipName("if") ? expressions.expression() : null;
        boolean recursive = stream.skipName("recursive");
        loops++;
        List<Statement> body = body("endfor", "else");
        loops--;
        List<Statement> otherwise = stream.next().text().equals("else") ? bodyAndEnd("endfor") : List.of();
        return new Statement.For(target, elements, test, recursive, body, otherwise, line);
    }

    private Statement ifElse(int line) {
        List<Expression> tests = new ArrayList<>();
        List<List<Statement>> bodies = new ArrayList<>();
        String next;
        do {
            tests.add(expressions.tuple(false, null, false));
            bodies.add(body("elif", "else", "endif"));
            next = stream.next().text();
        } while (next.equals("elif"));
        List<Statement> otherwise = next.equals("else") ? bodyAndEnd("endif") : List.of();
        return new Statement.If(tests, bodies, otherwise, line);
    }

    private Statement with(int line) {
        List<Target> names = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        while (!stream.current().is(Token.Kind.BLOCK_END)) {
            if (!names.isEmpty()) {
                stream.expectOperator(",");
            }
            names.add(targets.target(false, null));
            stream.expectOperator("=");
            values.add(expressions.expression());
        }
        return new Statement.With(names, values, bodyAndEnd("endwith"), line);
    }

    private Statement callBlock(int line) {
        List<String> parameters = new ArrayList<>();
        List<Expression> defaults = new ArrayList<>();
        if (stream.current().isOperator("(")) {
            targets.signature(parameters, defaults);
        }
        if (!(expressions.expression() instanceof Expression.Call call)) {
            throw new TemplateException("expected call", line);
        }
        return new Statement.CallBlock(macroBody(null, parameters, defaults, "endcall"), call, line);
    }

    private MacroDefinition macroBody(String name, List<String> parameters, List<Expression> defaults, String end) {
        Set<String> before = stream.collectNames();
        int outer = loops;
        loops = 0;
        List<Statement> body = bodyAndEnd(end);
        loops = outer;
        return new MacroDefinition(name, parameters, defaults, body, stream.collectedNames(before));
    }
}
