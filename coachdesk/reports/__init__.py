"""Printed documents: a plain brief in, PDF bytes out."""
