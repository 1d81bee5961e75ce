package org.densepath.bench.localise;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The equations that stand in a text, such as `46 - 4 = 42` or `80,000*1.5=120,000`: numbers joined by + − × ÷,
/// an equals sign, and a number.
final class Equations {
    static final String NUMBER = "[0-9][0-9,]*(?:\\.[0-9]+)?";
    static final String OPERATOR = "[+\\-*/×÷−]";
    private static final Pattern EQUATION = Pattern.compile("(?<![0-9.,])\\$?" + NUMBER + "(?: ?" + OPERATOR + " ?\\$?"
            + NUMBER + ")+ ?= ?\\$?" + NUMBER + "(?![0-9])");
    private static final Pattern PART = Pattern.compile(NUMBER + "|" + OPERATOR);
    private static final double NEAR = 1e-6;

    private Equations() {}

    /// An equation's place and text.
    static List<MatchResult> in(String text) {
        return EQUATION.matcher(text).results().toList();
    }

    /// Whether an equation in the text is false.
    static boolean broken(String text) {
        return in(text).stream().anyMatch(equation -> !holds(equation.group()));
    }

    /// Whether both sides are equal; × and ÷ before + and −.
    static boolean holds(String equation) {
        int equals = equation.indexOf('=');
        double right = number(equation.substring(equals + 1));
        double left = value(equation.substring(0, equals));
        return Math.abs(left - right) <= NEAR * Math.max(1, Math.abs(right));
    }

    private static double value(String side) {
        List<Double> terms = new ArrayList<>();
        String operator = "+";
        Matcher part = PART.matcher(side);
        while (part.find()) {
            String text = part.group();
            if (!Character.isDigit(text.charAt(0))) {
                operator = text;
                continue;
            }
            double number = number(text);
            switch (operator) {
                case "+" -> terms.add(number);
                case "-", "−" -> terms.add(-number);
                case "*", "×" -> terms.add(terms.removeLast() * number);
                default -> terms.add(terms.removeLast() / number);
            }
        }
        return terms.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(",", "").replace("$", "").strip());
    }
}
