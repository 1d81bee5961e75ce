package org.densepath.sample.task;

import org.densepath.sample.Draws;

/// Two numbers of two digits, added digit by digit; only the sum at the end is judged.
final class Addition implements TaskFamily {
    @Override
    public String name() {
        return "add";
    }

    @Override
    public Task generate(Draws draws) {
        int a = draws.between(11, 99);
        int b = draws.between(11, 99);
        String prompt = draws.oneOf(
                        "What is %s + %s? Show the steps.",
                        "Add %s and %s. Show your work.", "Work out %s + %s step by step.")
                .formatted(a, b);
        int ones = a % 10 + b % 10;
        int carry = ones / 10;
        String tens = a / 10 + " + " + b / 10 + (carry == 1 ? " + 1" : "") + " = " + (a / 10 + b / 10 + carry);
        String result = "Answer: " + (a + b);
        String answer = a % 10 + " + " + b % 10 + " = " + ones + ". " + tens + ". " + result;
        return new Task(name(), prompt, answer, new Check.Ending(result));
    }
}
