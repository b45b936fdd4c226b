#!/bin/sh
# Starts the window on a virtual screen, presses Run, waits for the charts and takes a picture.
# usage: xvfb_start.sh PROGRAM PICTURE        exit: 0 well, 1 not, 77 a tool is missing
set -u
program=$1
picture=$2
mkdir -p "$(dirname "$picture")"
rm -f "$picture"
# shellcheck source-path=SCRIPTDIR source=xvfb_screen.sh
. "$(dirname "$0")/xvfb_screen.sh"
start "$program"
xdotool key F5
sleep 8
is_running || fail "the program ended by itself"
import -window root "$picture" || fail "no picture could be taken"
# An empty screen has one colour; the window has many.
colours=$(identify -format '%k' "$picture")
[ "$colours" -gt 100 ] || fail "the picture has only $colours colours"
echo "picture: $picture"
