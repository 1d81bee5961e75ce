package org.densepath.app.control;

import java.util.function.Function;
import javafx.util.StringConverter;

/// What the values of a choice are called. There is no way back: values are chosen, not typed.
public final class Named<T> extends StringConverter<T> {
    private final Function<T, String> name;

    public Named(Function<T, String> name) {
        this.name = name;
    }

    /// Empty for no value.
    @Override
    public String toString(T value) {
        return value == null ? "" : name.apply(value);
    }

    @Override
    public T fromString(String typed) {
        throw new UnsupportedOperationException("values are chosen, not typed");
    }
}
