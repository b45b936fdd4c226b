#!/bin/sh
# Checks that the drawing of rooms is what the includes say.
# usage: check_drawing.sh SOURCE_FOLDER        exit: 0 well, 1 not, 77 Python is missing
set -eu
command -v python3 >/dev/null 2>&1 || { echo "skipped: python3 is not installed"; exit 77; }
exec python3 "$1/docs/draw_rooms.py" --check
