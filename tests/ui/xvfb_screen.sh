#!/bin/sh
# Sourced by the scripts beside it: a virtual screen of 1366x768 with the program's window on
# it, at 0, 0, with settings of its own, and what it takes to wait for things there. Ends with 77 where a tool is missing.
# shellcheck shell=sh
for tool in Xvfb xdotool import; do
    command -v "$tool" >/dev/null 2>&1 || { echo "skipped: $tool is not installed"; exit 77; }
done
scratch=$(mktemp -d)
chmod 700 "$scratch"
server=
application=
finish() {
    [ -n "$application" ] && kill "$application" 2>/dev/null
    [ -n "$server" ] && kill "$server" 2>/dev/null
    wait 2>/dev/null
    rm -rf "$scratch"
}
trap finish EXIT
fail() { # sentence; the screen is kept as $failed_picture where that is set
    echo "$1"
    [ -n "${failed_picture:-}" ] && import -window root "$failed_picture"
    exit 1
}
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
start() { # program, its options...
    # The server chooses a free display and writes its number.
    Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 3>"$scratch/display" 2>"$scratch/xvfb.log" &
    server=$!
    wait_for 20 display_is_there || fail "Xvfb did not start: $(cat "$scratch/xvfb.log")"
    DISPLAY=:$(cat "$scratch/display")
    export DISPLAY
    export QT_QPA_PLATFORM=xcb XDG_RUNTIME_DIR="$scratch" XDG_CONFIG_HOME="$scratch"
    "$@" &
    application=$!
    wait_for 60 xdotool search --onlyvisible --class "collapse-lab" || fail "no window appeared"
    window=$(xdotool search --onlyvisible --class "collapse-lab" | tail -n 1)
    # There is no window manager: the window stands where it is put, with the size that it is given.
    xdotool windowmove "$window" 0 0 windowsize "$window" 1366 768 windowfocus "$window"
    sleep 1
}
is_running() { kill -0 "$application" 2>/dev/null; }
