package org.densepath.model;

import com.fasterxml.jackson.databind.JsonNode;
import org.densepath.BadInputException;

/// Reads from `config.json` how positions are encoded: `rope_theta` and `rope_scaling`, or both in
/// `rope_parameters` as newer versions of Transformers write them.
final class RopeReader {
    private RopeReader() {}

    /// `theta` where the file names none.
    static Rope read(ConfigReader config, double theta) {
        JsonNode parameters = config.object("rope_parameters");
        return parameters.isMissingNode()
                ? scaled(config.number("rope_theta", theta), config.object("rope_scaling"))
                : scaled(new ConfigReader(parameters).number("rope_theta", theta), parameters);
    }

    /// One layer type's part of `rope_parameters`, or null where the file has no such part.
    static Rope read(ConfigReader config, String layerType, double theta) {
        JsonNode parameters = config.object("rope_parameters").path(layerType);
        return parameters.isObject()
                ? scaled(new ConfigReader(parameters).number("rope_theta", theta), parameters)
                : null;
    }

    private static Rope scaled(double theta, JsonNode scaling) {
        ConfigReader s = new ConfigReader(scaling);
        String type = s.text("rope_type", s.text("type", "default"));
        return new Rope(
                theta,
                switch (type) {
                    case "default" -> new Rope.Scaling.None();
                    case "linear" -> new Rope.Scaling.Linear(s.number("factor"));
                    case "llama3" ->
                        new Rope.Scaling.Llama3(
                                s.number("factor"),
                                s.number("low_freq_factor"),
                                s.number("high_freq_factor"),
                                s.number("original_max_position_embeddings"));
                    default ->
                        throw new BadInputException("config.json: rope_scaling of type '" + type
                                + "' is not known; known are default, linear and llama3.");
                });
    }
}
