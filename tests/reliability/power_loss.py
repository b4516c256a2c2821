# SPDX-License-Identifier: GPL-2.0-or-later
"""Loss of power: what a run of the indexer did to its files, done again up to some moment, as a disk
may have it then.

A model says what of it the disk has:

ordered   all of it, in its order
synced    only what was synced: of a file its bytes, of a folder its entries
some      what was synced, and of the rest any part of it: pages of 4 KiB, sizes of files, entries of
          folders, each for itself, as a file system without order would
"""

import os
import random
import shutil

MODELS = ("ordered", "synced", "some")
PAGE = 4096


class Recording:
    """The operations of a run, on nodes rather than on paths: a file is its bytes, a folder the
    numbers of nodes by their names. Node 0 is the folder in which the database is."""

    def __init__(self, root, before):
        self.root = str(root)
        self.start = {}
        self.operations = []  # tuples: what, node and the rest
        self._load(before)
        self.nodes = copied(self.start)

    def _load(self, path):
        number = len(self.start)
        self.start[number] = {} if path.is_dir() else bytearray(path.read_bytes())
        if path.is_dir():
            for entry in sorted(path.iterdir()):
                self.start[number][entry.name] = self._load(entry)
        return number

    def read(self, log):
        data = log.read_bytes()
        at = 0
        while at < len(data):
            end = data.index(b"\n", at)
            what, path, other, offset, size = data[at:end].decode().split("\t")
            at = end + 1 + int(size)
            self._note(what, path, other, int(offset), data[end + 1:at])

    def _place(self, path):
        """The folder of a path and the name in there; None where it is not there any more."""
        node = 0
        names = os.path.relpath(path, self.root).split("/")
        for name in names[:-1]:
            node = self.nodes[node].get(name)
            if node is None:
                return None
        return node, names[-1]

    def _node(self, path):
        if os.path.normpath(path) == self.root:
            return 0
        place = self._place(path)
        return place and self.nodes[place[0]].get(place[1])

    def _do(self, *operation):
        self.operations.append(operation)
        apply(self.nodes, operation)

    def _note(self, what, path, other, offset, data):
        if what in ("create", "mkdir"):
            folder, name = self._place(path)
            self._do("enter", folder, name, len(self.nodes), what == "mkdir")
        elif what == "rename":
            (folder, name), (target, new) = self._place(path), self._place(other)
            self._do("move", target, new, folder, name, self.nodes[folder][name])
        elif what == "remove":
            self._do("leave", *self._place(path))
        elif self._node(path) is not None:  # else the file has been removed already
            node = self._node(path)
            if what == "write":
                self._write(node, offset, data)
            else:
                self._do({"truncate": "size", "sync": "sync"}[what], node, offset)

    def _write(self, node, offset, data):
        done = 0
        while done < len(data):
            end = min(len(data), done + PAGE - (offset + done) % PAGE)
            self._do("write", node, offset + done, data[done:end])
            done = end

    def switch(self):
        """The numbers of the operation that puts the new state in force, and of the one that makes
        this last."""
        moves = [number for number, one in enumerate(self.operations)
                 if one[0] == "move" and one[2] == "XAPIANDB"]
        folder = self.operations[moves[-1]][1]
        synced = [number for number, one in enumerate(self.operations)
                  if one[:2] == ("sync", folder) and number > moves[-1]]
        return moves[-1], synced[0]

    def crash(self, end, model, source):
        """The nodes as the disk has them when power is lost after so many operations."""
        nodes = copied(self.start)
        for number, operation in enumerate(self.operations):
            if operation[0] == "enter":  # a node is there, whether or not a folder has it
                nodes[operation[3]] = {} if operation[4] else bytearray()
        share = source.random()
        synced = last_syncs(self.operations[:end])
        for number, operation in enumerate(self.operations[:end]):
            durable = number < synced.get(operation[1], -1)
            if model == "ordered" or durable or (model == "some" and source.random() < share):
                apply(nodes, operation, enters=False)
            elif operation[0] == "move" and model == "synced" and number < synced.get(operation[3], -1):
                nodes[operation[3]].pop(operation[4], None)
        return nodes


