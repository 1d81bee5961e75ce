package org.densepath.data;

/// Why a record cannot be used; becomes a [Refused] with its line. Carries no stack trace: there may be one a
/// line.
final class UnusableRecord extends Exception {
    private static final long serialVersionUID = 1;

    UnusableRecord(String reason) {
        super(reason, null, false, false);
    }
}
