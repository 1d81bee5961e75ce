package org.densepath.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densepath.BadInputException;

/// A LoRA adapter's `adapter_config.json` in PEFT's layout: W' = W + scale · B A (arXiv 2106.09685), A [r, in], B
/// [out, r].
///
/// @param rank r
/// @param alpha the scale is alpha / r, or alpha / √r where `rankStabilised` (arXiv 2312.03732)
/// @param dropout on what A reads, in training
/// @param targets projections that have an adapter (`q_proj`), or `all-linear` alone
/// @param base the model it belongs to, as it is written there: a path or a name
public record AdapterConfig(
        int rank, double alpha, double dropout, boolean rankStabilised, List<String> targets, String base) {
    public static final String FILE = "adapter_config.json";
    public static final String WEIGHTS = "adapter_model.safetensors";
    public static final String ALL_LINEAR = "all-linear";

    /// Keys that change what an adapter computes; only their neutral values are read.
    private static final List<String> UNREAD = List.of(
            "use_dora",
            "lora_bias",
            "fan_in_fan_out",
            "modules_to_save",
            "rank_pattern",
            "alpha_pattern",
            "layers_to_transform",
            "layer_replication",
            "trainable_token_indices",
            "target_parameters",
            "use_qalora",
            "use_bdlora");

    public AdapterConfig {
        targets = List.copyOf(targets);
        if (rank < 1 || targets.isEmpty()) {
            throw new IllegalArgumentException("rank " + rank + ", targets " + targets);
        }
    }

    /// Whether a folder holds an adapter and no whole model.
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE)) && !Files.exists(folder.resolve("config.json"));
    }

    /// Reads a folder's file. Throws [BadInputException] for another kind of adapter than LoRA as it is above.
    public static AdapterConfig read(Path folder) {
        Path file = folder.resolve(FILE);
        ObjectNode json = JsonFile.readObject(file);
        if (!json.path("peft_type").asText("").equals("LORA")) {
            throw new BadInputException(
                    file + ": peft_type is '" + json.path("peft_type").asText("")
                            + "', and only LORA can be read: merge the adapter in PEFT and name the merged model.");
        }
        for (String key : UNREAD) {
            if (isSet(json.path(key))) {
                throw new BadInputException(file + ": " + key + " is set, and only plain LoRA can be read:"
                        + " merge the adapter in PEFT and name the merged model.");
            }
        }
        if (!json.path("bias").asText("none").equals("none")) {
            throw new BadInputException(file + ": bias is '" + json.path("bias").asText()
                    + "', and only none can be read: merge the adapter in PEFT and name the merged model.");
        }
        List<String> targets = new ArrayList<>();
        JsonNode named = json.path("target_modules");
        (named.isTextual() ? List.of(named) : named).forEach(target -> targets.add(target.asText()));
        int rank = json.path("r").asInt(0);
        if (rank < 1 || targets.isEmpty()) {
            throw new BadInputException(
                    file + ": r must be 1 or more and target_modules must name projections; write the file anew.");
        }
        return new AdapterConfig(
                rank,
                json.path("lora_alpha").asDouble(rank),
                json.path("lora_dropout").asDouble(0),
                json.path("use_rslora").asBoolean(false),
                targets,
                json.path("base_model_name_or_path").asText(""));
    }

    private static boolean isSet(JsonNode value) {
        return value.isContainerNode() ? !value.isEmpty() : value.asBoolean(false) || value.isTextual();
    }

    /// The factor on B A.
    public double scale() {
        return alpha / (rankStabilised ? Math.sqrt(rank) : rank);
    }

    /// Whether the projection of this name (`q_proj`) has an adapter.
    public boolean targets(String projection) {
        return targets.contains(ALL_LINEAR) || targets.contains(projection);
    }

    /// Writes the file and the weights, named as PEFT names them (`base_model.model.….lora_A.weight`), into a
    /// folder that is there.
    public void write(Path folder, WeightSource weights) {
        ObjectNode json = JsonFile.JSON.createObjectNode();
        json.put("base_model_name_or_path", base).put("bias", "none").put("fan_in_fan_out", false);
        json.put("inference_mode", true).put("init_lora_weights", true);
        json.put("lora_alpha", alpha).put("lora_dropout", dropout);
        json.putNull("modules_to_save").put("peft_type", "LORA").put("r", rank);
        if (targets.contains(ALL_LINEAR)) {
            json.put("target_modules", ALL_LINEAR);
        } else {
            targets.stream().sorted().forEach(json.putArray("target_modules")::add);
        }
        json.put("task_type", "CAUSAL_LM").put("use_dora", false).put("use_rslora", rankStabilised);
        DurableFile.write(folder.resolve(FILE), JsonFile.pretty(json));
        SafetensorsWriter.write(folder.resolve(WEIGHTS), weights, StoredType.F32);
    }
}
