"""Writes for ever, and no end of a line."""
import os

while True:
    os.write(1, b"1" * 65536)
