"""Marsad (مرصد): reads Arabic news about relations between states into facts tied to the words that carry them."""

__version__ = "0.1.0"
