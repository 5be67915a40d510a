#!/bin/sh
# Starts two that never end, one of them deaf to requests to, and answers.
sleep 1000 &
(trap '' TERM INT HUP; while :; do sleep 1000; done) &
while read -r line; do echo '{"id":1,"out":"1"}'; done
[ "$1" = stays ] && { trap '' TERM; while :; do sleep 1000; done; }
