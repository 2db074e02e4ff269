"""The Playbook: the manager's own words for what good looks like, section by section."""
