package org.densepath.text.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densepath.text.jinja.Statement.MacroDefinition;

/// A macro, or the body of a `call` block: a function whose value is the text that it renders.
final class Macro implements Function {
    private final MacroDefinition definition;
    private final Scope around;
    private final Interpreter interpreter;

    Macro(MacroDefinition definition, Scope around, Interpreter interpreter) {
        this.definition = definition;
        this.around = around;
        this.interpreter = interpreter;
    }

    /// Null for the body of a `call` block.
    String name() {
        return definition.name();
    }

    @Override
    public Object call(Arguments arguments) {
        Scope scope = new Scope(around);
        List<String> parameters = definition.parameters();
        Map<String, Object> named = new LinkedHashMap<>(arguments.named());
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            String parameter = parameters.get(i);
            if (i < arguments.positional().size()) {
                scope.set(parameter, arguments.positional().get(i));
            } else if (named.containsKey(parameter)) {
                scope.set(parameter, named.remove(parameter));
            } else {
                missing.add(parameter);
            }
        }
        rest(arguments, named, scope);
        missing.forEach(parameter -> scope.set(parameter, absent(parameter, scope)));
        return interpreter.capture(definition.body(), scope);
    }

    /// What no parameter takes goes into `caller`, `kwargs` and `varargs`, where the body mentions them.
    private void rest(Arguments arguments, Map<String, Object> named, Scope scope) {
        if (takes("caller")) {
            Object caller = named.remove("caller");
            scope.set("caller", caller == null ? new Undefined("No caller defined") : caller);
        }
        if (takes("kwargs")) {
            Dict left = new Dict();
            named.forEach(left::put);
            scope.set("kwargs", left);
        } else if (!named.isEmpty()) {
            throw new TemplateException("macro '" + name() + "' takes no keyword argument '"
                    + named.keySet().iterator().next() + "'");
        }
        int count = definition.parameters().size();
        if (takes("varargs")) {
            scope.set("varargs", new Tuple(arguments.from(count).positional()));
        } else if (arguments.positional().size() > count) {
            throw new TemplateException("macro '" + name() + "' takes not more than " + count + " argument(s)");
        }
    }

    private boolean takes(String name) {
        return definition.reads().contains(name) && !definition.parameters().contains(name);
    }

    private Object absent(String parameter, Scope scope) {
        int index = definition.parameters().indexOf(parameter)
                - definition.parameters().size()
                + definition.defaults().size();
        return index < 0
                ? new Undefined("parameter '" + parameter + "' was not provided")
                : interpreter.value(definition.defaults().get(index), scope);
    }
}
