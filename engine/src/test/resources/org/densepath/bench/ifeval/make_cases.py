"""Makes cases.jsonl and texts.jsonl: answers drawn at random with the verdicts of the published checker of IFEval, so
that the tests need neither it nor Python.

    pip install lm_eval==0.4.13 nltk==3.10.4 langdetect==1.0.9 immutabledict    # and NLTK's punkt_tab
    python make_cases.py

lm_eval carries the checker; its own rule that only a to z are letters is taken out, as in the original.
A verdict that depends on langdetect's seed is left out.
"""
import json
import random
import sys

import nltk
from langdetect import DetectorFactory
from lm_eval.tasks.ifeval import instructions_registry, instructions_util

draw = random.Random(20260131)
ENGLISH = [
    "The harbour was quiet when Dr. Amara Lindqvist walked down to the boats.",
    "She counted 3.5 crates of lemons, two lanterns, and a rope; nothing else was left.",
    'He said: "Wait for me at 5 p.m. by the old U.S. embassy." Then he laughed...',
    "Is it worth it? I cannot say! Prof. J. R. Hale (of St. Olave) thinks so.",
    "e.g. the first train, i.e. No. 7, leaves early. Mr. Okoye et al. missed it.",
    "We don't know why NASA and the BBC called; they'd better call again -- soon.",
    "\u201cNobody came.\u201d She closed the shop\u2019s door. \u2018Good.\u2019 It rained.",
    "Bread, salt and water: that is all. You'll need an oven (220 C) and patience!",
    "The price rose by 12%, from $1,200 to $1,344, in Jan. 2021. Nobody minded.",
    "A. B. Carter wrote it. I did not. Who else would?! Ask him; he's upstairs.",
]
OTHER = [
    "Le chat dort sur le canapé pendant que la pluie tombe doucement sur les toits de la ville.",
    "Der Hund läuft durch den Wald und sucht seinen Besitzer, der am Fluss auf ihn wartet.",
    "El perro corre por el parque y los niños juegan con la pelota mientras cae la tarde.",
    "Il gatto dorme sul divano mentre la pioggia cade dolcemente sui tetti della città.",
    "O cachorro corre pelo parque e as crianças brincam com a bola enquanto a tarde cai.",
    "Собака бежит по парку, и дети играют с мячом, пока наступает вечер.",
    "कुत्ता बगीचे में दौड़ रहा है और बच्चे शाम को गेंद से खेल रहे हैं।",
    "犬が公園を走り、子供たちは夕方までボールで遊んでいます。",
    "개가 공원에서 뛰고 있고 아이들은 저녁까지 공을 가지고 놀고 있습니다.",
    "狗在公园里奔跑，孩子们一直玩球玩到傍晚，然后他们回家吃饭。",
    "الكلب يركض في الحديقة والأطفال يلعبون بالكرة حتى المساء ثم يعودون إلى البيت.",
    "สุนัขวิ่งในสวนสาธารณะและเด็กๆ เล่นบอลจนถึงตอนเย็น",
    "Mbwa anakimbia katika bustani na watoto wanacheza mpira mpaka jioni halafu wanarudi nyumbani.",
    "কুকুরটি পার্কে দৌড়াচ্ছে এবং শিশুরা সন্ধ্যা পর্যন্ত বল নিয়ে খেলছে।",
    "Кучето тича в парка, а децата играят с топка до вечерта и после се прибират вкъщи.",
    "Koira juoksee puistossa ja lapset leikkivät pallolla iltaan asti, sitten he menevät kotiin.",
    "El gos corre pel parc i els nens juguen amb la pilota fins al vespre, després tornen a casa.",
]
LANGUAGES = "fr de es it pt ru hi ja ko ur ar th sw bn bg fi en".split()


def some(n=3):
    return " ".join(draw.sample(ENGLISH, draw.randint(1, n)))


def lines(n, mark=""):
    return "\n".join(mark + draw.choice(ENGLISH)[:50] for _ in range(n))


def relation():
    return draw.choice(["less than", "at least"])


def near(n):
    return max(0, n + draw.randint(-1, 1))


