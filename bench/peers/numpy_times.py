"""How long numpy takes for an array. Usage: numpy_times.py COUNT REPEATS; prints microseconds for each evaluation."""

import sys
import time

import numpy

A2, OMEGA = 2e15, 911000000.0


def closed_form(dd, d0):
    w = dd / OMEGA
    x = d0 / OMEGA
    square = w * w
    c = numpy.sqrt((1 - x) * (1 + x))
    angle = numpy.arcsin(x)
    root = numpy.sqrt(1 + square)
    j = numpy.pi / 2 - numpy.arctan(w * c / (x * root))
    return 2 * A2 * w * ((angle + x * c) / 2 + square * angle - w * root * j)


def main():
    count, repeats = int(sys.argv[1]), int(sys.argv[2])
    part = numpy.arange(count) / count
    dd = 1e6 + 1e6 * part
    d0 = 1e8 + 8e8 * part
    value = closed_form(dd, d0)
    loops, start = 0, time.perf_counter()
    while time.perf_counter() - start < 0.2:
        closed_form(dd, d0)
        loops += 1
    print("version", numpy.__version__)
    print("value %.17g" % value[count // 2])
    for _ in range(repeats):
        start = time.perf_counter()
        for _ in range(loops):
            closed_form(dd, d0)
        print("us %.6g" % (1e6 * (time.perf_counter() - start) / loops / count))


main()
