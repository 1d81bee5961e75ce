package org.densepath.text.jinja;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/// Python's numbers: whole ones without limit (a [Long] where it fits), `bool` among them, and doubles.
final class Numbers {
    private static final int MAX_BITS = 100_000;

    private Numbers() {}

    static boolean isNumber(Object value) {
        return value instanceof Number || value instanceof Boolean;
    }

    static boolean isInteger(Object value) {
        return value instanceof Long || value instanceof BigInteger || value instanceof Boolean;
    }

    static boolean isNaN(Object value) {
        return value instanceof Double d && d.isNaN();
    }

    static Object normal(BigInteger value) {
        if (value.bitLength() > MAX_BITS) {
            throw new TemplateException("a number of more than " + MAX_BITS + " bits");
        }
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }

    static BigInteger whole(Object value) {
        return switch (value) {
            case BigInteger big -> big;
            case Boolean b -> b ? BigInteger.ONE : BigInteger.ZERO;
            default -> BigInteger.valueOf((Long) value);
        };
    }

    static double real(Object value) {
        double real = value instanceof Boolean b ? (b ? 1 : 0) : ((Number) value).doubleValue();
        if (Double.isInfinite(real) && value instanceof BigInteger) {
            throw new TemplateException("int too large to convert to float");
        }
        return real;
    }

    /// A whole number within ±2^30, beyond every length.
    static int clamp(Object value) {
        BigInteger limit = BigInteger.ONE.shiftLeft(30);
        return whole(value).max(limit.negate()).min(limit).intValue();
    }

    /// The order of two numbers, exact between int and float; NaN comes last.
    static int compare(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return Long.compare(x, y);
        }
        if (isInteger(a) && isInteger(b)) {
            return whole(a).compareTo(whole(b));
        }
        if (a instanceof Double x && (b instanceof Double || !Double.isFinite(x))) {
            double y = b instanceof Double d ? d : 0;
            return x == y ? 0 : Double.compare(x, y);
        }
        if (b instanceof Double y && !Double.isFinite(y)) {
            return Double.compare(0, y);
        }
        return decimal(a).compareTo(decimal(b));
    }

    private static BigDecimal decimal(Object value) {
        return value instanceof Double d ? new BigDecimal(d) : new BigDecimal(whole(value));
    }

    /// `a operator b` for two numbers.
    static Object calculate(String operator, Object a, Object b) {
        return isInteger(a) && isInteger(b) ? whole(operator, whole(a), whole(b)) : real(operator, real(a), real(b));
    }

    private static Object whole(String operator, BigInteger a, BigInteger b) {
        return switch (operator) {
            case "+" -> normal(a.add(b));
            case "-" -> normal(a.subtract(b));
            case "*" -> normal(a.multiply(b));
            case "/" -> {
                notZero(b.signum() == 0, "division by zero");
                yield new BigDecimal(a)
                        .divide(new BigDecimal(b), MathContext.DECIMAL128)
                        .doubleValue();
            }
            case "//" -> {
                notZero(b.signum() == 0, "integer division or modulo by zero");
                yield normal(floor(a, b));
            }
            case "%" -> {
                notZero(b.signum() == 0, "integer modulo by zero");
                yield normal(a.subtract(floor(a, b).multiply(b)));
            }
            default -> wholePower(a, b);
        };
    }

    private static BigInteger floor(BigInteger a, BigInteger b) {
        BigInteger[] parts = a.divideAndRemainder(b);
        return parts[1].signum() != 0 && parts[1].signum() != b.signum() ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    private static Object wholePower(BigInteger a, BigInteger b) {
        if (b.signum() < 0) {
            notZero(a.signum() == 0, "0.0 cannot be raised to a negative power");
            return Math.pow(a.doubleValue(), b.doubleValue());
        }
        if (a.abs().compareTo(BigInteger.ONE) <= 0) {
            return normal(b.signum() == 0 ? BigInteger.ONE : b.testBit(0) ? a : a.abs());
        }
        if ((double) a.bitLength() * b.doubleValue() > MAX_BITS) {
            throw new TemplateException("a number of more than " + MAX_BITS + " bits");
        }
        return normal(a.pow(b.intValue()));
    }

    private static Object real(String operator, double a, double b) {
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> {
                notZero(b == 0, "float division by zero");
                yield a / b;
            }
            case "//" -> {
                notZero(b == 0, "float floor division by zero");
                yield floor(a, b);
            }
            case "%" -> {
                notZero(b == 0, "float modulo");
                yield modulo(a, b);
            }
            default -> realPower(a, b);
        };
    }

    private static double floor(double a, double b) {
        double quotient = (a - modulo(a, b)) / b;
        double floored = Math.floor(quotient);
        return quotient - floored > 0.5 ? floored + 1 : floored;
    }

    private static double modulo(double a, double b) {
        double rest = a % b;
        if (rest == 0) {
            return Math.copySign(0, b);
        }
        return (rest < 0) == (b < 0) ? rest : rest + b;
    }

    private static Object realPower(double a, double b) {
        notZero(a == 0 && b < 0, "0.0 cannot be raised to a negative power");
        double power = Math.pow(a, b);
        if (Double.isNaN(power) && !Double.isNaN(a) && !Double.isNaN(b)) {
            throw new TemplateException("a power with a complex result");
        }
        if (Double.isInfinite(power) && Double.isFinite(a) && Double.isFinite(b)) {
            throw new TemplateException("(34, 'Numerical result out of range')");
        }
        return power;
    }

    private static void notZero(boolean zero, String message) {
        if (zero) {
            throw new TemplateException(message);
        }
    }

    /// Python's `repr` of a float: the shortest digits that read back as the same double; with an exponent below
    /// 1e-4 and from 1e16 on.
    static String repr(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            String plain = shortest.toPlainString();
            return plain.indexOf('.') < 0 ? plain + ".0" : plain;
        }
        String digits = shortest.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        String sign = value < 0 ? "-" : "";
        return sign
                + digits.charAt(0)
                + fraction
                + String.format("e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
