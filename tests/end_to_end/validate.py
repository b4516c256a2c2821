# SPDX-License-Identifier: GPL-2.0-or-later
"""validate.py FOLDER NAME: says which JSON objects, a line each of standard input, are not as the
schema NAME of the folder has it. Ends with 77 where there is no jsonschema."""

import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    sys.exit(77)

folder = pathlib.Path(sys.argv[1])
schemas = {path.stem: json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")}
for schema in schemas.values():
    jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schemas[sys.argv[2]])
count = 0
for line in sys.stdin:
    count += 1
    for error in validator.iter_errors(json.loads(line)):
        best = jsonschema.exceptions.best_match([error])
        print(f"line {count}: {best.json_path}: {best.message[:300]}")
print(count)
