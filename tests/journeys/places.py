"""The pages of the program and the panels over them, each opened as a person would."""

from datetime import timedelta

from PySide6.QtWidgets import QAbstractButton, QApplication

from coachdesk.domain.paper import CodeLine, CodeRow, form_code, format_code_line
from coachdesk.domain.partner_vocabulary import PeerTopic
from coachdesk.services.peer_meetings import (
    Said,
    decide,
    hold_peer_meeting,
    note_problem,
    plan_peer_meeting,
    record_topics,
)
from coachdesk.services.people import leave_team
from coachdesk.services.sample import sample_id
from coachdesk.services.talks import start_talk
from coachdesk.services.visits import (
    LookBack,
    VisitPlan,
    hold_visit,
    look_back,
    note_on_visit,
    plan_visit,
)
from coachdesk.services.wrap_up import WrapUp, keep_wrap_up
from coachdesk.ui.first_run.place import PlaceSheet
from coachdesk.ui.insights.lead_card import LeadCard
from coachdesk.ui.kit.overlay import Overlay
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.sessions.run_left_open import LeftOpen
from coachdesk.views.search import Place
from tests.journeys.person import Key, Person

PRIYA, TALK, HELD = sample_id("priya"), sample_id("s060"), sample_id("s015")
CUSTOMER, PEER = sample_id("a01"), sample_id("p-int")
FORM = CodeLine(
    form=form_code(7), rows=(CodeRow(letter="t", rating=4), CodeRow(letter="f", rating=2))
)


class Visitor(Person):
    """Goes from place to place, and takes back what had to be made to get there."""

    made = 0

    def make(self, command, *given, **more):
        """Do what a place needs; `take_back` undoes it."""
        self.made += 1
        done = self.store.do(command, *given, **more)
        self.program.office.workplace.tell(done.changes)
        return done.result

    def run(self, action):
        """Do what stands in the palette under this id."""
        assert self.program.registry.run(action), action
        self.settle()

    def list_called(self, name):
        """Put the keys on the list of that name, as Tab would."""
        self.settle()
        rows = next(
            r
            for r in self.window.findChildren(Rows)
            if r.isVisible() and name == r.accessibleName().split(",")[0]
        )
        rows.setFocus()
        rows.set_current(0)

    def panel(self):
        """The panel that is open."""
        self.settle()
        return next(o for o in self.window.findChildren(Overlay) if o.isVisible())

    def take_back(self):
        """Leave the panel, and undo."""
        for overlay in self.window.findChildren(Overlay):
            overlay.close_panel()
        self.settle()
        for _change in range(self.made):
            _undone, changes = self.store.undo()
            self.program.office.workplace.tell(changes)
        self.made = 0
        self.settle()


def page(name):
    """A page of the window; every function below gives the way to a place and its root widget."""

    def go(person):
        person.window.show_page(name)
        return person.window

    return go


def rep(person):
    person.program.office.ways.open_rep(PRIYA)
    return person.window


def partner_team(person):
    person.program.office.ways.open_place(Place("partner_team", sample_id("mkt")))
    return person.window


def left(person):
    person.make(leave_team, PRIYA, person.store.as_of - timedelta(days=1), cancel_talks=True)
    return rep(person)


def talk(id, step):
    def go(person):
        person.program.office.ways.open_talk(id, step)
        return person.window

    return go


def running(person):
    person.make(start_talk, TALK)
    return talk(TALK, "run")(person)


def looked_at_twice(person):
    """A wrap-up with a line to reword, its field open."""
    said = WrapUp(summary="Great job!", left_out=(), buy_in=None, next_day=None, next_start=None)
    person.make(start_talk, TALK)
    person.make(keep_wrap_up, TALK, said)
    shown = talk(TALK, "wrap_up")(person)
    card = person.program.office.screens.wrap_up.view.direction
    card.edit(card.rows.rows()[0])
    return shown


def visit(*, held=False, done=False):
    def go(person):
        plan = VisitPlan(rep_id=PRIYA, account_id=CUSTOMER, day=person.store.as_of)
        id = person.make(plan_visit, plan).id
        if held or done:
            person.make(hold_visit, id)
            person.make(note_on_visit, id, "t4 Brought Stefan in with a clear hand-off")
        if done:
            said = LookBack(rep_saw="They opened up", keep="Waiting", talk_share_pct=30)
            person.make(look_back, id, said)
        person.program.office.ways.open_visit(id)
        return person.window

    return go


