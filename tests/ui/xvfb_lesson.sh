#!/bin/sh
# Plays one lesson through on a virtual screen with a real mouse and keyboard: opens the list by its shortcut, chooses
# a lesson, guesses with the mouse, runs, waits for the results, and goes on to the next step.
# usage: xvfb_lesson.sh PROGRAM PICTURE_FOLDER        exit: 0 well, 1 not, 77 a tool or the data are missing
set -u
program=$1
pictures=$2
for tool in Xvfb xdotool import; do
    command -v "$tool" >/dev/null 2>&1 || { echo "skipped: $tool is not installed"; exit 77; }
done
[ -d "${LAB_DATA_DIR:-/usr/share/datasets/fashion-mnist}" ] || { echo "skipped: Fashion-MNIST is not there"; exit 77; }
scratch=$(mktemp -d)
chmod 700 "$scratch"
mkdir -p "$pictures"
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
fail() { echo "$1"; import -window root "$pictures/failed.png"; exit 1; }
wait_for() { # seconds, command...
    tries=$(($1 * 5)); shift
    while ! "$@" >/dev/null 2>&1; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || return 1
        sleep 0.2
    done
}
# The number is whole once its line is.
display_is_there() { [ "$(wc -l <"$scratch/display")" -gt 0 ]; }
wait_for 20 display_is_there || fail "Xvfb did not start: $(cat "$scratch/xvfb.log")"
DISPLAY=:$(cat "$scratch/display")
export DISPLAY
export QT_QPA_PLATFORM=xcb XDG_RUNTIME_DIR="$scratch" XDG_CONFIG_HOME="$scratch"
"$program" --theme light --language en &
application=$!
wait_for 60 xdotool search --onlyvisible --name "Collapse Lab" || fail "no window appeared"
window=$(xdotool search --onlyvisible --name "Collapse Lab" | tail -n 1)
xdotool windowmove "$window" 0 0 windowfocus "$window"
sleep 2
xdotool key ctrl+l
sleep 1
import -window root "$pictures/lesson-list.png"
# There is no window manager: the window stands at 0, 0 with its usual size, and its parts at these places.
click() { # x y
    xdotool mousemove "$1" "$2"
    sleep 0.3
    xdotool click 1
    sleep 0.7
}
journals=$scratch/collapse-lab/journal
run_has() { # text that a line of the present run's journal must hold
    cat "$journals"/*.jsonl 2>/dev/null | grep -q "$1"
}
click 146 400         # the list; the second lesson is "Watch Tent collapse"
xdotool key Home Down
sleep 0.3
click 146 711         # Begin
import -window root "$pictures/lesson-step.png"
xdotool key F5        # the run waits for the guess
sleep 2
run_has specification && fail "the run began before the guess"
click 28 600          # Entropy
click 76 647          # That is my guess
xdotool key F5
wait_for 20 run_has specification || fail "the run did not begin"
wait_for 600 run_has '"type":"end"' || fail "the run did not come to its end"
run_has '"kind":"collapsed"' || fail "Tent did not collapse"
sleep 2
import -window root "$pictures/lesson-results.png"
click 240 711         # Next
import -window root "$pictures/lesson-next.png"
click 240 659         # Do it for me: the scenario of the second step
xdotool key F5
wait_for 20 run_has '"scenario":"mild"' || fail "the second step did not set up its scenario"
click 240 69          # Leave
sleep 1
import -window root "$pictures/lesson-left.png"
kill -0 "$application" 2>/dev/null || fail "the program ended by itself"
echo "pictures: $pictures"
