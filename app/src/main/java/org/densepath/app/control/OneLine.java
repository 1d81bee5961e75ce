package org.densepath.app.control;

/// Text that has lines, where there is room for one.
public final class OneLine {
    private OneLine() {}

    /// `two ⏎ lines`, without blanks around it.
    public static String of(String text) {
        String line = text.strip();
        return line.indexOf('\n') < 0 ? line : line.replaceAll("\\s*\\n\\s*", " ⏎ ");
    }
}
