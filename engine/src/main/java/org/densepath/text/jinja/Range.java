package org.densepath.text.jinja;

/// `range(start, stop, step)`, at most 100,000 long as in Jinja's sandbox.
record Range(long start, long stop, long step) {
    private static final long MAX_LENGTH = 100_000;

    Range {
        if (step == 0) {
            throw new TemplateException("range() arg 3 must not be zero");
        }
        double length = Math.ceil(((double) stop - start) / step);
        if (length > MAX_LENGTH) {
            throw new TemplateException(
                    "Range too big. The sandbox blocks ranges larger than MAX_RANGE (" + MAX_LENGTH + ").");
        }
    }

    int length() {
        return (int) Math.max(0, Math.ceil(((double) stop - start) / step));
    }

    long get(int index) {
        return start + index * step;
    }
}
