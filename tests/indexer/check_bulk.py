#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks an export against OpenSearch's own description of its interface:

    tests/indexer/check_bulk.py SPECIFICATION mapping.json news.ndjson

SPECIFICATION is the folder spec/ of github.com/opensearch-project/opensearch-api-specification. Needs
python3-yaml and python3-jsonschema 4.18 or later. The description allows any keys besides those that it
names; here they are refused, so that none is misspelt.
"""

import copy
import json
import sys
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012


def registry_of(folder):
    """All files of the description by their addresses, read when one is referred to."""

    def read(address):
        path = address.removeprefix("file://")
        return Resource(yaml.load(Path(path).read_text(), yaml.CSafeLoader), DRAFT202012)

    return Registry(retrieve=read), folder.resolve().as_uri()


class Description:
    def __init__(self, folder):
        self.registry, self.root = registry_of(folder)

    def validator(self, schema):
        return Draft202012Validator(schema, registry=self.registry)

    def refer(self, file, pointer):
        return {"$ref": f"{self.root}/{file}#{pointer}"}


def closed(description, file, name):
    """A schema of a file's components by which an object has no other keys."""
    schema = description.refer(file, f"/components/schemas/{name}")
    return {**schema, "unevaluatedProperties": False}


def fails(validator, value, where):
    for error in validator.iter_errors(value):
        print(f"{where}: {error.json_path}: {error.message[:300]}")
        return 1
    return 0


def check_action(action, body, kinds, where):
    if list(action) != ["index"] or not isinstance(body, dict):
        print(f"{where}: is no action and its document")
        return 1
    return fails(kinds["container"], action, where) + fails(kinds["index"], action["index"], where)


def check_lines(description, path):
    bulk = "schemas/_core.bulk.yaml"
    kinds = {"container": description.validator(closed(description, bulk, "OperationContainer")),
             "index": description.validator(closed(description, bulk, "IndexOperation"))}
    wrong = count = 0
    with open(path, encoding="utf-8") as lines:
        for action in lines:
            count += 1
            body = json.loads(next(lines, "null"))
            wrong += check_action(json.loads(action), body, kinds, f"{path}: entry {count}")
    print(f"{path}: {count} entries, {wrong} wrong")
    assert fails(kinds["index"], {"_identity": 1}, "as it should, a wrong key"), "finds nothing"
    return wrong


def property_name(kind):
    special = {"object": "ObjectProperty", "long": "LongNumberProperty",
               "double": "DoubleNumberProperty"}
    words = kind.split("_")
    return special.get(kind, "".join(word.capitalize() for word in words) + "Property")


def check_fields(description, fields, where):
    """Each field by the schema of its type."""
    wrong = count = 0
    for name, field in fields.items():
        kind = field.get("type", "object")
        schema = closed(description, "schemas/_common.mapping.yaml", property_name(kind))
        wrong += fails(description.validator(schema), field, f"{where}.{name}")
        count += 1
        for inner in ("properties", "fields"):
            more, bad = check_fields(description, field.get(inner, {}), f"{where}.{name}")
            count, wrong = count + more, wrong + bad
    return count, wrong


def check_mapping(description, path):
    index = json.loads(Path(path).read_text())
    create = description.refer("namespaces/indices.yaml",
                               "/components/requestBodies/indices.create/content/application~1json/schema")
    wrong = fails(description.validator({**create, "unevaluatedProperties": False}), index, path)
    count, bad = check_fields(description, index["mappings"]["properties"], path)
    print(f"{path}: {count} fields, {wrong + bad} wrong")
    broken = copy.deepcopy(index)
    broken["mappings"]["properties"]["title"]["type"] = ["text"]
    assert fails(description.validator(create), broken, "as it should, a wrong type"), "finds nothing"
    return wrong + bad


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    description = Description(Path(sys.argv[1]))
    sys.exit(1 if check_mapping(description, sys.argv[2]) + check_lines(description, sys.argv[3]) else 0)


main()
