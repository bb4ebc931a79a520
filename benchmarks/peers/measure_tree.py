"""Runs one program and writes what its whole process tree used.

    python3 measure_tree.py RESULT.json DEADLINE_SECONDS PROGRAM [ARGUMENT...]

The result, with times in microseconds on the machine's monotonic clock:

    startedMicros, endedMicros   of the program itself
    exitCode                     negative: the signal that ended it
    timedOut                     the deadline passed and the tree was ended
    cpuMicros                    user and system time of every process of the tree, from wait4
    peakResidentBytes            the largest sum of resident sets seen, each process counting its shared pages
    samples                      [instant, processor time of the tree so far] pairs, to tell the load from the start

Descendants whose parent ends are handed to this process, so none escapes the sum.
"""

import ctypes
import json
import os
import signal
import sys
import time

SAMPLE_SECONDS = 0.005
# Walking the tree costs more than a sample: every so many samples.
SAMPLES_PER_WALK = 20
LEFT_BEHIND_SECONDS = 5.0
PR_SET_CHILD_SUBREAPER = 36
PAGE = os.sysconf("SC_PAGE_SIZE")


def micros():
    return time.monotonic_ns() / 1000


def children_of(pid):
    found = []
    try:
        for thread in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{thread}/children") as listing:
                found.extend(int(child) for child in listing.read().split())
    except OSError:
        pass
    return found


def tree_below(pid):
    found, waiting = [], children_of(pid)
    while waiting:
        child = waiting.pop()
        found.append(child)
        waiting.extend(children_of(child))
    return found


def cpu_micros_of(pid):
    """Processor time of another process, from its own clock: nanoseconds, and threads that ended count."""
    return time.clock_gettime_ns((~pid << 3) | 2) / 1000


def resident_bytes_of(pid):
    try:
        with open(f"/proc/{pid}/statm") as text:
            return int(text.read().split()[1]) * PAGE
    except (OSError, IndexError):
        return 0


class Tree:
    """What was seen of the tree so far."""

    def __init__(self):
        self.cpu_by_process = {}
        self.live = []
        self.samples = []
        self.peak_resident = 0
        self.waited_cpu = 0.0
        self.exit_codes = {}
        self.ends = {}

    def walk(self):
        self.live = tree_below(os.getpid())
        self.peak_resident = max(self.peak_resident, sum(resident_bytes_of(pid) for pid in self.live))

    def sample(self):
        for pid in self.live:
            try:
                self.cpu_by_process[pid] = cpu_micros_of(pid)
            except OSError:
                pass
        self.samples.append((round(micros()), round(sum(self.cpu_by_process.values()))))

    def reap(self):
        while True:
            try:
                pid, status, usage = os.wait4(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            self.ends[pid] = micros()
            self.exit_codes[pid] = os.waitstatus_to_exitcode(status)
            self.waited_cpu += (usage.ru_utime + usage.ru_stime) * 1e6
            self.peak_resident = max(self.peak_resident, usage.ru_maxrss * 1024)

    def end(self):
        for pid in tree_below(os.getpid()):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass


def watch(tree, root, deadline):
    """Until the program has ended and left nothing behind; says whether the deadline ended it."""
    turn = 0
    while True:
        if turn % SAMPLES_PER_WALK == 0:
            tree.walk()
        turn += 1
        tree.sample()
        tree.reap()
        now = micros()
        if root in tree.ends:
            if not tree_below(os.getpid()):
                return False
            if now - tree.ends[root] > LEFT_BEHIND_SECONDS * 1e6:
                tree.end()
        elif now > deadline:
            tree.end()
            while root not in tree.ends:
                time.sleep(SAMPLE_SECONDS)
                tree.reap()
            return True
        time.sleep(SAMPLE_SECONDS)


def main():
    result, deadline_seconds, program = sys.argv[1], float(sys.argv[2]), sys.argv[3:]
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    tree = Tree()
    # Whoever ends this process means the tree.
    signal.signal(signal.SIGTERM, lambda *_: (tree.end(), sys.exit(1)))
    started = micros()
    root = os.posix_spawnp(program[0], program, os.environ)
    timed_out = watch(tree, root, started + deadline_seconds * 1e6)
    tree.reap()
    with open(result, "w") as file:
        json.dump(
            {
                "startedMicros": started,
                "endedMicros": tree.ends[root],
                "exitCode": tree.exit_codes[root],
                "timedOut": timed_out,
                "cpuMicros": tree.waited_cpu,
                "peakResidentBytes": tree.peak_resident,
                "samples": tree.samples,
            },
            file,
        )


main()
