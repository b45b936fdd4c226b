"""The Python reader against the files of this build. Usage: test_reader.py PROGRAM SOURCE_FOLDER"""

import csv
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

try:
    import numpy as np
except ImportError:
    print("SKIP: Python has no numpy")
    sys.exit(77)

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
sys.path.insert(0, str(SOURCE / "packaging" / "python"))
import collapse_lab  # noqa: E402


class ReaderTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.scratch.name) / "run"
        done = subprocess.run([PROGRAM, "run", "--set", "stream.images=64", "--set", "stream.batch_size=16",
                               "--set", "machine.threads=1", "--out", str(cls.folder)],
                              capture_output=True, text=True)
        if done.returncode != 0 and "not found" in done.stderr:
            print("SKIP: " + done.stderr.strip())
            sys.exit(77)
        assert done.returncode == 0, done.stderr

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def expect_fault(self, path, *words):
        with self.assertRaises(collapse_lab.ReadError) as caught:
            collapse_lab.read(path)
        for word in words:
            self.assertIn(word, str(caught.exception))

    def test_measures_are_those_of_the_table(self):
        run = collapse_lab.read(self.folder)
        with open(self.folder / "records.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(sum(map(len, run.lanes)), len(rows))
        for measure in ("accuracy", "logit_norm", "predictor_distance", "loss", "kept"):
            for index, lane in enumerate(run.lanes):
                told = [row[measure] for row in rows if row["lane"] == str(index)]
                expected = [float(text) if text else np.nan for text in told]
                found = lane[measure] if measure in lane.measures else np.full(len(told), np.nan)
                np.testing.assert_array_equal(found, expected, err_msg=f"{measure} of lane {index}")

    def test_recording_and_lines_agree(self):
        recording = collapse_lab.read(self.folder / "recording.collapselab")
        lines = pathlib.Path(self.scratch.name) / "lines"
        lines.mkdir()
        (lines / "records.jsonl").write_bytes((self.folder / "records.jsonl").read_bytes())
        bare = collapse_lab.read(lines)
        self.assertTrue(recording.complete)
        self.assertEqual(len(recording.class_names), 10)
        for lane, other in zip(recording.lanes, bare.lanes, strict=True):
            np.testing.assert_array_equal(lane["accuracy"], other["accuracy"])
            for step, (said, true) in enumerate(zip(lane.predictions, lane.labels, strict=True)):
                self.assertAlmostEqual(np.mean(said == true), lane["accuracy"][step])

    def test_one_table_of_runs(self):
        table = collapse_lab.table([self.folder, self.folder / "recording.collapselab"])
        run = collapse_lab.read(self.folder)
        self.assertEqual({len(column) for column in table.values()}, {2 * sum(map(len, run.lanes))})
        own = (table["lane_name"] == run.lanes[1].name) & (table["lane"] == 1)
        np.testing.assert_array_equal(table["accuracy"][own], np.tile(run.lanes[1]["accuracy"], 2))

    def test_old_files_open(self):
        folder = SOURCE / "tests" / "record" / "files_of_0_1"
        files = sorted(folder.glob("*.collapselab"))
        self.assertGreaterEqual(len(files), 4)
        for file in files:
            self.assertGreater(len(collapse_lab.read(file).lanes[0]), 0, file)
        self.assertFalse(collapse_lab.read(folder / "fork.jsonl").complete)

    def test_damaged_files_are_refused(self):
        whole = gzip.decompress((self.folder / "recording.collapselab").read_bytes())
        path = pathlib.Path(self.scratch.name) / "damaged.collapselab"

        def damaged(content, packed=True):
            path.write_bytes(gzip.compress(content) if packed else content)
            return path

        lines = whole.splitlines(keepends=True)
        self.expect_fault(damaged(b"".join(lines[:-1])), str(path), "cut off")
        self.expect_fault(damaged(b"".join(lines[:5] + lines[6:])), str(path), "records, found")
        self.expect_fault(damaged(lines[0] + b"{,}\n" + b"".join(lines[1:])), "line 2", "JSON")
        self.expect_fault(damaged(lines[0].replace(b'"version":3', b'"version":9')), "version 1 to 3, found 9")
        self.expect_fault(damaged(b'{"type":"something"}\n'), "something")
        self.expect_fault(damaged(gzip.compress(whole)[:200], packed=False), "gzip")
        self.expect_fault(damaged(b"\xff\xfe{}", packed=False), "UTF-8")
        self.expect_fault("/nowhere/file.collapselab", "/nowhere/file.collapselab")
        self.expect_fault(self.scratch.name, "recording.collapselab or records.jsonl")

    def test_unknown_measure_names_the_known(self):
        lane = collapse_lab.read(self.folder).lanes[0]
        with self.assertRaises(KeyError) as caught:
            lane["acuracy"]
        self.assertIn("accuracy", str(caught.exception))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
