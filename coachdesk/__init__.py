"""Coachdesk: a desktop coaching assistant for frontline sales managers."""

__version__ = "0.1.0"