def met(*, held=False):
    def go(person):
        id = person.make(plan_peer_meeting, PEER, person.store.as_of).id
        words = Said(topic=PeerTopic.WORKING, text="Briefings by phone", peer_text="More notice")
        person.make(record_topics, id, words)
        person.make(decide, id, "both", "Read the cold hand-offs together", person.store.as_of)
        person.make(note_problem, id, "Two start dates moved and nobody called")
        if held:
            person.make(hold_peer_meeting, id)
        person.program.office.ways.open_peer_meeting(id)
        return person.window

    return go


def meeting(name):
    def go(person):
        person.program.office.ways.open_joint_meeting(sample_id(name))
        return person.window

    return go


def panel(action, before=None):
    """What an action opens over a page."""

    def go(person):
        (before or page("today"))(person)
        person.settle()
        person.run(action)
        return person.panel()

    return go


def row(name, key=Key.Key_Return, before=rep):
    """What a key opens on the first row of a list."""

    def go(person):
        before(person)
        person.list_called(name)
        person.press(key)
        return person.panel()

    return go


def button(name, before):
    """What a button opens."""

    def go(person):
        root = before(person)
        person.settle()
        buttons = root.findChildren(QAbstractButton)
        next(b for b in buttons if b.isVisible() and name in (b.accessibleName(), b.text())).click()
        return person.panel()

    return go


def found(place):
    """What the search opens."""

    def go(person):
        person.program.office.ways.open_place(place)
        return person.panel()

    return go


def typed(words, before):
    """A panel into which something was typed and sent."""

    def go(person):
        before(person)
        person.type(words)
        person.settle()
        person.press(Key.Key_Return)
        return person.panel()

    return go


def pasted(text, before):
    """A panel into which a table was pasted."""

    def go(person):
        root = before(person)
        QApplication.clipboard().setText(text)
        QApplication.focusWidget().paste()
        person.settle()
        return root

    return go


def one_team(person):
    """The Partners page with the cards of its first team."""
    root = page("partners")(person)
    person.program.office.screens.partners.choose_team(None)
    person.program.office.screens.partners.next_team()
    return root


def left_open(person):
    talk(TALK, "run")(person)
    work = person.program.office.workplace
    started = work.now - timedelta(days=1)
    LeftOpen(work, person.window, TALK, started, started + timedelta(hours=1)).open_panel()
    return person.panel()


def place_of_the_file(person):
    PlaceSheet(person.program.office.workplace, person.window, person.program.office.store_asked)
    return person.panel()


def behind_a_bar(person):
    page("insights")(person)
    person.settle()
    chart = person.program.office.screens.insights.widget.findChild(LeadCard).view
    chart.setFocus()
    person.press(Key.Key_Space)
    return person.panel()


def pursuit(person):
    person.program.office.ways.open_place(Place("opportunity", sample_id("o2")))
    person.press(Key.Key_P)
    return person.panel()


def section(id):
    def go(person):
        person.program.window.show_page("playbook")
        person.program.office.screens.playbook.open_section(id)
        person.settle()
        return person.window

    return go


def candidate(id):
    def go(person):
        section("interviews")(person)
        shown = person.program.office.screens.playbook.section("interviews")
        shown.show_candidate(sample_id(id))
        person.settle()
        return person.window

    return go


TABLE = (
    "Rep;Day;Customer;What;Rating\nPriya;9.3.2026;Northgate Bottling;Named the lead;4\nNemo;x;;;\n"
)

