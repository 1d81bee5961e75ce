package org.densepath.text.jinja;

/// What a template can call.
interface Function {
    Object call(Arguments arguments);
}
