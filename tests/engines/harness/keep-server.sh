#!/usr/bin/env bash
# keep-server.sh COMMAND...
#
# Runs a server for as long as this script's standard input stays open. The test that started it holds the
# other end of that pipe, so a test process that dies in any way takes its server along. The caller makes
# this script the leader of a process group of its own; the group is what is stopped, here and by the caller.
#
# Before that it closes every descriptor above standard error: a server would otherwise hold whatever the
# test runner's own parents left open (locks, pipes that somebody waits on).
for path in /proc/self/fd/*; do
  descriptor=${path##*/}
  if [ "$descriptor" -gt 2 ]; then eval "exec $descriptor>&-"; fi
done

# A lower priority than the client's: both share this machine's cores, and a server that computes would
# otherwise keep the client from reading what has arrived.
nice -n 5 "$@" </dev/null &
server=$!

# The `<&0` matters: without it a background job's input is /dev/null, which is at its end already.
{
  while read -r _; do :; done
  trap '' TERM
  kill -TERM -- "-$$"
  for _ in {1..75}; do
    kill -0 "$server" 2>/dev/null || break
    sleep 0.2
  done
  kill -KILL -- "-$$"
} <&0 >/dev/null 2>&1 &
watcher=$!

wait "$server"
status=$?
kill "$watcher" 2>/dev/null
wait "$watcher" 2>/dev/null
exit "$status"