def case(kind):
    """Arguments of one instruction and an answer that may follow it."""
    text = some()
    n = draw.randint(1, 4)
    if kind == "keywords:existence":
        words = draw.sample(["harbour", "train", "NASA", "No. 7", "lemon.?", "oven"], n)
        return {"keywords": words}, text + " " + " ".join(w.upper() for w in words[: draw.randint(0, n)])
    if kind == "keywords:frequency":
        return {"keyword": " the ", "frequency": n * 2, "relation": relation()}, text
    if kind == "keywords:forbidden_words":
        return {"forbidden_words": draw.sample(["rain", "salt", "he", "boat", "u.s", "it"], n)}, text
    if kind == "keywords:letter_frequency":
        letter = draw.choice(["e", "Q", "z", "!", "$", "W"])
        return {"letter": letter, "let_frequency": near(text.lower().count(letter.lower())), "let_relation": relation()}, text
    if kind == "language:response_language":
        language, sample = draw.choice(list(zip(LANGUAGES, OTHER + [ENGLISH[0]])))
        return {"language": draw.choice([language, language, "fr"])}, draw.choice([sample, sample, text, "12 + 3 = 15"])
    if kind == "length_constraints:number_sentences":
        return {"num_sentences": near(instructions_util.count_sentences(text)), "relation": relation()}, text
    if kind == "length_constraints:number_words":
        text = draw.choice([text, draw.choice(OTHER)])
        return {"num_words": near(instructions_util.count_words(text)), "relation": relation()}, text
    if kind == "length_constraints:number_paragraphs":
        return {"num_paragraphs": n}, draw.choice(["\n***\n", "***", " *** ", "\n\n"]).join(["First."] * near(n)) + draw.choice(["", "\n***", "***\n***"])
    if kind == "length_constraints:nth_paragraph_first_word":
        nth = draw.randint(1, n)
        word = draw.choice(["bread", "Who", "nobody"])
        parts = [draw.choice(["bread, salt", "'Who's there?", '"Nobody. came', "bread", "Salt"]) for _ in range(near(n) or 1)]
        if nth <= len(parts) and draw.random() < 0.7:
            parts[nth - 1] = draw.choice(["", "'", '"', " \n"]) + word + draw.choice(["", ", then", "'s own", " is"])
        return {"num_paragraphs": n, "nth_paragraph": nth, "first_word": word}, draw.choice(["\n\n", "\n\n", "\n\n\n\n", "\n"]).join(parts)
    if kind == "detectable_content:number_placeholders":
        return {"num_placeholders": n}, text + " [name]" * near(n) + draw.choice(["", " [a\nb]", "[]"])
    if kind == "detectable_content:postscript":
        return {"postscript_marker": draw.choice(["P.S.", "P.P.S", "Note:"])}, text + draw.choice(["\nP.S. Bye", "\n\np. p. s. more", " P.P.S", "\nNOTE: x", "", "\nPS: no"])
    if kind == "detectable_format:number_bullet_lists":
        return {"num_bullets": n}, "Here:\n" + "\n".join(draw.choice(["* ", "- ", "  * ", "*", "** ", "1. "]) + "point" for _ in range(n + 1))
    if kind == "detectable_format:constrained_response":
        return {}, draw.choice(["My answer is yes.", " My answer is no. ", "My answer is maybe", "I say: My answer is maybe.", "yes"])
    if kind == "detectable_format:number_highlighted_sections":
        return {"num_highlights": n}, text + " " + " ".join(draw.choice(["*lit*", "**bright**", "* *", "****", "*a", "***x***"]) for _ in range(n))
    if kind == "detectable_format:multiple_sections":
        mark = draw.choice(["Section", "SECTION", "Day"])
        return {"section_spliter": mark, "num_sections": n}, "\n".join(f"{draw.choice([mark, mark, 'section'])}{draw.choice([' ', '', '  '])}{i + 1}\nText." for i in range(near(n))) or "none"
    if kind == "detectable_format:json_format":
        return {}, draw.choice(['{"a": [1, 2.5, NaN, "x"]}', "[1,2,]", '"text"', '```\n{"b": null}\n```', '```JSON {"x": -Infinity}```', '{"a":01}', "{'a':1}", "123", "-", "[1] x", "```json\n{\"a\": \"tab\tin\"}\n```", '{"a": {"b": [true, false]}}', "```json\n```", "Here:\n{\"a\": 1}", "nan", "1."])
    if kind == "detectable_format:title":
        return {}, draw.choice(["<<The boats>>\n", "<< >>\n", "<<a\nb>>\n", "< <x>> ", "*<<Salt>>*\n", ""]) + text
    if kind == "combination:two_responses":
        return {}, draw.choice(["One.******Two.", "One.\n******\nOne.", "******One.******Two.******", "A******B******C", "A************B", text, "A\n\n******\n\nB"])
    if kind == "combination:repeat_prompt":
        return {"prompt_to_repeat": "Count the boats. "}, draw.choice(["Count the boats. There are 3.", "  COUNT THE BOATS. Three", "The boats: 3", "Sure!\nCount the boats.\nThree", "*Count the boats.* 3"])
    if kind == "startend:end_checker":
        return {"end_phrase": "Any other questions?"}, text + draw.choice([" Any other questions?", '\nany other QUESTIONS?"', " Any other questions? No.", " Any other questions?\nNo", "  *Any other questions?*"])
    if kind == "change_case:capital_word_frequency":
        text = draw.choice([text, text.upper(), "I CANNOT, WON'T -- DON'T! (YES.) [NO?] A.B. GONNA 'TIS WHAT? X-RAY."])
        count = sum(w.isupper() for w in nltk.word_tokenize(text))
        return {"capital_frequency": near(count), "capital_relation": relation()}, text
    if kind == "change_case:english_capital":
        return {}, draw.choice([text.upper(), text, draw.choice(OTHER).upper(), "123!", "THIS IS THE END OF THE STORY ABOUT THE HARBOUR AND THE BOATS."])
    if kind == "change_case:english_lowercase":
        return {}, draw.choice([text.lower(), text, draw.choice(OTHER).lower(), "this is the end of the story about the harbour.", "Title\n" + text.lower()])
    if kind == "punctuation:no_comma":
        return {}, draw.choice([text.replace(",", ""), text, "First, this\n" + text.replace(",", ";")])
    if kind == "startend:quotation":
        return {}, draw.choice(['"' + text + '"', ' "Yes." \n', '"', '"No', "\u201cNo.\u201d", '*"Yes"*', 'Ok:\n"Yes"'])
    raise ValueError(kind)


