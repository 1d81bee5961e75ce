package org.densepath.paint.file;

import java.util.HashMap;
import java.util.Map;

/// Text as LaTeX reads it, whatever characters it holds, for pdfTeX in its default encoding too. What that cannot
/// set (Chinese, emoji, …) becomes `\dpchar{character}{code}`, whose definition the source brings along.
public final class LatexText {
    /// What a source needs that has characters of `\dpchar`.
    public static final String DEFINITION =
            "\\providecommand{\\dpchar}[2]{\\ifdefined\\Umathchar #1\\else{\\tiny U+#2}\\fi}"
                    + "% characters that pdfTeX lacks; others show them\n";

    private static final Map<Integer, String> COMMANDS = commands();
    /// Letters of Latin-1 that the default encoding lacks.
    private static final String NOT_SET_UP = "ÐðÞþ";

    private LatexText() {}

    /// Text within a line, its single blanks breakable.
    public static String of(String text) {
        return of(text, " ");
    }

    /// The inside of a token's cell: every blank counts.
    static String solid(String text) {
        return of(text, "\\ ");
    }

    private static String of(String text, String blank) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int[] characters = text.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            int c = characters[i];
            String accent = i + 1 < characters.length ? accent(characters[i + 1]) : "";
            boolean again = i > 0 && characters[i - 1] == c;
            if (!accent.isEmpty() && Character.isLetter(c)) {
                out.append(accent).append('{').append(one(c)).append('}');
                i++;
            } else if (c == ' ' || c == '\t') {
                out.append(again ? "\\ " : blank);
            } else {
                out.append(one(c));
            }
        }
        return out.toString();
    }

    private static String one(int c) {
        String command = COMMANDS.get(c);
        if (command != null) {
            return command;
        }
        boolean ascii = c > ' ' && c < 0x7f;
        boolean letter = c >= 0xc0 && c <= 0xff && NOT_SET_UP.indexOf(c) < 0;
        if (ascii || letter) {
            return Character.toString(c);
        }
        int shown = c < ' ' || c == 0x7f || c >= 0xd800 && c <= 0xdfff ? 0xfffd : c;
        return "\\dpchar{" + Character.toString(shown) + "}{" + String.format("%04X", c) + "}";
    }

    private static String accent(int c) {
        return switch (c) {
            case 0x300 -> "\\`";
            case 0x301 -> "\\'";
            case 0x302 -> "\\^";
            case 0x303 -> "\\~";
            case 0x304 -> "\\=";
            case 0x308 -> "\\\"";
            case 0x30c -> "\\v";
            default -> "";
        };
    }

    private static Map<Integer, String> commands() {
        Map<Integer, String> all = new HashMap<>();
        put(all, "\\", "\\textbackslash{}");
        for (char c : "#$%&_{}".toCharArray()) {
            put(all, String.valueOf(c), "\\" + c);
        }
        put(all, "~", "\\textasciitilde{}");
        put(all, "^", "\\textasciicircum{}");
        put(all, "<", "\\textless{}");
        put(all, ">", "\\textgreater{}");
        put(all, "|", "\\textbar{}");
        // an empty group ends ligatures: -- is two hyphens, not a dash
        for (char c : "-',!?".toCharArray()) {
            put(all, String.valueOf(c), c + "{}");
        }
        put(all, "`", "\\`{}");
        put(all, "\u00a0", "~");
        put(all, "…", "\\ldots{}");
        put(all, "–", "--");
        put(all, "—", "---");
        put(all, "‘", "`{}");
        put(all, "’", "'{}");
        put(all, "“", "``");
        put(all, "”", "''");
        put(all, "§", "\\S{}");
        put(all, "©", "\\copyright{}");
        String[] greek =
                ("α alpha β beta γ gamma δ delta ε varepsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ"
                    + " xi π pi ρ rho σ sigma ς varsigma τ tau υ upsilon φ varphi χ chi ψ psi ω omega Γ Gamma Δ Delta"
                    + " Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega µ mu ϵ epsilon ϕ phi")
                        .split(" ");
        String[] signs =
                ("× times ÷ div ± pm · cdot ≤ leq ≥ geq ≠ neq ≈ approx ∞ infty → rightarrow ← leftarrow ↑ uparrow ↓"
                    + " downarrow ↔ leftrightarrow ⇒ Rightarrow ∈ in ∑ sum ∏ prod ∂ partial ∇ nabla √ surd ∫ int ∪ cup"
                    + " ∩ cap ⊂ subset ∧ wedge ∨ vee ¬ neg ∀ forall ∃ exists ∅ emptyset ∝ propto ∼ sim ‖ Vert • bullet"
                    + " ∗ ast ⏎ hookleftarrow ⇥ mapsto ℓ ell ⋅ cdot ≡ equiv † dagger")
                        .split(" ");
        for (String[] pairs : new String[][] {greek, signs}) {
            for (int i = 0; i < pairs.length; i += 2) {
                put(all, pairs[i], "\\ensuremath{\\" + pairs[i + 1] + "}");
            }
        }
        String same = "ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΧXοo";
        for (int i = 0; i < same.length(); i += 2) {
            put(all, same.substring(i, i + 1), same.substring(i + 1, i + 2));
        }
        put(all, "−", "\\ensuremath{-}");
        String raised = "⁰0¹1²2³3⁴4⁵5⁶6⁷7⁸8⁹9⁻-";
        String lowered = "₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9";
        for (int i = 0; i < raised.length(); i += 2) {
            put(all, raised.substring(i, i + 1), "\\ensuremath{^{" + raised.charAt(i + 1) + "}}");
        }
        for (int i = 0; i < lowered.length(); i += 2) {
            put(all, lowered.substring(i, i + 1), "\\ensuremath{_{" + lowered.charAt(i + 1) + "}}");
        }
        return all;
    }

    private static void put(Map<Integer, String> to, String character, String command) {
        to.put(character.codePointAt(0), command);
    }
}
