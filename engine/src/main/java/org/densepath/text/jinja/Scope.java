package org.densepath.text.jinja;

import java.util.HashMap;
import java.util.Map;

/// The variables of one block, in front of those around it. Loops, macros, `with` and captured blocks have their
/// own: what is set in them ends with them.
final class Scope {
    /// Stands for "there is none", where null is `None`.
    static final Object MISSING = new Object();

    private final Scope around;
    private final Map<String, Object> values = new HashMap<>();

    Scope(Scope around) {
        this.around = around;
    }

    Scope set(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /// The nearest variable of that name, or [Undefined].
    Object get(String name) {
        for (Scope scope = this; scope != null; scope = scope.around) {
            Object value = scope.values.getOrDefault(name, MISSING);
            if (value != MISSING) {
                return value;
            }
        }
        return Undefined.name(name);
    }
}
