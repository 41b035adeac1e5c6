"""Cleaning: a page becomes an article with every block labelled."""
