"""The guide's page: what is due, the candidates, and the questions to word."""

from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.card import Card, SectionHeader
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.playbook.head import section_head, section_page
from coachdesk.ui.playbook.interview_guide import GuideCard
from coachdesk.ui.playbook.interview_tables import CandidateHeads, CandidatePainter
from coachdesk.ui.playbook.section import Section
from coachdesk.views.interview_words import guide_rules
from coachdesk.views.interviews import Interviews


class Overview:
    """Made from what was read; `show_read` brings it up to date in the same widgets."""

    def __init__(self, section: Section, read: Interviews) -> None:
        theme = section.theme
        self.new = Button(theme, _("New interview"), icon="plus")
        self.print = Button(theme, _("Blank sheet"), icon="printer")
        head = section_head(section, section.title, guide_rules(), self.new, self.print)
        self.content, stack = section_page(section, head)
        self._due = Card(theme, _("To be erased"), edge="lineStrong")
        self._due_words = Text(theme, " ", "body", wrap=True)
        self._due.add(self._due_words, pad=(16, 12, 16, 12))
        stack.addWidget(self._due)
        topics = [row.topic for row in read.guide]
        painter = CandidatePainter(theme, topics, section.workplace.as_of)
        self.rows = Rows(theme, painter, name=_("Candidates, in the order of their days"))
        title, right = _("Side by side"), _("no total, read the notes")
        self._list = Card(theme, title)
        self._list.add(SectionHeader(theme, title, "", right))
        heads = _("Questions 1 to {n}").format(n=len(read.guide))
        self._list.add(CandidateHeads(theme, heads))
        self._list.add(self.rows, rule=True)
        stack.addWidget(self._list)
        self.cards = tuple(GuideCard(theme, row) for row in read.guide)
        for card in self.cards:
            stack.addWidget(card)
        stack.addStretch(1)
        section.host.follow(self.rows)
        self.show_read(read)

    def show_read(self, read: Interviews) -> None:
        """Show other words and other candidates."""
        self.rows.set_rows(read.candidates)
        self._list.setHidden(not read.candidates)
        due = read.due
        words = ngettext(
            "{codes} has reached the day to be erased. Open it, look, and erase it.",
            "{codes} have reached the day to be erased. Open each, look, and erase it.",
            len(due),
        )
        self._due_words.show_runs(words.format(codes=", ".join(row.code for row in due)))
        self._due.setHidden(not due)
        for card, row in zip(self.cards, read.guide, strict=True):
            card.show_row(row)

    def write(self) -> None:
        """What is being typed is written."""
        for card in self.cards:
            card.write()
