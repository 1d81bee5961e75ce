package org.densepath.text.jinja;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/// The functions that every template can call, unless its context has something of the same name.
final class Globals {
    private final Budget budget;

    private Globals(Budget budget) {
        this.budget = budget;
    }

    /// `strftime_now` is there only with a moment to tell.
    static Scope scope(LocalDateTime now, Budget budget) {
        Globals globals = new Globals(budget);
        Scope scope = new Scope(null);
        scope.set("range", (Function) globals::range);
        scope.set("dict", (Function) globals::dict);
        scope.set("namespace", (Function) arguments -> new Namespace(globals.dict(arguments)));
        scope.set("joiner", (Function) globals::joiner);
        scope.set("raise_exception", (Function) globals::raise);
        if (now != null) {
            scope.set("strftime_now", (Function) arguments ->
                    Dates.format(now, arguments.bind("strftime_now", "format").text("format")));
        }
        return scope;
    }

    private Range range(Arguments arguments) {
        if (arguments.positional().size() == 1) {
            return new Range(0, whole(arguments.positional().getFirst()), 1);
        }
        Arguments.Bound bound = arguments.bind("range", "start", "stop", "step");
        return new Range(whole(bound.value("start")), whole(bound.value("stop")), whole(bound.value("step", 1L)));
    }

    private static long whole(Object value) {
        if (value instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (!Numbers.isInteger(value)) {
            throw new TemplateException("'" + Values.typeName(value) + "' object cannot be interpreted as an integer");
        }
        return Numbers.clamp(value);
    }

    private Dict dict(Arguments arguments) {
        Dict dict = new Dict();
        if (arguments.positional().size() > 1) {
            throw new TemplateException("dict expected at most 1 argument");
        }
        for (Object source : arguments.positional()) {
            Object pairs = source instanceof Dict other ? new ArrayList<>(other.items()) : source;
            for (Object element : Sequences.list(pairs, budget)) {
                List<Object> pair = Sequences.list(element, budget);
                if (pair.size() != 2) {
                    throw new TemplateException(
                            "dictionary update sequence element has length " + pair.size() + "; 2 is required");
                }
                dict.put(pair.get(0), pair.get(1));
            }
        }
        arguments.named().forEach(dict::put);
        return dict;
    }

    private Function joiner(Arguments arguments) {
        String separator = arguments.bind("joiner", "sep").text("sep", ", ");
        boolean[] used = {false};
        return none -> {
            String text = used[0] ? separator : "";
            used[0] = true;
            return text;
        };
    }

    private Object raise(Arguments arguments) {
        throw TemplateException.raised(
                Text.str(arguments.bind("raise_exception", "message").value("message"), budget));
    }
}
