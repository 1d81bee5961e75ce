package org.densepath.tensor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Turns plain Python functions into a TorchScript archive in memory. Each top-level `def f(…)` becomes a method
/// of one module without state, and each call `f(…)` among them a call of that method.
final class TorchScript {
    private static final Pattern DEFINITION = Pattern.compile("(?m)^def (\\w+)\\(");
    private static final byte[] NO_CONSTANTS = {(byte) 0x80, 2, ')', '.'};

    private TorchScript() {}

    /// The stored zip archive that `torch::jit::load` reads.
    static byte[] archive(String functions) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            store(zip, "m/data.pkl", moduleWithoutState());
            store(zip, "m/code/__torch__.py", moduleText(functions).getBytes(StandardCharsets.UTF_8));
            store(zip, "m/constants.pkl", NO_CONSTANTS);
            store(zip, "m/version", "10\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static String moduleText(String functions) {
        Set<String> names = new TreeSet<>();
        Matcher definitions = DEFINITION.matcher(functions);
        while (definitions.find()) {
            names.add(definitions.group(1));
        }
        String calls = "(?<![\\w.])(" + String.join("|", names) + ")\\(";
        StringBuilder text =
                new StringBuilder("class M(Module):\n  __parameters__ = []\n  __buffers__ = []\n  training : bool\n");
        for (String line : functions.split("\n")) {
            String code = line.replaceFirst("(^|\\s)#.*$", "");
            Matcher definition = DEFINITION.matcher(code);
            text.append("  ");
            if (definition.find()) {
                String rest = code.substring(definition.end());
                text.append("def ").append(definition.group(1)).append("(self: __torch__.M");
                text.append(rest.startsWith(")") ? rest : ", " + rest);
            } else {
                text.append(code.replaceAll(calls, "(self).$1("));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /// A pickled object of class `__torch__.M` with `training = True` and no other attribute.
    private static byte[] moduleWithoutState() throws IOException {
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        pickle.write(new byte[] {(byte) 0x80, 2, 'c'});
        pickle.write("__torch__\nM\n".getBytes(StandardCharsets.US_ASCII));
        pickle.write(new byte[] {'q', 0, ')', (byte) 0x81, '}', '(', 'X', 8, 0, 0, 0});
        pickle.write("training".getBytes(StandardCharsets.US_ASCII));
        pickle.write(new byte[] {'q', 1, (byte) 0x88, 'X', 22, 0, 0, 0});
        pickle.write("_is_full_backward_hook".getBytes(StandardCharsets.US_ASCII));
        pickle.write(new byte[] {'q', 2, 'N', 'u', 'b', 'q', 3, '.'});
        return pickle.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] data) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setSize(data.length);
        entry.setCompressedSize(data.length);
        CRC32 checksum = new CRC32();
        checksum.update(data);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(data);
        zip.closeEntry();
    }
}
