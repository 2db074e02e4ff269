"""Words that tables of customers and of events go by, English and German: heads and choices."""

from coachdesk.domain.vocabulary import (
    BehaviourKey,
    Cause,
    Origin,
    SelectionStage,
    Situation,
    SizeClass,
)


def _lists(words: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(word.strip() for word in line.split(",")) for key, line in words.items()}


# The first word of each line of ours is the head of that column in our own tables of CSV.
ACCOUNT_HEADS = _lists(
    {
        "name": "name, customer, customer name, account, account name, company, company name, "
        "client, kunde, kundin, kundenname, firma, firmenname, unternehmen",
        "industry": "industry, sector, vertical, branche, industrie",
        "size": "size class, size, größe, groesse, größenklasse",
        "situation": "situation, selling situation, verkaufssituation, lage",
        "owner": "owner rep id, owner rep, owner, account owner, rep, sales rep, responsible, "
        "betreuer, betreuerin, verantwortlich, zuständig, verkäufer, verkäuferin, mitarbeiter",
        "stage": "selection stage, stage, buying stage, phase, auswahlphase, kaufphase",
        "id": "id",
    }
)
OBSERVATION_HEADS = _lists(
    {
        "rep": "rep id, rep, sales rep, rep name, name, who, employee, mitarbeiter, "
        "mitarbeiterin, verkäufer, verkäuferin, wer",
        "day": "day, date, when, seen on, observed on, datum, tag, wann",
        "comment": "comment, comments, note, notes, observation, event, what i saw, "
        "what was seen, description, kommentar, notiz, notizen, beobachtung, bemerkung, ereignis",
        "customer": "account id, customer, account, company, client, kunde, kundin, firma",
        "department": "team id, partner department, department, partner team, partner, "
        "partnerabteilung, abteilung, partnerteam, fachabteilung",
        "person": "partner person id, person, partner person, partner’s person, colleague, "
        "ansprechpartner, ansprechpartnerin, partnerperson",
        "behaviour": "behaviour key, behaviour, behavior, link, quality, criterion, verhalten, "
        "kriterium",
        "rating": "value, rating, score, points, bewertung, wert, stufe, punkte",
        "origin": "origin, source, how, herkunft, quelle",
        "missed": "expectation missed, missed, verfehlt, erwartung verfehlt",
        "cause": "cause code, cause, reason, ursache, grund",
        "cause_note": "cause note, note on the cause, anmerkung zur ursache",
        "id": "id",
    }
)

# Heads of a column that holds one behaviour's ratings, beside its titles in the playbook.
BEHAVIOUR_HEADS = _lists(
    {
        BehaviourKey.NEED_IDENTIFICATION: "bedarf, bedarf erkennen",
        BehaviourKey.VALUE_POSITIONING: "nutzen, nutzen darstellen, nutzen begründen",
        BehaviourKey.TRANSITION: "überleitung, überleitung zum partner, übergabe, "
        "übergabe an partner",
        BehaviourKey.FOLLOW_THROUGH: "dranbleiben, nachhalten, follow up",
        BehaviourKey.ALL_WIN: "gewinn für alle, alle gewinnen",
        BehaviourKey.EMPATHY: "einfühlung, empathie",
        BehaviourKey.EARLY_ACCESS: "frühhinweise, früh einbeziehen",
        BehaviourKey.QUALIFY_THE_WORK: "eingeordnete arbeit, anfragen sortieren",
        BehaviourKey.COLLABORATION: "mitsprache, zusammenarbeit",
    }
)

SIZES = _lists(
    {
        SizeClass.SMALL: "small, s, klein",
        SizeClass.MEDIUM: "medium, m, mid, mittel, mittelgroß",
        SizeClass.LARGE: "large, l, big, groß",
    }
)
SITUATIONS = _lists(
    {
        Situation.LARGE_DEAL: "large deal, großes geschäft, großgeschäft",
        Situation.STRATEGIC_ACCOUNT: "strategic account, strategic, strategischer kunde",
        Situation.GLOBAL_ACCOUNT: "global account, global, globaler kunde",
        Situation.INSIDE_SALES: "inside sales, innendienst",
    }
)
STAGES = _lists(
    {
        SelectionStage.RECOGNISE: "recognise, recognize, sees a problem or a chance, discover, "
        "erkennt",
        SelectionStage.DEFINE: "define, defines what matters, qualify, bestimmt",
        SelectionStage.COMPARE: "compare, compares options, propose, vergleicht",
        SelectionStage.DECIDE: "decide, decides and justifies, close, entscheidet",
        SelectionStage.USE: "use, puts it to use, deliver, nutzt",
        SelectionStage.REVIEW: "review, reviews the result, grow, prüft",
    }
)
ORIGINS = _lists(
    {
        Origin.IN_PERSON: "in person, seen, visit, persönlich, vor ort, besuch",
        Origin.CALL: "call, phone, telephone, anruf, telefon",
        Origin.DOCUMENT: "document, e-mail, mail, dokument",
        Origin.TOLD_BY_PARTNER: "told by partner, by a partner, partner, vom partner",
        Origin.TOLD_BY_CUSTOMER: "told by customer, by the customer, customer, vom kunden, kunde",
    }
)
CAUSES = _lists(
    {
        Cause.REP: "rep, r, teammitglied, verkäufer",
        Cause.PARTNER_CAPACITY: "partner capacity, p, capacity, partner, kapazität",
        Cause.CUSTOMER_CHANGE: "customer change, c, customer, kunde",
        Cause.UNCLEAR_HANDOFF: "unclear handoff, unclear hand-off, u, hand-off, unklare übergabe",
        Cause.OTHER: "other, o, anderes, sonstiges",
    }
)
YES = frozenset(("yes", "y", "true", "1", "x", "ja", "j", "wahr", "✓"))
NO = frozenset(("", "no", "n", "false", "0", "nein", "falsch"))
NOT_RATED = frozenset(("", "-", "–", "—", "n/a", "na", "."))