def last_syncs(operations):
    return {one[1]: number for number, one in enumerate(operations) if one[0] == "sync"}


def copied(nodes):
    return {number: type(node)(node) for number, node in nodes.items()}


def apply(nodes, operation, enters=True):
    what, node, *rest = operation
    if what == "enter":
        name, new, is_folder = rest
        nodes[node][name] = new
        if enters:
            nodes[new] = {} if is_folder else bytearray()
    elif what == "leave":
        nodes[node].pop(rest[0], None)
    elif what == "move":
        name, folder, old, moved = rest
        nodes[folder].pop(old, None)
        nodes[node][name] = moved
    elif what == "size":
        size = rest[0]
        file = nodes[node]
        del file[size:]
        file.extend(bytes(size - len(file)))
    elif what == "write":
        offset, data = rest
        file = nodes[node]
        file.extend(bytes(max(0, offset - len(file))))
        file[offset:offset + len(data)] = data


def write_out(nodes, number, path):
    if isinstance(nodes[number], dict):
        path.mkdir()
        for name, node in nodes[number].items():
            write_out(nodes, node, path / name)
    else:
        path.write_bytes(nodes[number])


def same_files(a, b):
    def files(folder):
        return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
                for path in folder.rglob("*")}
    return files(a) == files(b)


def record(change, folder, faults):
    """Runs a change and returns its recording, which must lead to the files that are there."""
    place, before, log = folder / "place", folder / "before", folder / "log"
    log.unlink(missing_ok=True)
    change.copy(before)
    database = change.copy(place)
    environment = {**os.environ, "LD_PRELOAD": str(faults), "SINODEX_FAULTS_FOLDER": str(place),
                   "SINODEX_FAULTS_LOG": str(log)}
    done = change.run(database, env=environment)
    assert done.returncode == 0, done.stderr
    recording = Recording(place, before)
    recording.read(log)
    replayed = folder / "replayed"
    shutil.rmtree(replayed, ignore_errors=True)
    write_out(recording.nodes, 0, replayed)
    assert same_files(place, replayed), f"the recording of {change.name} misses something"
    return recording


class PowerLoss:
    def __init__(self, changes, folder, faults, seed):
        self.folder = folder
        self.random = random.Random(seed)
        self.recorded = [(change, record(change, folder, faults)) for change in changes]

    def try_one(self, number):
        """Loses power once: empty where what is left is right, else what is not."""
        change, recording = self.recorded[number % len(self.recorded)]
        model = MODELS[number // len(self.recorded) % len(MODELS)]
        end = self.random.randint(0, len(recording.operations))
        if number % 4 == 0:  # near where it matters
            end = min(len(recording.operations), recording.switch()[0] + self.random.randint(-3, 6))
        place = self.folder / "lost"
        shutil.rmtree(place, ignore_errors=True)
        write_out(recording.crash(end, model, self.random), 0, place)
        wrong = self.judge(change, recording, end, place / "db")
        return wrong and f"{change.name}, {model}, {end} of {len(recording.operations)}: {wrong}"

    def judge(self, change, recording, end, database):
        switched, durable = recording.switch()
        state = change.programs.state(database)
        if state not in (change.old, change.new):
            return f"neither the old nor the new state: {change.programs.check(database).stderr}"
        if state != change.new and end > durable:
            return "the new state was durable, and is lost"
        if state != change.old and end <= switched:
            return "the new state is there before its time"
        if state is None:
            check = change.programs.check(database)
            if check.returncode != 3 or "there is no Sinodex database here" not in check.stderr:
                return f"no database, but status {check.returncode}: {check.stderr}"
        return change.goes_on(database)
