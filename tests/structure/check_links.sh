#!/bin/sh
# Checks that programs need neither LibTorch nor OpenCV to start: tests of plain rooms, which link those alone.
# usage: check_links.sh PROGRAM...        exit: 0 well, 1 not, 77 readelf is missing
set -eu
command -v readelf >/dev/null 2>&1 || { echo "skipped: readelf is not installed"; exit 77; }
code=0
for program in "$@"; do
    needed=$(readelf -d "$program" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p')
    [ -n "$needed" ] || { echo "$program: no list of libraries was found"; code=1; }
    for library in $needed; do
        case $library in
        libtorch* | libc10* | libopencv*) echo "$program needs $library"; code=1 ;;
        esac
    done
done
exit $code
