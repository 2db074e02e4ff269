"""Words of lists of people, English and German: heads of columns, roles, and what is nobody."""

HEADER_WORDS: dict[str, tuple[str, ...]] = {
    column: tuple(word.strip() for word in words.split(","))
    for column, words in {
        "name": "name, full name, names, rep, reps, sales rep, employee, person, mitarbeiter, "
        "mitarbeiterin, verkäufer, vollständiger name",
        "first": "first name, first, given name, forename, vorname",
        "last": "last name, last, surname, family name, nachname, familienname",
        "role": "role, title, position, job title, job, function, rolle, titel, funktion, stelle",
        "slot": "one-on-one, slot, talk, meeting, 1:1, gespräch, termin",
        "weekday": "weekday, day, wochentag, tag",
        "time": "time, start time, zeit, uhrzeit, uhr",
        "minutes": "minutes, length, duration, min, minuten, länge, dauer",
        "rhythm": "rhythm, every, frequency, cadence, rhythmus, alle, turnus, takt",
        "joined": "joined, start, start date, since, hired, seit, eintritt, beginn",
        "left": "left, end, end date, until, bis, austritt, ende",
        "mail": "e-mail, mail, e-mail address, e-mail-adresse",
    }.items()
}
NAMING = frozenset(("name", "first", "last"))

ROLE_WORDS = frozenset(
    """
    account accounts executive manager director associate assistant rep representative sales
    specialist consultant engineer lead leader head senior junior trainee intern partner advisor
    business development inside field key customer success analyst coordinator president vp svp
    ae sdr bdr am kam csm se asm rsm
    vertrieb verkauf verkäufer verkäuferin leiter leiterin leitung berater beraterin
    kundenbetreuer kundenbetreuerin referent mitarbeiter außendienst innendienst
    """.split()  # noqa: SIM905  # a list of words reads better without quotes
)
NO_PERSON = frozenset(
    """
    region regions team teams total totals group department dept office district territory area
    market segment division vacant vacancy open tbd tba tbh headcount unfilled nn none
    summe gesamt abteilung gebiet bereich vertrieb offen unbesetzt vakant filiale
    """.split()  # noqa: SIM905
)
