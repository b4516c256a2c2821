# SPDX-License-Identifier: GPL-2.0-or-later
"""Faults of the system in the middle of a run: calls that fail, and memory that cannot be had."""

import errno
import os
import random
import re

KINDS = ("write", "sync", "rename", "open", "make", "remove")
ERRORS = {"write": (errno.ENOSPC, errno.EIO), "sync": (errno.ENOSPC, errno.EIO),
          "rename": (errno.ENOSPC, errno.EIO), "open": (errno.ENOSPC, errno.EIO, errno.EMFILE),
          "make": (errno.ENOSPC, errno.EIO), "remove": (errno.EIO,)}
AS_IT_WAS = "the database is as it was"
REPLACED = "it was replaced"


def judge(change, database, done, cause=""):
    """Whether a run ended as it may, what it said is true, and another one goes on from there: empty
    where all is well, else what is not."""
    state = change.programs.state(database)
    said = f"status {done.returncode}: {done.stderr[:300]}"
    if state not in (change.old, change.new):
        return f"neither the old nor the new state, {said}"
    if done.returncode == 3 and cause and cause in done.stderr and state == change.old:
        return change.goes_on(database)  # a file of the old state could not be read
    if done.returncode not in (0, 5):
        return said
    if done.returncode == 0 and state != change.new:
        return "status 0, and the old state"
    if done.returncode == 5 and done.stderr == "sinodex-index: out of memory\n":
        return change.goes_on(database)  # of the rest it says nothing, for want of memory
    if done.returncode == 5 and (AS_IT_WAS in done.stderr) == (REPLACED in done.stderr):
        return f"does not say what became of the database, {said}"
    if AS_IT_WAS in done.stderr and state != change.old:
        return f"not as it was, {said}"
    if REPLACED in done.stderr and state != change.new:
        return f"not replaced, {said}"
    return change.goes_on(database)


class Faults:
    """Each call of each kind that fails, by itself or with all later ones."""

    def __init__(self, changes, folder, library, seed):
        self.place = folder / "faults"
        self.library = library
        self.cases = [case for change in changes for case in self.cases_of(change, folder)]
        random.Random(seed).shuffle(self.cases)

    def environment(self, **variables):
        return {**os.environ, "LD_PRELOAD": str(self.library),
                "SINODEX_FAULTS_FOLDER": str(self.place), **variables}

    def cases_of(self, change, folder):
        for kind in KINDS:
            log = folder / f"calls-{kind}"
            log.unlink(missing_ok=True)
            database = change.copy(self.place)
            done = change.run(database, env=self.environment(SINODEX_FAULTS_FAIL=f"{kind} 0 0",
                                                             SINODEX_FAULTS_COUNT=str(log)))
            assert done.returncode == 0, done.stderr
            for number in range(1, int(log.read_text()) + 1):
                for error in ERRORS[kind]:
                    for on in ("", " on"):
                        yield change, f"{kind} {number} {error}{on}"

    def try_one(self, number):
        change, fault = self.cases[number % len(self.cases)]
        database = change.copy(self.place)
        done = change.run(database, env=self.environment(SINODEX_FAULTS_FAIL=fault))
        error = int(fault.split()[2])
        cause = os.strerror(error) if error != errno.EMFILE else ""
        wrong = judge(change, database, done, cause)
        return wrong and f"{change.name}, {fault}: {wrong}"


# GLib aborts, and ICU waits for itself for ever, where there is no memory for how they start.
STARTED = 5000


class Memory:
    """An allocation that fails, by itself or with all later ones, once the libraries have started."""

    def __init__(self, changes, folder, library, seed):
        self.place = folder / "memory"
        self.library = library
        self.random = random.Random(seed)
        self.changes = [(change, self.allocations(change)) for change in changes]

    def environment(self, wanted):
        return {**os.environ, "LD_PRELOAD": str(self.library), "SINODEX_FAULTS_MEMORY": wanted}

    def allocations(self, change):
        done = change.run(change.copy(self.place), env=self.environment("0"))
        return int(re.search(r"(\d+) allocations", done.stderr).group(1))

    def try_one(self, number):
        change, allocations = self.changes[number % len(self.changes)]
        database = change.copy(self.place)
        # As many near the beginning and the end as in the middle of it all.
        which = int((allocations - STARTED) * self.random.betavariate(0.4, 0.4)) + STARTED
        fault = f"{which}{' on' if number // len(self.changes) % 2 else ''}"
        done = change.run(database, env=self.environment(fault))
        wrong = judge(change, database, done)
        return wrong and f"{change.name}, memory {fault}: {wrong}"
