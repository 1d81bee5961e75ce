package org.densepath.theory;

/// A claim that was measured: the largest `error` over `cases` (tokens, sequences or processes), which must not
/// be above `tolerance`: rounding, or for a bound 1, the error being the largest left side divided by its right
/// side.
public record IdentityCheck(String name, String claim, int cases, double error, double tolerance) {
    public boolean holds() {
        return error <= tolerance;
    }
}
