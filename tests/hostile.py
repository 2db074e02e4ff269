"""The Big List of Naughty Strings, and what it lacks: text that other programs stumble over."""

import json
from functools import cache
from pathlib import Path

LIST = Path(__file__).parent / "fixtures" / "blns" / "blns.json"

OURS = (
    "שלום \u202eabc\u202c",
    "👩‍✈️🏳️‍🌈 e\u0301 ﷽",
    "tab\tline\nbreak\r\u2028\u2029\u0085 end",
    "\ufeff\ufffe\uffff\U0010ffff",
    "\x01\x02\x1b[31m\x7f\x9b",
    "漢字 かな 한국어 ไทย नमस्ते",
    "z" + "\u0335\u0301\u0302\u0308" * 20,
    "&amp; {n} %s %n {0.__class__} \\u0000 ${x} {{ brief }} {% raw %}",
    "=cmd|' /C calc'!A0",
    "W" * 200,
)


@cache
def hostile_strings() -> tuple[str, ...]:
    """Each string once; the empty one is left out."""
    listed = json.loads(LIST.read_text("utf-8"))
    return tuple(dict.fromkeys(text for text in [*listed, *OURS] if text))
