# SPDX-License-Identifier: GPL-2.0-or-later
"""Databases for the proofs: how they are made and changed, and what they hold."""

import hashlib
import random
import re
import shutil
import subprocess

WORDS = ("fine regulator platform bank licence export chip stake merger data order court listing rule "
         "review share market profit yuan deal probe cloud rival tariff").split()


def sentence(source):
    return " ".join(source.choice(WORDS) for _ in range(14)).capitalize() + "."


def write_input(path, version, numbers):
    """Every third article depends on the version."""
    with open(path, "w", encoding="utf-8") as out:
        for number in numbers:
            own = version if number % 3 == 0 else 0
            source = random.Random(number * 7 + own)
            text = "\\n\\n".join(sentence(source) for _ in range(6))
            out.write(f'{{"id": "a{number}", "title": "Version {own} of {number}", "text": "{text}"}}\n')


class Programs:
    def __init__(self, folder):
        self.index = str(folder / "sinodex-index")
        self.search = str(folder / "sinodex-search")

    def update(self, database, *arguments, **how):
        """Status 124 where it is not done after a minute."""
        command = [self.index, "--quiet", "-j2", "--db", str(database), *arguments]
        try:
            return subprocess.run(command, capture_output=True, text=True, timeout=60, **how)
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(command, 124, "", "not done after a minute")

    def check(self, database):
        return subprocess.run([self.index, "--check", "--db", str(database)], capture_output=True,
                              text=True)

    def state(self, database):
        """What the database holds, or None where it is not sound."""
        if self.check(database).returncode:
            return None
        exported = subprocess.run([self.index, "--db", str(database), "--export", "opensearch-bulk"],
                                  capture_output=True)
        if exported.returncode not in (0, 1):
            return None
        lines = sorted(line for line in exported.stdout.splitlines() if not line.startswith(b'{"index"'))
        return hashlib.sha256(b"\n".join(line.split(b'"passages"')[0] for line in lines)).hexdigest()


class Change:
    """A run that changes a database, and the database as it is before and after."""

    def __init__(self, programs, name, before, arguments, after):
        self.programs = programs
        self.name = name
        self.before = before  # a folder, which need not be there
        self.arguments = arguments
        self.old = programs.state(before)
        self.new = programs.state(after)

    def copy(self, place):
        """The database as it is before, in a fresh folder of this name."""
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        if self.before.is_dir():
            shutil.copytree(self.before, place / "db")
        return place / "db"

    def run(self, database, **how):
        return self.programs.update(database, *self.arguments, **how)

    def goes_on(self, database):
        """Runs it again, after whatever happened: empty where all is well then, else what is not."""
        done = self.run(database)
        if done.returncode:
            return f"the next run ends with status {done.returncode}: {done.stderr[:300]}"
        if self.programs.state(database) != self.new:
            return "the next run does not bring the new state"
        left = names_left_over(database)
        return f"the next run leaves {left}" if left else ""


def names_left_over(database):
    """What lies in a database's folder and is not in force."""
    stub = (database / "XAPIANDB").read_text()
    generation = re.search(r"gen-\d+", stub).group()
    manifest = (database / generation / "MANIFEST").read_text()
    used = {generation, "XAPIANDB", "lock", *re.findall(r"^(gen-\d+)/", manifest, re.M)}
    return sorted(path.name for path in database.iterdir() if path.name not in used)


def changes(programs, folder):
    """One of each kind: a first build, an update that writes and deletes, one that only deletes, a
    merge, and a rebuild."""
    whole, more, other, half = (str(folder / f"{name}.jsonl")
                                for name in ("whole", "more", "other", "half"))
    write_input(whole, 0, range(60))
    write_input(more, 0, range(60, 66))
    write_input(other, 1, range(66))
    write_input(half, 0, range(30))

    def made(name, start, *arguments):
        if start is not None:
            shutil.copytree(start, folder / name)
        done = programs.update(folder / name, *arguments)
        assert done.returncode == 0, done.stderr
        return folder / name

    nothing = folder / "nothing"
    built = made("built", None, whole)
    grown = made("grown", built, more)
    kinds = [("build", nothing, [whole], built),
             ("update", grown, [other], made("updated", grown, other)),
             ("prune", built, ["--prune", half], made("pruned", built, "--prune", half)),
             ("optimize", grown, ["--optimize"], made("optimized", grown, "--optimize")),
             ("rebuild", grown, ["--rebuild", half], made("rebuilt", grown, "--rebuild", half))]
    return [Change(programs, *kind) for kind in kinds]
