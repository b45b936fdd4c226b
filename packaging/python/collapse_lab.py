"""Reads what Collapse Lab writes: recordings (.collapselab), journals and run folders. Needs NumPy alone.

    import collapse_lab
    run = collapse_lab.read("out/first")              # a folder of `collapse-lab-cli run`, or a file
    for lane in run.lanes:
        print(lane.name, lane["accuracy"].mean())
    steps, norm = run.lanes[0]["step"], run.lanes[0]["logit_norm"]
    table = collapse_lab.table(["out/seed-0", "out/seed-1"])   # one row per run, lane and step

Measures are float64 arrays over a lane's steps, NaN where one does not apply; what they mean stands in docs/measures.md.
Accuracies and shares are fractions, 0 to 1. A damaged or foreign file raises ReadError with a sentence.
"""

import gzip
import json
import os
import zlib

import numpy as np

__all__ = ["Lane", "ReadError", "Run", "read", "table"]


class ReadError(ValueError):
    """Names the file, the line where there is one, what was expected and what was found."""


class Lane:
    """One method on the stream. lane["accuracy"] is the measure at each of its steps, shape [steps]."""

    def __init__(self, name, method, specification, records):
        self.name = name  #: "ZeroSiam"
        self.method = method  #: "zerosiam"
        self.specification = specification  #: as it stands in the experiment file, with the recipe it began with
        self._records = records

    def __len__(self):
        return len(self._records)

    @property
    def measures(self):
        """Names of all numbers that any step has."""
        names = {}
        for record in self._records:
            for name, value in record.items():
                if isinstance(value, (int, float)) and not isinstance(value, bool):
                    names[name] = True
        return list(names)

    def __getitem__(self, measure):
        """float64 [steps], NaN where the step has no such number; int64 for "step" and "lane"."""
        if measure not in self.measures:
            raise KeyError(f"{measure}: not among the measures {', '.join(self.measures)}")
        values = [record.get(measure) for record in self._records]
        if all(isinstance(value, int) for value in values):
            return np.array(values, dtype=np.int64)
        return np.array([np.nan if value is None else value for value in values], dtype=np.float64)

    def _classes(self, field):
        return [np.array(record.get(field) or [], dtype=np.int64) for record in self._records]

    @property
    def predictions(self):
        """Class numbers per step, int64 [batch] each; empty where they were not written."""
        return self._classes("predictions")

    @property
    def labels(self):
        """Likewise the true ones."""
        return self._classes("labels")


class Run:
    """A run: its specification and information as dictionaries, its lanes and its events."""

    def __init__(self, source, specification, information, records, events, complete):
        self.source = source  #: file that was read
        self.specification = specification
        self.information = information
        self.events = events  #: list of dictionaries
        self.complete = complete  #: False where the file says or shows that it was cut short
        lanes = specification.get("lanes", [])
        count = max([len(lanes)] + [record["lane"] + 1 for record in records])
        self.lanes = []
        for index in range(count):
            lane = lanes[index] if index < len(lanes) else {}
            name = lane.get("name") or lane.get("method") or f"lane {index}"
            own = [record for record in records if record["lane"] == index]
            self.lanes.append(Lane(name, lane.get("method", ""), lane, own))

    @property
    def class_names(self):
        return self.information.get("class_names", [])


def _text_of(path):
    try:
        with open(path, "rb") as file:
            content = file.read()
    except OSError as fault:
        raise ReadError(f"{path}: {fault.strerror}") from fault
    if content[:2] == b"\x1f\x8b":
        try:
            content = gzip.decompress(content)
        except (OSError, EOFError, zlib.error) as fault:
            raise ReadError(f"{path}: expected whole gzip data, found {fault}") from fault
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise ReadError(f"{path}: expected UTF-8, found {fault}") from fault


def _is_compressed(path):
    _text_of(path)  # tells what is wrong with the file
    with open(path, "rb") as file:
        return file.read(2) == b"\x1f\x8b"


