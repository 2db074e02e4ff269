"""The command line: the same services for scripts, backups, support and tests."""
