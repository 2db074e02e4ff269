"""Meetings with peer managers: the page, its sheets, and the card of what is agreed."""