def _lines_of(path, cut_off_allowed):
    lines = _text_of(path).split("\n")
    for number, line in enumerate(lines, 1):
        if not line:
            continue
        try:
            value = json.loads(line)
        except ValueError as fault:
            if cut_off_allowed and number == len(lines):
                return  # the program was ended while it wrote this line
            raise ReadError(f"{path}: line {number}: expected JSON, found {fault}") from fault
        if not isinstance(value, dict):
            raise ReadError(f"{path}: line {number}: expected an object, found {line[:40]}")
        yield number, value


def _expect_record(path, number, value):
    if not isinstance(value.get("lane"), int) or not isinstance(value.get("step"), int):
        raise ReadError(f"{path}: line {number}: expected a record with lane and step, found {sorted(value)[:4]}")


def _read_recording(path):
    specification, information, records, events, end = {}, {}, [], [], None
    journal = not _is_compressed(path)  # a journal is not, and may end in the middle of a line
    for number, value in _lines_of(path, journal):
        kind = value.pop("type", None)
        if number == 1:
            if kind != "collapse-lab-recording":
                raise ReadError(f"{path}: expected a recording of Collapse Lab, found {kind}")
            if not 1 <= value.get("version", 0) <= 3:
                raise ReadError(f"{path}: expected version 1 to 3, found {value.get('version')}")
        elif kind == "specification":
            specification = value["specification"]
        elif kind == "information":
            information = value
        elif kind == "record":
            _expect_record(path, number, value)
            records.append(value)
        elif kind == "event":
            events.append(value)
        elif kind == "end":
            end = value
    if end is None and not journal:
        raise ReadError(f"{path}: expected a last line with the number of records, found none: the file is cut off")
    if end is not None and end.get("records", len(records)) != len(records):
        raise ReadError(f"{path}: expected {end['records']} records, found {len(records)}")
    return Run(path, specification, information, records, events, end is not None and not information.get("ended"))


def _read_folder(folder):
    recording = os.path.join(folder, "recording.collapselab")
    if os.path.exists(recording):
        return _read_recording(recording)
    path = os.path.join(folder, "records.jsonl")
    if not os.path.exists(path):
        raise ReadError(f"{folder}: expected recording.collapselab or records.jsonl, found neither")
    records, events = [], []
    for number, value in _lines_of(path, True):
        if value.pop("type", None) == "event":
            events.append(value)
        else:
            _expect_record(path, number, value)
            records.append(value)
    return Run(path, {}, {}, records, events, False)


def read(path):
    """A run from a recording, a journal, or the folder that `collapse-lab-cli run` wrote."""
    path = os.fspath(path)
    return _read_folder(path) if os.path.isdir(path) else _read_recording(path)


def table(paths, measures=None):
    """All steps of all lanes of several runs, one below the other, as a dictionary of equally long arrays: "source",
    "lane_name" and "method" (texts), "lane", "step" and the measures (by default all that any lane has)."""
    lanes = [(run, index, lane) for run in map(read, paths) for index, lane in enumerate(run.lanes)]
    if measures is None:
        measures = list(dict.fromkeys(name for _, _, lane in lanes for name in lane.measures))
    columns = {"source": [], "lane_name": [], "method": [], "lane": [], "step": []}
    columns.update({name: [] for name in measures if name not in columns})
    for run, index, lane in lanes:
        steps = len(lane)
        columns["source"].append(np.full(steps, os.fspath(run.source)))
        columns["lane_name"].append(np.full(steps, lane.name))
        columns["method"].append(np.full(steps, lane.method))
        columns["lane"].append(np.full(steps, index, dtype=np.int64))
        for name in columns:
            if name in ("source", "lane_name", "method", "lane"):
                continue
            known = name in lane.measures
            columns[name].append(lane[name] if known else np.full(steps, np.nan))
    return {name: np.concatenate(parts) if parts else np.array([]) for name, parts in columns.items()}
