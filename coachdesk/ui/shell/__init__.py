"""The window's frame: navigation, actions, jobs, undo bar."""
