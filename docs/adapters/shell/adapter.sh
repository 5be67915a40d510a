#!/bin/sh
# Lets tripleflip check a formula in one line of awk:
#
#   tripleflip check splitting g_D W_SSI -- sh adapter.sh
#
# Cut at its quotation marks, {"id":1,"quantity":"g_D","in":{"DD":"0.5","D":"1"},"left":0} falls into pieces: the number
# in the 3rd is the id, the 6th is the quantity, and from the 10th on every second one is a name or its value.
#
# mawk (Debian's awk) must be told not to wait for a full buffer of requests, and answers go out one by one: fflush. Numbers
# are written with %.17g, since awk by itself writes 6 digits; LC_ALL=C makes the decimal mark a point. Of a square root of
# a negative number or a division by 0, which end some versions of awk, it is told before.
LC_ALL=C
export LC_ALL
case $(awk -W version 2>/dev/null </dev/null) in mawk*) set -- -W interactive ;; esac

exec awk "$@" -F'"' '
  function answer(out) { printf "{\"id\":%d,\"out\":\"%.17g\"}\n", substr($3, 2), out }
  function refuse(why) { printf "{\"id\":%d,\"error\":\"%s\"}\n", substr($3, 2), why }
  function root(a, b) { return a > b ? a * sqrt(1 + (b / a) * (b / a)) : b > 0 ? b * sqrt(1 + (a / b) * (a / b)) : 0 }
  function size(x) { return x < 0 ? -x : x }
  {
    split("", p)
    for (n = 10; n + 2 < NF; n += 4) p[$n] = $(n + 2) + 0
    pi = atan2(0, -1)
  }
  $6 == "splitting" { answer(root(size(p["Delta"]), size(p["D"]))) }
  $6 == "g_D" {
    if (p["DD"] > 0) answer(1 / (pi * p["DD"] * (1 + (p["D"] / p["DD"]) * (p["D"] / p["DD"]))))
    else refuse("outside the domain: DD > 0")
  }
  $6 == "W_SSI" {
    if (p["A2"] > 0 && p["DD"] > 0 && p["omega0I"] > 0 && size(p["Delta"]) <= p["omega0I"]) {
      D = sqrt(p["omega0I"] - p["Delta"]) * sqrt(p["omega0I"] + p["Delta"])
      answer(p["A2"] / p["omega0I"] * (p["DD"] * D / (D * D + p["DD"] * p["DD"])))
    } else refuse("outside the domain")
  }
  $6 !~ /^(splitting|g_D|W_SSI)$/ { refuse("no such quantity here") }
  { fflush() }
'
