package org.densepath.sample.task;

import java.util.List;
import org.densepath.sample.Draws;

/// A claim about two numbers, true or false; the exact answer is judged.
final class Comparison implements TaskFamily {
    @Override
    public String name() {
        return "compare";
    }

    @Override
    public Task generate(Draws draws) {
        List<Integer> numbers = draws.distinctNumbers(10, 99, 2);
        int a = numbers.get(0);
        int b = numbers.get(1);
        boolean claimsGreater = draws.chance(0.5);
        String prompt = draws.oneOf(
                        "True or false: %s is %s than %s.",
                        "Is %s %s than %s? Say true or false.", "Check this claim: %s is %s than %s.")
                .formatted(a, claimsGreater ? "greater" : "less", b);
        String answer = "%s. %s is %s than %s."
                .formatted(a > b == claimsGreater ? "True" : "False", a, a > b ? "greater" : "less", b);
        return new Task(name(), prompt, answer, new Check.Exact(answer));
    }
}
