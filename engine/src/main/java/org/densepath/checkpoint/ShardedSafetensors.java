package org.densepath.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.densepath.BadInputException;

/// Weights spread over several safetensors files by a `model.safetensors.index.json` (`{"weight_map": {name:
/// file}}`).
public final class ShardedSafetensors implements WeightFile {
    private final Path index;
    private final Map<String, SafetensorsFile> shards;
    private final Map<String, SafetensorsFile> shardOf;
    private final Map<String, WeightInfo> weights;

    private ShardedSafetensors(Path index, Map<String, SafetensorsFile> shards, Map<String, SafetensorsFile> shardOf) {
        this.index = index;
        this.shards = shards;
        this.shardOf = shardOf;
        Map<String, WeightInfo> infos = new LinkedHashMap<>();
        shardOf.forEach((name, shard) -> infos.put(name, shard.weights().get(name)));
        weights = Collections.unmodifiableMap(infos);
    }

    /// Opens every shard that the index names. Throws [BadInputException] when the index is unusable, a shard is
    /// missing or damaged, or a shard lacks a weight that the index promises.
    public static ShardedSafetensors open(Path index) {
        JsonNode map = JsonFile.readObject(index).path("weight_map");
        if (!(map instanceof ObjectNode) || map.isEmpty()) {
            throw new BadInputException(index + " has no 'weight_map' that says which weight is in which file.");
        }
        Map<String, SafetensorsFile> shards = new LinkedHashMap<>();
        Map<String, SafetensorsFile> shardOf = new LinkedHashMap<>();
        try {
            for (var entry : map.properties()) {
                String file = entry.getValue().asText();
                SafetensorsFile shard = shards.get(file);
                if (shard == null) {
                    shard = openShard(index, file);
                    shards.put(file, shard);
                }
                if (!shard.weights().containsKey(entry.getKey())) {
                    throw new BadInputException(index + " looks for the weight '" + entry.getKey() + "' in " + file
                            + ", which does not hold it: index and files are of different models; get them again.");
                }
                shardOf.put(entry.getKey(), shard);
            }
            return new ShardedSafetensors(index, shards, shardOf);
        } catch (RuntimeException e) {
            shards.values().forEach(SafetensorsFile::close);
            throw e;
        }
    }

    private static SafetensorsFile openShard(Path index, String file) {
        // an index comes from elsewhere: it may name files beside itself, and no others
        if (file.isBlank() || file.contains("/") || file.contains("\\") || file.equals("..")) {
            throw notBeside(index, file);
        }
        Path shard;
        try {
            shard = index.resolveSibling(file);
        } catch (InvalidPathException e) {
            throw notBeside(index, file);
        }
        if (!Files.isRegularFile(shard)) {
            throw new BadInputException(index + " names the shard " + file + ", which is missing: put it beside it.");
        }
        return SafetensorsFile.open(shard);
    }

    private static BadInputException notBeside(Path index, String file) {
        return new BadInputException(index + " names the file '" + file + "', which is not a file beside it.");
    }

    @Override
    public Map<String, WeightInfo> weights() {
        return weights;
    }

    @Override
    public void read(String name, FloatBuffer target) {
        SafetensorsFile shard = shardOf.get(name);
        if (shard == null) {
            throw new BadInputException(index + " has no weight '" + name + "'.");
        }
        shard.read(name, target);
    }

    @Override
    public void close() {
        shards.values().forEach(SafetensorsFile::close);
    }
}
