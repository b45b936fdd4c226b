#!/usr/bin/env python3
"""Draws the rooms of core and the folders of ui from the includes of the code: docs/rooms.svg and the table in
docs/architecture.md.

    docs/draw_rooms.py          writes both
    docs/draw_rooms.py --check  exit 1 where they are not what the code says
    docs/draw_rooms.py --sizes  files and lines per room, to standard output

An arrow is an include; one that follows from two others is left out of the drawing, not of the table. Rooms stand above
all that they include. Rooms that include each other in a circle stand on one floor, and the arrows between them are red.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BOX_WIDTH, BOX_HEIGHT, GAP, FLOOR = 112, 32, 18, 80
LEFT, TOP = 24, 30


def room_of(path):
    parts = path.split("/")
    if parts[0] == "app":
        return "app"
    return "/".join(parts[:2]) if len(parts) > 2 else parts[0]


def read_code():
    """Lines and files per room, and which room includes which."""
    size, uses = {}, {}
    for top in ("core", "ui", "app"):
        for file in sorted((ROOT / top).rglob("*")):
            if file.suffix not in (".cpp", ".h"):
                continue
            text = file.read_text(encoding="utf-8")
            room = room_of(str(file.relative_to(ROOT)))
            lines, files = size.get(room, (0, 0))
            size[room] = (lines + text.count("\n"), files + 1)
            targets = re.findall(r'^\s*#\s*include\s*"([^"]+)"', text, re.M)
            uses.setdefault(room, set()).update(room_of(t) for t in targets if t.split("/")[0] in ("core", "ui"))
    for room in uses:
        uses[room].discard(room)
    return size, uses


def reachable(uses, start, without=None):
    seen, stack = set(), [n for n in uses.get(start, ()) if n != without]
    while stack:
        room = stack.pop()
        if room not in seen:
            seen.add(room)
            stack.extend(uses.get(room, ()))
    return seen


def floors_of(uses, rooms):
    """The longest way down from each room, circles counted as one room."""
    reach = {room: reachable(uses, room) for room in rooms}
    circle = {room: frozenset([room] + [o for o in reach[room] if room in reach[o]]) for room in rooms}
    floor = {}

    def level(group):
        if group not in floor:
            floor[group] = 0
            below = {circle[o] for room in group for o in uses.get(room, ()) if circle[o] != group}
            floor[group] = 1 + max((level(g) for g in below), default=-1)
        return floor[group]

    return {room: level(circle[room]) for room in rooms}, circle


def drawing(size, uses):
    rooms = sorted(size)
    floors, circle = floors_of(uses, rooms)
    rows = {}
    for room in rooms:
        rows.setdefault(floors[room], []).append(room)
    top, place = max(rows), {}
    width = LEFT * 2 + max(len(row) for row in rows.values()) * (BOX_WIDTH + GAP) - GAP
    for floor, row in rows.items():
        start = (width - len(row) * (BOX_WIDTH + GAP) + GAP) / 2
        for i, room in enumerate(row):
            place[room] = (start + i * (BOX_WIDTH + GAP), TOP + (top - floor) * FLOOR)
    arrows, boxes = [], []
    for room in rooms:
        for other in sorted(uses.get(room, ())):
            direct_alone = other not in {r for o in uses[room] if o != other for r in reachable(uses, o) | {o}}
            in_circle = circle[room] == circle[other]
            if not direct_alone and not in_circle:
                continue
            (x1, y1), (x2, y2) = place[room], place[other]
            colour = "#c0392b" if in_circle else "#8a939c"
            arrows.append(
                f'<path d="M{x1 + BOX_WIDTH / 2:g} {y1 + BOX_HEIGHT:g} C{x1 + BOX_WIDTH / 2:g} {y1 + BOX_HEIGHT + 22:g} '
                f'{x2 + BOX_WIDTH / 2:g} {y2 - 22:g} {x2 + BOX_WIDTH / 2:g} {y2 - 3:g}" fill="none" stroke="{colour}" '
                f'stroke-width="1.2" marker-end="url(#tip)"/>')
    for room in rooms:
        x, y = place[room]
        fill = {"core": "#e8f0f7", "ui": "#eef5e9"}.get(room.split("/")[0], "#f5efe3")
        boxes.append(
            f'<rect x="{x:g}" y="{y:g}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="4" fill="{fill}" stroke="#5b6670"/>'
            f'<text x="{x + BOX_WIDTH / 2:g}" y="{y + 20:g}" font-size="12" text-anchor="middle">{room}</text>')
    height = TOP * 2 + top * FLOOR + BOX_HEIGHT
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
            f'font-family="DejaVu Sans, sans-serif">\n'
            '<defs><marker id="tip" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="6" markerHeight="6" orient="auto">'
            '<path d="M0 0 L8 4 L0 8 z" fill="#8a939c"/></marker></defs>\n'
            f'<rect width="{width:g}" height="{height:g}" fill="white"/>\n' + "\n".join(arrows + boxes) + "\n</svg>\n")


def table(size, uses):
    rows = ["| room | includes |", "|---|---|"]
    for room in sorted(size):
        rows.append(f"| {room} | {', '.join(sorted(uses.get(room, ()))) or '–'} |")
    return "\n".join(rows) + "\n"


def main():
    size, uses = read_code()
    if sys.argv[1:] == ["--sizes"]:
        for room in sorted(size, key=size.get, reverse=True):
            print(f"{room:20} {size[room][1]:4} files {size[room][0]:6} lines")
        return 0
    page = ROOT / "docs" / "architecture.md"
    begin, end = "<!-- rooms: begin -->\n", "<!-- rooms: end -->"
    text = page.read_text(encoding="utf-8")
    before, rest = text.split(begin)
    new_page = before + begin + table(size, uses) + end + rest.split(end)[1]
    picture = ROOT / "docs" / "rooms.svg"
    new_picture = drawing(size, uses)
    if sys.argv[1:] == ["--check"]:
        old = picture.read_text(encoding="utf-8") if picture.exists() else ""
        if text != new_page or old != new_picture:
            print("docs/architecture.md or docs/rooms.svg is out of date: run docs/draw_rooms.py")
            return 1
        return 0
    if sys.argv[1:]:
        print(__doc__)
        return 2
    page.write_text(new_page, encoding="utf-8")
    picture.write_text(new_picture, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
