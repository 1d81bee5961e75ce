package org.densepath.paint.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.densepath.paint.CreditSummary;
import org.densepath.paint.CreditedText;
import org.densepath.paint.Figure;
import org.densepath.paint.HeatmapFigure;
import org.densepath.paint.PairFigure;
import org.densepath.paint.SampleFigures;
import org.densepath.paint.Theme;
import org.junit.jupiter.api.Test;

class TextFormatsTest {
    private static String text(Figure figure, FigureFormat format, Theme theme) throws Exception {
        FigureSettings settings = FigureSettings.of(FigureSize.millimetres(150, 200), theme);
        KeptFigure kept = new KeptFigure(figure, settings, Map.of("step", "41"));
        return new String(FigureFile.bytes(kept, format), StandardCharsets.UTF_8);
    }

    private static JsonNode values(String html) throws Exception {
        Matcher script =
                Pattern.compile("id=\"values\">(.*?)</script>", Pattern.DOTALL).matcher(html);
        assertTrue(script.find());
        return new ObjectMapper().readTree(script.group(1));
    }

    @Test
    void csvHasARowForEveryToken() throws Exception {
        HeatmapFigure figure = HeatmapFigure.of(
                "T", "reward", List.of(new CreditedText("a, b", List.of(" x", "\"", "#", "null"), new float[] {
                    0.1f, Float.NaN, -2, 1e-9f
                })));
        String csv = text(figure, FigureFormat.CSV, Theme.PAPER);
        List<String> rows = csv.lines().filter(l -> !l.startsWith("#")).toList();
        assertEquals(
                List.of(
                        "text,heading,position,token,layer,value",
                        "0,\"a, b\",0,\" x\",reward,0.1",
                        "0,\"a, b\",1,\"\"\"\",reward,",
                        "0,\"a, b\",2,\"#\",reward,-2.0",
                        "0,\"a, b\",3,null,reward,1.0E-9"),
                rows);
        assertTrue(csv.startsWith("# T\n"), csv);
        assertTrue(csv.contains("\n# step: 41\n"), csv);
    }

    @Test
    void csvOfAPairHasARowForEveryColumnAndDifferencesAddUp() throws Exception {
        PairFigure pair = SampleFigures.pair();
        List<String> rows = text(pair, FigureFormat.CSV, Theme.PAPER)
                .replace("\"\n\"", "a line end")
                .lines()
                .filter(l -> !l.startsWith("#"))
                .toList();
        assertEquals(1 + pair.alignment().columns().size(), rows.size());
        assertTrue(rows.stream().anyMatch(l -> l.contains(",only_first,") && l.contains(",,,")), rows.toString());
        double sum = rows.stream()
                .skip(1)
                .mapToDouble(l -> Double.parseDouble(l.substring(l.lastIndexOf(',') + 1)))
                .sum();
        double expected = CreditSummary.of(pair.second().credit()).sum()
                - CreditSummary.of(pair.first().credit()).sum();
        assertEquals(expected, sum, 1e-4);
    }

    @Test
    void htmlOfAPairTellsBothTokensAndTheirDifference() throws Exception {
        String html = text(SampleFigures.pair(), FigureFormat.HTML, Theme.LIGHT);
        assertTrue(html.contains("\"A: “ 85”, reward r̂ +1.10\",\"B: “ 75”, reward r̂ −2.30\",\"B − A: −3.40\""));
        assertTrue(html.contains("\"A: no token\",\"B: “ naïvely”"));
    }

    @Test
    void csvHasARowForEveryPointLimitAndMark() throws Exception {
        String csv = text(SampleFigures.curves(100), FigureFormat.CSV, Theme.PAPER);
        assertEquals(
                100,
                csv.lines()
                        .filter(l -> l.startsWith("Reward,") && l.contains("sparse reward") && l.contains(",raw,"))
                        .count());
        assertTrue(csv.contains("\"KL to SFT\",\"k3, nats\",limit,limit,step,,3.5,,"), csv.substring(0, 3000));
        assertTrue(csv.contains(",resumed,mark,step,80,,,"));
    }

    @Test
    void htmlNeedsNothingFromElsewhere() throws Exception {
        for (Figure figure : List.of(
                SampleFigures.heatmap(), SampleFigures.curves(100), SampleFigures.bars(), SampleFigures.pair())) {
            String html = text(figure, FigureFormat.HTML, Theme.LIGHT)
                    .replace("http://www.w3.org/2000/svg", "")
                    .replaceAll("\"figure\":\"[^\"]*\"", "");
            assertFalse(html.matches("(?s).*(https?:)?//[a-z].*"), "an address");
            assertFalse(html.contains("<link") || html.contains("src=") || html.contains("@import"));
        }
    }

    @Test
    void htmlFollowsTheReadersSystemInTheLightThemeOnly() throws Exception {
        assertTrue(text(SampleFigures.bars(), FigureFormat.HTML, Theme.LIGHT).contains("<svg class='dark'"));
        assertFalse(text(SampleFigures.bars(), FigureFormat.HTML, Theme.PAPER).contains("<svg class='dark'"));
    }

    @Test
    void htmlTellsTheValueOfEveryToken() throws Exception {
        JsonNode areas = values(text(SampleFigures.heatmap(), FigureFormat.HTML, Theme.PAPER))
                .get("areas");
        assertTrue(areas.size()
                >= SampleFigures.heatmap().texts().getFirst().tokens().size());
        assertTrue(areas.toString().contains("\"reward r̂: +2.60\""), areas.toString());
        assertTrue(areas.toString().contains("no credit"));
    }

    @Test
    void htmlTellsTheValuesOfCurvesAndBars() throws Exception {
        JsonNode panels = values(text(SampleFigures.curves(50), FigureFormat.HTML, Theme.PAPER))
                .get("panels");
        assertEquals(6, panels.size());
        assertEquals(50, panels.get(0).at("/series/0/x").size());
        JsonNode bars = values(text(SampleFigures.bars(), FigureFormat.HTML, Theme.PAPER))
                .get("areas");
        assertEquals("SPIN", bars.get(1).at("/words/0").asText());
    }

    @Test
    void htmlIsNotBrokenByWhatTokensHold() throws Exception {
        HeatmapFigure figure = HeatmapFigure.of(
                "</title><script>", "x", List.of(new CreditedText("", List.of("</script>", "<!--"), new float[2])));
        String html = text(figure, FigureFormat.HTML, Theme.LIGHT);
        assertEquals(3, html.split("</script>", -1).length - 1);
        assertFalse(html.contains("<!--"));
    }
}
