package org.densepath.bench.ifeval;

/// One verifiable instruction of a prompt.
@FunctionalInterface
interface Instruction {
    /// Whether a response, which is not blank, follows it.
    boolean followedBy(String response);
}
