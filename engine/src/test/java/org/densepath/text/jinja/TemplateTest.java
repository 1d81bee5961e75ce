package org.densepath.text.jinja;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Python's and Jinja's semantics beyond the golden cases, each value taken from jinja2 3.1.6; limits; places of
/// errors.
class TemplateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            value = {
                "{{ 10**20 }} {{ 2**-1 }} {{ -7 // 2.0 }} {{ -7 % 2.5 }} {{ 7 % -3 }} {{ 2**3**2 }} {{ -2**2 }}§"
                        + "100000000000000000000 0.5 -4.0 0.5 -2 64 4",
                "{{ 1e16 }} {{ 1e15 }} {{ 1e-5 }} {{ 0.1+0.2 }}§1e+16 1000000000000000.0 1e-05 0.30000000000000004",
                "{{ {1:'a', true:'b', 1.0:'c'} }}§{1: 'c'}",
                "{{ [1] == (1,) }}{{ {'a':1} == {'a':1.0} }}{{ [1,2] < [1,3] }}§FalseTrueTrue",
                "{{ 'ab😀cd'[2] }}{{ 'ab😀cd'[3:] }}{{ 'ab😀cd'.find('c') }}{{ 'ab😀cd'[::-2] }}§😀cd3d😀a",
                "{{ ' a  b c '.rsplit(none, 1) }}{{ 'a,b,c'.rsplit(',', 1) }}§[' a  b', 'c']['a,b', 'c']",
                "{{ 'abc'.replace('','-',2) }} {{ \"they're bill's\".title() }}§-a-bc They'Re Bill'S",
                "{{ '%05d|%-4s|%5.2f|%x' % (42, 'ab', 3.14159, 255) }}§00042|ab  | 3.14|ff",
                "{{ '[{:>4}]{a[b]}|{:,}'.format('ab', 1234567, a={'b': 1}) }}§[  ab]1|1,234,567",
                "{{ {1:2,none:3,true:4}|tojson }}{{ (1,2)|tojson(separators=(',',':')) }}§{\"1\": 4, \"null\": 3}[1,2]",
                "{{ (messages|selectattr('role')) and 'a generator is true' }}§a generator is true",
                "{{ 2.5|round }} {{ 2.675|round(2) }} {{ '1e3'|int }} {{ 'x'|int(5) }}§2.0 2.67 1000 5",
                "{{ 'hello world foo bar'|truncate(10) }}§hello...",
                "{{ ('<'|e) + '<' }}{{ ('<'|safe) ~ '<' }}§&lt;&lt;<<",
                "{{ none.x }}|{{ none[0] is defined }}|{{ [1]['a'] is defined }}§|False|False",
                "{{ {'update':1}.update is defined }}{{ {'update':1}['update'] }}§False1",
                "{% for x in [1,2] %}{% continue %}{% else %}E{% endfor %}§E",
                "{% for x in [1,[2,[3]]] recursive %}{{ loop(x) if x is iterable else x ~ '@' ~ loop.depth }}{% endfor"
                        + " %}§1@12@23@3",
                "{% macro m(a, b='d', c=a) %}{{ a }}{{ b }}{{ c }}{{ varargs }}{{ kwargs }}{% endmacro %}{{"
                        + " m(1,2,3,4,z=5) }}§123(4,){'z': 5}",
                "{% macro n() %}{{ caller('x') }}{% endmacro %}{% call(v) n() %}<{{ v }}>{% endcall %}§<x>",
                "{% set x | upper | trim %}  abc {% endset %}[{{ x }}]§[ABC]",
                "{% generation %}a{% set z = 1 %}{% endgeneration %}{{ z is defined }}§aFalse",
                "{{ '\\101\\q\\é'|tojson }}§\"A\\\\q\\\\xe9\"",
            })
    void rendersAsJinjaDoes(String template, String expected) {
        assertEquals(expected, render(template));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ [1].append(2) }}",
                "{{ {'a':1}.update({'b':2}) }}",
                "{{ 'a'.__class__.__mro__ }}",
                "{{ range(100001) }}",
                "{{ 'a'|no_such_filter }}",
                "{{ [1]|map('upper')|length }}",
                "{% set d = {'a':1} %}{% set d.a = 2 %}",
                "{% for i in [1] %}{% macro z() %}{% break %}{% endmacro %}{% endfor %}",
                "{% include 'x' %}",
                "{{ (1, 2 }}",
                "{{ 'unclosed }}",
                "{# unclosed",
                "{% if x %}",
            })
    void failsWhereJinjaFails(String template) {
        TemplateException error = assertThrows(TemplateException.class, () -> render(template));
        assertFalse(error.raisedByTemplate());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% macro f(n) %}{{ f(n) }}{% endmacro %}{{ f(1) }}",
                "{% set n = namespace(x='ab') %}{% for i in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
                "{% set n = namespace(x=[1]) %}{% for i in range(99) %}{% set n.x = [n.x, n.x] %}{% endfor %}{{ n.x }}",
                "{% set n = namespace(x=[1], y=[1]) %}{% for i in range(60) %}{% set n.x = [n.x, n.x] %}"
                        + "{% set n.y = [n.y, n.y] %}{% endfor %}{{ n.x == n.y }}",
                "{% set n = namespace(x=[]) %}{% for i in range(99999) %}{% set n.x = [n.x] %}{% endfor %}{{ n.x }}",
                "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
                "{{ 'a' * 10 ** 12 }}",
                "{{ [0] * 10 ** 9 }}",
                "{{ 10 ** (10 ** 10) }}",
                "{{ '%999999999d' % 1 }}",
                "{{ 'x'.center(10 ** 15) }}",
                "{% for i in range(99999) %}{{ 'a' * 9999 }}{% endfor %}",
            })
    void endsWithAnErrorWhenATemplateWantsTooMuch(String template) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> assertThrows(TemplateException.class, () -> render(template)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "{1:", "not ", "-", "x if y else ", "{% if x %}"})
    void endsWithAnErrorWhenATemplateNestsTooDeep(String piece) {
        String template = piece.startsWith("{%") ? piece.repeat(50_000) : "{{ " + piece.repeat(50_000);
        assertThrows(TemplateException.class, () -> Template.parse(template));
    }

    @Test
    void namesTheLineOfTheFailingExpression() {
        TemplateException error = assertThrows(
                TemplateException.class, () -> render("{% if true %}\n\n{{ 'a'\n ~ ('b' + 1) }}{% endif %}"));
        assertEquals(4, error.line());
    }

    @Test
    void tellsARefusalFromAFailure() {
        TemplateException error =
                assertThrows(TemplateException.class, () -> render("\n{{ raise_exception('no ' ~ 1) }}"));
        assertTrue(error.raisedByTemplate());
        assertEquals("no 1", error.getMessage());
        assertEquals(2, error.line());
    }

    @Test
    void keepsTheKindAndOrderOfJson() throws Exception {
        String json = "{\"x\": {\"b\": 1, \"a\": [1.0, 12345678901234567890, true, null]}}";
        assertEquals(
                "{'b': 1, 'a': [1.0, 12345678901234567890, True, None]}",
                Template.parse("{{ x }}")
                        .render(new ObjectMapper().readTree(json), null)
                        .text());
    }

    @Test
    void hasNoClockWithoutAMoment() {
        assertEquals("False", render("{{ strftime_now is defined }}"));
    }

    @Test
    void leavesOutSpansWhosePlaceIsNotKnown() {
        String block = "{% generation %}ab{% endgeneration %}";
        Rendered rendered = Template.parse("😀" + block + "{% set x %}" + block + "{% endset %}{{ x }}" + block)
                .render(Map.of(), null);
        assertEquals("😀ababab", rendered.text());
        assertEquals(List.of(new Rendered.Span(1, 3), new Rendered.Span(5, 7)), rendered.assistantSpans());
    }

    private static String render(String template) {
        return Template.parse(template)
                .render(Map.of("messages", List.of()), null)
                .text();
    }
}
