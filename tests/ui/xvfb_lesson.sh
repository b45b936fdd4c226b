#!/bin/sh
# Plays one lesson through to its end on a virtual screen with a real mouse and keyboard: opens the list by its
# shortcut, chooses a lesson, guesses, runs, waits for the results, goes on to the next step, sets what that asks for,
# runs again, and finishes. What came of it is looked up in the journals of the runs.
# usage: xvfb_lesson.sh PROGRAM PICTURE_FOLDER        exit: 0 well, 1 not, 77 a tool or the data are missing
set -u
program=$1
pictures=$2
[ -d "${LAB_DATA_DIR:-/usr/share/datasets/fashion-mnist}" ] || { echo "skipped: Fashion-MNIST is not there"; exit 77; }
mkdir -p "$pictures"
# shellcheck disable=SC2034 # for fail
failed_picture=$pictures/failed.png
# shellcheck source-path=SCRIPTDIR source=xvfb_screen.sh
. "$(dirname "$0")/xvfb_screen.sh"
start "$program" --theme light --language en
picture() { import -window root "$pictures/lesson-$1.png"; }
click() { # x y
    xdotool mousemove "$1" "$2"
    sleep 0.3
    xdotool click 1
    sleep 0.7
}
journals=$scratch/collapse-lab/journal
# Of the present run alone: the window keeps one journal at a time.
run_has() { # text that a line of the present run's journal must hold
    cat "$journals"/*.jsonl 2>/dev/null | grep -q "$1"
}
# The parts of the window stand at these places.
list="146 400"
begin="146 711"
entropy="28 600"
guess="76 647"
do_it="240 659"
next="240 711"
finish="240 687"        # the field of the scenario stands below it
leave="240 69"

xdotool key ctrl+l
sleep 1
picture list
# shellcheck disable=SC2086 # two numbers each
{
    click $list           # the second lesson is "Watch Tent collapse"
    xdotool key Home Down
    sleep 0.3
    click $begin
    picture step
    xdotool key F5        # the run waits for the guess
    sleep 2
    run_has specification && fail "the run began before the guess"
    click $entropy
    click $guess
    xdotool key F5
    wait_for 20 run_has specification || fail "the run did not begin"
    wait_for 600 run_has '"type":"end"' || fail "the first step's run did not come to its end"
    run_has '"kind":"collapsed"' || fail "Tent did not collapse"
    sleep 2
    picture results
    click $next
    picture next
    click $do_it          # the scenario and the length of the second step
    xdotool key F5
    wait_for 20 run_has '"scenario":"mild"' || fail "the second step did not set up its scenario"
    wait_for 600 run_has '"type":"end"' || fail "the second step's run did not come to its end"
    run_has '"kind":"collapsed"' && fail "a lane collapsed on mixed pictures"
    sleep 2
    picture last-results
    click $finish         # back to the list
    picture finished
    click $leave
    picture left
}
case $(xdotool getwindowgeometry "$window") in
*1366x768*) ;;
*) fail "the window changed its size on the way" ;;
esac
xdotool key F5            # the experiment from before the lesson is there again
wait_for 20 run_has '"scenario":"label_shift"' || fail "the experiment from before the lesson did not come back"
is_running || fail "the program ended by itself"
echo "pictures: $pictures"
