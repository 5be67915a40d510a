"""How long mpmath takes. Usage: mpmath_times.py WHAT DIGITS REPEATS; output and point as in arb.c."""

import sys
import time

import mpmath
from mpmath import mp

A2, DD, D0, OMEGA = 2 * 10**15, 1250000, 326000000, 911000000


def closed_form():
    w = mp.mpf(DD) / OMEGA
    x = mp.mpf(D0) / OMEGA
    square = w * w
    c = mp.sqrt(1 - x * x)
    angle = mp.asin(x)
    root = mp.sqrt(1 + square)
    j = mp.pi / 2 - mp.atan(w * c / (x * root))
    return 2 * A2 * w * ((angle + x * c) / 2 + square * angle - w * root * j)


def integral():
    omega2 = mp.mpf(OMEGA) ** 2
    dd2 = mp.mpf(DD) ** 2
    lower = mp.sqrt(omega2 - mp.mpf(D0) ** 2)

    def share(delta):
        d2 = delta * delta
        y2 = omega2 - d2
        return d2 * mp.sqrt(y2) / (y2 + dd2)

    return 2 * A2 * DD / mp.mpf(OMEGA) ** 3 * mp.quad(share, [lower, OMEGA])


def main():
    what, digits, repeats = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    mp.prec = int(digits * 3.3219280948873626) + 21
    work = {"W_Z": closed_form, "integral": integral}[what]
    value = work()
    loops, start = 0, time.perf_counter()
    while time.perf_counter() - start < 0.1:
        work()
        loops += 1
    print("version", mpmath.__version__, "with", mpmath.libmp.BACKEND)
    print("value", mp.nstr(value, digits))
    for _ in range(repeats):
        start = time.perf_counter()
        for _ in range(loops):
            work()
        print("us %.6g" % (1e6 * (time.perf_counter() - start) / loops))


main()
