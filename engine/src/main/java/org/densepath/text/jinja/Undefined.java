package org.densepath.text.jinja;

/// What a name or attribute has that does not exist: prints as nothing, is false and empty; anything else done
/// with it is an error that says `reason`.
record Undefined(String reason) {
    static Undefined name(String name) {
        return new Undefined("'" + name + "' is undefined");
    }

    static Undefined attribute(Object owner, Object key) {
        String type = owner == null ? "None" : Values.typeName(owner) + " object";
        return new Undefined(
                Values.isText(key)
                        ? "'" + type + "' has no attribute '" + Values.text(key) + "'"
                        : type + " has no element " + (key instanceof Number ? key : Values.typeName(key)));
    }

    /// A method that would change a value or reach behind it.
    static Undefined unsafe(Object owner, String name) {
        return new Undefined(
                "access to attribute '" + name + "' of '" + Values.typeName(owner) + "' object is unsafe.");
    }

    TemplateException error() {
        return new TemplateException(reason);
    }
}
