package org.densepath.text.jinja;

import java.util.ArrayList;
import java.util.List;

/// The `attribute` of a filter: `a.b.0` goes into an element part by part, digits as positions; `None` stays.
record AttributePath(List<Object> parts) {
    static AttributePath of(Object attribute) {
        if (attribute == null) {
            return new AttributePath(List.of());
        }
        if (!Values.isText(attribute)) {
            return new AttributePath(List.of(attribute));
        }
        List<Object> parts = new ArrayList<>();
        for (String part : Values.text(attribute).split("\\.", -1)) {
            boolean number =
                    !part.isEmpty() && part.length() < 10 && part.chars().allMatch(c -> c >= '0' && c <= '9');
            parts.add(number ? (Object) Long.valueOf(part) : part);
        }
        return new AttributePath(parts);
    }

    Object get(Object element, Budget budget) {
        return get(element, null, budget);
    }

    /// `otherwise`, unless null, stands for what is undefined on the way.
    Object get(Object element, Object otherwise, Budget budget) {
        Object value = element;
        for (Object part : parts) {
            value = Attributes.item(value, part, budget);
            if (otherwise != null && value instanceof Undefined) {
                value = otherwise;
            }
        }
        return value;
    }
}
