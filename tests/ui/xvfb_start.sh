#!/bin/sh
# Starts the window on a virtual screen, presses Run, waits for the charts and takes a picture.
# usage: xvfb_start.sh PROGRAM PICTURE        exit: 0 well, 1 not, 77 a tool is missing
set -u
program=$1
picture=$2
for tool in Xvfb xdotool import; do
    command -v "$tool" >/dev/null 2>&1 || { echo "skipped: $tool is not installed"; exit 77; }
done
scratch=$(mktemp -d)
chmod 700 "$scratch"
mkdir -p "$(dirname "$picture")"
rm -f "$picture"

# The server chooses a free display and writes its number.
Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 3>"$scratch/display" 2>"$scratch/xvfb.log" &
server=$!
application=
finish() {
    [ -n "$application" ] && kill "$application" 2>/dev/null
    kill "$server" 2>/dev/null
    wait 2>/dev/null
    rm -rf "$scratch"
}
trap finish EXIT
fail() { echo "$1"; exit 1; }
wait_for() { # seconds, command...
    tries=$(($1 * 5)); shift
    while ! "$@" >/dev/null 2>&1; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || return 1
        sleep 0.2
    done
}

wait_for 20 test -s "$scratch/display" || fail "Xvfb did not start: $(cat "$scratch/xvfb.log")"
DISPLAY=:$(cat "$scratch/display")
export DISPLAY
export QT_QPA_PLATFORM=xcb XDG_RUNTIME_DIR="$scratch" XDG_CONFIG_HOME="$scratch"
"$program" &
application=$!
wait_for 30 xdotool search --onlyvisible --name "Collapse Lab" || fail "no window appeared"
window=$(xdotool search --onlyvisible --name "Collapse Lab" | tail -n 1)
xdotool windowmove "$window" 0 0 windowfocus "$window"
sleep 1
xdotool key F5
sleep 8
kill -0 "$application" 2>/dev/null || fail "the program ended by itself"
import -window root "$picture" || fail "no picture could be taken"
# An empty screen has one colour; the window has many.
colours=$(identify -format '%k' "$picture")
[ "$colours" -gt 100 ] || fail "the picture has only $colours colours"
echo "picture: $picture"
