package org.densepath.app.action;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Which page is shown, by its id.
public final class Navigator {
    private final ReadOnlyStringWrapper page = new ReadOnlyStringWrapper("");

    public ReadOnlyStringProperty page() {
        return page.getReadOnlyProperty();
    }

    public void show(String id) {
        page.set(id);
    }
}