def follows(kind, arguments, text):
    instruction = instructions_registry.INSTRUCTION_DICT[kind](kind)
    instruction.build_description(**arguments)
    return bool(text.strip() and instruction.check_following(text))


def verdicts(kind, arguments, answer):
    parts = answer.split("\n")
    cut = [answer] + ["\n".join(p).strip() for p in (parts[1:], parts[:-1], parts[1:-1])]
    cut += [text.replace("*", "") for text in cut]
    return follows(kind, arguments, answer), any(follows(kind, arguments, text) for text in cut)


with open("cases.jsonl", "w", encoding="utf-8") as out:
    for kind in sorted(instructions_registry.INSTRUCTION_DICT):
        for _ in range(24):
            arguments, answer = case(kind)
            answer = draw.choice([answer] * 8 + ["Sure:\n" + answer, answer + "\nThat's it.", "  \n" + answer])
            found = set()
            for seed in range(8):
                DetectorFactory.seed = seed
                found.add(verdicts(kind, arguments, answer))
            if len(found) == 1:
                strict, loose = found.pop()
                out.write(json.dumps({"id": kind, "kwargs": arguments, "response": answer, "strict": strict, "loose": loose}, ensure_ascii=False) + "\n")

with open("texts.jsonl", "w", encoding="utf-8") as out:
    for _ in range(120):
        text = draw.choice([" ", "\n", "\n\n", ""]).join(draw.sample(ENGLISH + OTHER, draw.randint(1, 5)))
        for _ in range(draw.randint(0, 3)):
            old, new = draw.choice([(". ", ".) "), (". ", '." '), (". ", "... "), (". ", ".\u201d "), (" ", " '"), ("the", "THE"), ("? ", "?! "), (". ", " . "), (", ", ","), (". ", ".")])
            text = text.replace(old, new)
        sentences = nltk.sent_tokenize(text)
        out.write(json.dumps({"text": text, "sentences": sentences, "words": nltk.word_tokenize(text), "count": instructions_util.count_words(text)}, ensure_ascii=False) + "\n")
