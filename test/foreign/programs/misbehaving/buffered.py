"""Answers, but keeps its answers in its buffer, as a C or Fortran program does that writes to a pipe."""
import json
import sys

for line in iter(sys.stdin.readline, ""):
    print(json.dumps({"id": json.loads(line)["id"], "out": "1"}))