PAGES = {
    "today": page("today"),
    "team": page("team"),
    "one-on-ones": page("one_on_ones"),
    "partners": page("partners"),
    "partners of one team": one_team,
    "partner team": partner_team,
    "insights": page("insights"),
    "playbook expectations": section("expectations"),
    "playbook questions": section("questions"),
    "playbook stages": section("stages"),
    "playbook ratings": section("ratings"),
    "playbook rules": section("rules"),
    "playbook interviews": section("interviews"),
    "playbook candidate": candidate("iv2"),
    "playbook both sheets": candidate("iv1"),
    "playbook changes": section("changes"),
    "playbook accounts": section("accounts"),
    "playbook facts": section("facts"),
    "playbook example": section("example"),
    "who has it now": page("batons"),
    "rep": rep,
    "rep who left": left,
    "prepare": talk(TALK, "prepare"),
    "run": running,
    "wrap-up": talk(HELD, "wrap_up"),
    "wrap-up with a second look": looked_at_twice,
    "first run": page("first_run"),
    "visit planned": visit(),
    "visit held": visit(held=True),
    "visit done": visit(done=True),
    "peer meeting": met(),
    "peer meeting held": met(held=True),
    "joint meeting ahead": meeting("jm8"),
    "joint meeting held": meeting("jm3"),
}
PANELS = {
    "capture": panel("capture.new"),
    "form check": typed(format_code_line(FORM), panel("capture.new")),
    "form that came back": panel("form.read"),
    "form to fill in": panel("rep.preparation", rep),
    "palette": panel("find.command"),
    "keys": panel("find.keys"),
    "history": panel("edit.history"),
    "history of a rep": panel("edit.history", rep),
    "history of an event": row("Evidence", Key.Key_H),
    "event": row("Evidence", Key.Key_E),
    "promise": row("Promises"),
    "ask": row("Open asks"),
    "share": row("Shared"),
    "requirement": panel("rep.require", rep),
    "what a rep asks others": panel("rep.others", rep),
    "ask somebody else": panel("ask.others"),
    "ask about a promise": panel("batons.ask", page("batons")),
    "share about a promise": panel("batons.share", page("batons")),
    "put a request to a promise": panel("batons.hang", page("batons")),
    "import": panel("store.import"),
    "import of a table": pasted(TABLE, panel("store.import")),
    "export": panel("store.export"),
    "add a rep": panel("team.add"),
    "details": panel("team.details", page("team")),
    "away": panel("team.away", page("team")),
    "leaving": panel("team.left", page("team")),
    "coming back": panel("rep.back", left),
    "merge": panel("team.merge", page("team")),
    "customers": panel("team.customers", page("team")),
    "partners": panel("team.partners", page("team")),
    "rename": found(Place("name", CUSTOMER)),
    "merge of customers": button("Merge with another entry…", found(Place("name", CUSTOMER))),
    "agree an expectation": row("Agreed with", before=section("expectations")),
    "look at an expectation": row("Expectations", before=talk(TALK, "prepare")),
    "hand-off": row("With partner", before=page("partners")),
    "what the customer was told": row("Coming", before=page("partners")),
    "new hand-off": panel("partners.new", page("partners")),
    "new partner team": panel("partners.team", page("partners")),
    "partner team by name": panel("partner_team.choose"),
    "value of a person": row("People", before=partner_team),
    "introduction": row("Introductions", before=partner_team),
    "new introduction": panel("partner_team.new", partner_team),
    "who else decides": row("Introductions", Key.Key_D, partner_team),
    "four questions": panel("partner_team.ask", partner_team),
    "answers about a customer": row("What they know of customers", before=partner_team),
    "contact of a peer manager": button("Note the contact of Daniel Brandt", partner_team),
    "not all three won": panel("partners.others", page("partners")),
    "what may be coming": panel("soft.note", one_team),
    "a notice": row("What’s coming", before=page("partners")),
    "a notice that was found": found(Place("notice", sample_id("ea12"))),
    "tell the team": panel("soft.tell", page("partners")),
    "early-access sheet": panel("soft.sheet", one_team),
    "request to a partner": panel("soft.request", one_team),
    "sort a request": row("Requests to partners", Key.Key_S, page("partners")),
    "what became of a request": row("Requests to partners", before=page("partners")),
    "what a team says of its job": panel("soft.hear", one_team),
    "evidence of a quality": row("How we treat the team", before=one_team),
    "plan a talk": panel("talk.plan"),
    "calendar": panel("talk.calendar"),
    "move a talk": panel("today.move"),
    "cancel a talk": panel("today.cancel"),
    "talk as held": panel("today.held"),
    "plan a visit": panel("visit.plan"),
    "move a visit": panel("visit.move", visit()),
    "plan a joint meeting": panel("joint.plan"),
    "move a joint meeting": panel("joint.move", meeting("jm8")),
    "message for a role": button("Write one", meeting("jm8")),
    "form": panel("visit.form", visit()),
    "meet a peer manager": panel("peer.meet"),
    "agree on a goal": panel("peer.agree"),
    "a goal of both": panel("peer.goal", met()),
    "steps of a goal": row("Goals we both set", before=met()),
    "problem solved": row("Open problems", before=met()),
    "move a meeting": panel("peer.move", met()),
    "agenda for both": panel("peer.print", met()),
    "save the page": panel("wrap_up.save", talk(HELD, "wrap_up")),
    "next talk": panel("wrap_up.move", talk(HELD, "wrap_up")),
    "talk left open": left_open,
    "place of the file": place_of_the_file,
    "own words": panel("wordings.own"),
    "export the playbook": panel("playbook.export"),
    "import a playbook": panel("playbook.import"),
    "how you lead a rep": behind_a_bar,
    "pursuit": pursuit,
}
