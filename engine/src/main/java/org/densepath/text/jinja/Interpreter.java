package org.densepath.text.jinja;

import java.util.Iterator;
import java.util.List;
import org.densepath.text.jinja.Expression.FilterCall;
import org.densepath.text.jinja.Statement.Target;

/// Runs statements in a scope, writing to an output.
final class Interpreter {
    /// How a statement ended: what follows it runs, or the loop around it goes on or ends.
    private enum Flow {
        NEXT,
        CONTINUE,
        BREAK
    }

    private final Budget budget;
    private final Evaluator evaluator;

    Interpreter(Budget budget) {
        this.budget = budget;
        this.evaluator = new Evaluator(budget);
    }

    int line() {
        return evaluator.line();
    }

    void render(List<Statement> body, Scope scope, Output out) {
        run(body, scope, out);
    }

    String capture(List<Statement> body, Scope scope) {
        Output captured = new Output(budget, true);
        run(body, scope, captured);
        return captured.text();
    }

    Object value(Expression expression, Scope scope) {
        return evaluator.value(expression, scope);
    }

    private Flow run(List<Statement> body, Scope scope, Output out) {
        budget.enter();
        for (Statement statement : body) {
            budget.spend(1);
            evaluator.moveTo(statement.line());
            Flow flow = run(statement, scope, out);
            if (flow != Flow.NEXT) {
                budget.leave();
                return flow;
            }
        }
        budget.leave();
        return Flow.NEXT;
    }

    private Flow run(Statement statement, Scope scope, Output out) {
        switch (statement) {
            case Statement.Data data -> out.append(data.text());
            case Statement.Output output -> out.append(Text.str(value(output.value(), scope), budget));
            case Statement.Assign set -> assign(set.target(), value(set.value(), scope), scope);
            case Statement.DefineMacro macro ->
                scope.set(macro.definition().name(), new Macro(macro.definition(), scope, this));
            case Statement.CallBlock block -> {
                Macro caller = new Macro(block.caller(), scope, this);
                out.append(Text.str(evaluator.call(block.call(), caller, scope), budget));
            }
            case Statement.Generation generation -> {
                int start = out.length();
                run(generation.body(), new Scope(scope), out);
                out.mark(start);
            }
            case Statement.If choice -> {
                return ifElse(choice, scope, out);
            }
            case Statement.For loop -> {
                return loop(loop, value(loop.elements(), scope), 0, scope, out);
            }
            case Statement.With with -> {
                return with(with, scope, out);
            }
            case Statement.AssignBlock set -> {
                return captured(set.body(), set.filters(), scope, text -> assign(set.target(), text, scope));
            }
            case Statement.FilterBlock block -> {
                return captured(block.body(), block.filters(), scope, text -> out.append(Text.str(text, budget)));
            }
            case Statement.Break b -> {
                return Flow.BREAK;
            }
            case Statement.Continue c -> {
                return Flow.CONTINUE;
            }
        }
        return Flow.NEXT;
    }

    private Flow ifElse(Statement.If choice, Scope scope, Output out) {
        for (int i = 0; i < choice.tests().size(); i++) {
            if (Values.truth(value(choice.tests().get(i), scope))) {
                return run(choice.bodies().get(i), scope, out);
            }
        }
        return run(choice.otherwise(), scope, out);
    }

    private Flow with(Statement.With with, Scope scope, Output out) {
        Scope inner = new Scope(scope);
        for (int i = 0; i < with.targets().size(); i++) {
            assign(with.targets().get(i), value(with.values().get(i), scope), inner);
        }
        return run(with.body(), inner, out);
    }

    private Flow captured(
            List<Statement> body, List<FilterCall> filters, Scope scope, java.util.function.Consumer<Object> into) {
        Output captured = new Output(budget, true);
        Flow flow = run(body, new Scope(scope), captured);
        if (flow == Flow.NEXT) {
            Object text = captured.text();
            for (FilterCall filter : filters) {
                text = evaluator.filtered(filter, text, scope);
            }
            into.accept(text);
        }
        return flow;
    }

    private Flow loop(Statement.For loop, Object elements, int depth0, Scope scope, Output out) {
        Iterator<Object> each = Sequences.iterate(elements, budget);
        Object source = elements;
        if (loop.test() != null) {
            each = new LazyFilter(each, element -> {
                Scope inner = new Scope(scope);
                assign(loop.target(), element, inner);
                return Values.truth(value(loop.test(), inner));
            });
            source = new Generator(each);
        }
        LoopState state = new LoopState(source, each, depth0, loop.recursive() ? recursion(loop, depth0, scope) : null);
        // as in Jinja, a loop that never reached the end of its body runs the other branch, even if it had elements
        boolean finishedOne = false;
        Flow flow = Flow.NEXT;
        while (flow != Flow.BREAK && state.advance()) {
            Scope inner = new Scope(scope).set("loop", state);
            assign(loop.target(), state.current(), inner);
            flow = run(loop.body(), inner, out);
            finishedOne |= flow == Flow.NEXT;
        }
        return finishedOne ? Flow.NEXT : run(loop.otherwise(), new Scope(scope), out);
    }

    private Function recursion(Statement.For loop, int depth0, Scope scope) {
        return arguments -> {
            Output captured = new Output(budget, true);
            loop(loop, arguments.bind("loop", "iterable").value("iterable"), depth0 + 1, scope, captured);
            return captured.text();
        };
    }

    private void assign(Target target, Object value, Scope scope) {
        switch (target) {
            case Target.Variable variable -> scope.set(variable.name(), value);
            case Target.NamespaceAttribute attribute -> {
                if (!(scope.get(attribute.namespace()) instanceof Namespace namespace)) {
                    throw new TemplateException("cannot assign attribute on non-namespace object");
                }
                namespace.attributes().put(attribute.attribute(), value);
            }
            case Target.Several several -> {
                List<Object> parts = Sequences.list(value, budget);
                int expected = several.targets().size();
                if (parts.size() != expected) {
                    throw new TemplateException((parts.size() < expected ? "not enough" : "too many")
                            + " values to unpack (expected " + expected + ", got " + parts.size() + ")");
                }
                for (int i = 0; i < expected; i++) {
                    assign(several.targets().get(i), parts.get(i), scope);
                }
            }
        }
    }
}
