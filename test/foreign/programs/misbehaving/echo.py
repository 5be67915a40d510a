"""Answers each request with the value of its first parameter: as fast as a program of this kind gets."""
import json
import sys

for line in sys.stdin:
    request = json.loads(line)
    out = next(iter(request["in"].values()))
    sys.stdout.write('{"id":%d,"out":"%s"}\n' % (request["id"], out))
    if request["left"] == 0:
        sys.stdout.flush()
