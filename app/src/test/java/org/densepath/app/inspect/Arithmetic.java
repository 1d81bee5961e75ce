package org.densepath.app.inspect;

/// The value of what is written: numbers, + − · / and brackets, as a person with a calculator reads it.
final class Arithmetic {
    private final String text;
    private int at;

    private Arithmetic(String text) {
        this.text = text.replace(" ", "");
    }

    static double of(String text) {
        Arithmetic reading = new Arithmetic(text);
        double value = reading.sum();
        if (reading.at != reading.text.length()) {
            throw new AssertionError("cannot read " + text + " at " + reading.at);
        }
        return value;
    }

    private double sum() {
        double value = product();
        while (at < text.length() && "+−".indexOf(text.charAt(at)) >= 0) {
            value += text.charAt(at++) == '+' ? product() : -product();
        }
        return value;
    }

    private double product() {
        double value = factor();
        while (at < text.length() && "·/".indexOf(text.charAt(at)) >= 0) {
            value = text.charAt(at++) == '·' ? value * factor() : value / factor();
        }
        return value;
    }

    private double factor() {
        char first = text.charAt(at);
        if (first == '−' || first == '+') {
            at++;
            return first == '−' ? -factor() : factor();
        }
        if (first == '(') {
            at++;
            double value = sum();
            at++;
            return value;
        }
        int from = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        return Double.parseDouble(text.substring(from, at));
    }
}
