#!/bin/sh
# Takes pictures of every page, dialog and state of the window, light and dark, at 1366x768, at 1920x1080 and at twice the
# pixels, into folders of their own; and the three of the README anew. Needs a build with the target view_pictures and
# Fashion-MNIST; no display.
# usage: make.sh FOLDER [BUILD_FOLDER]        exit: 0 well, 1 not, 2 wrong usage
set -eu
if [ $# -lt 1 ] || [ $# -gt 2 ]; then
    echo "usage: make.sh FOLDER [BUILD_FOLDER]" >&2
    exit 2
fi
mkdir -p "$1"
folder=$(cd "$1" && pwd)
root=$(cd "$(dirname "$0")/../.." && pwd)
maker=${2:-$root/build/release}/bin/view_pictures
[ -x "$maker" ] || { echo "$maker is not there: cmake --build --preset release --target view_pictures" >&2; exit 1; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
chmod 700 "$scratch"
export QT_QPA_PLATFORM=offscreen LAB_RESOURCES="$root/resources" XDG_RUNTIME_DIR="$scratch" OMP_NUM_THREADS=1
# What the program itself does for an OpenBLAS that does not know the processor.
if [ -z "${OPENBLAS_CORETYPE:-}" ] && grep -qw avx2 /proc/cpuinfo 2>/dev/null; then
    export OPENBLAS_CORETYPE=Haswell
fi

for theme in light dark; do
    "$maker" --theme "$theme" "$folder/$theme-1366x768"
    "$maker" --theme "$theme" --size 1920x1080 "$folder/$theme-1920x1080"
    "$maker" --theme "$theme" --scale 2 "$folder/$theme-1366x768@2x"
done

# The README's: the whole default experiment.
"$maker" --images 5000 --pages-only "$scratch/readme"
for picture in finished:collapse-lab page-classes:classes page-predictor:predictor; do
    taken=$scratch/readme/${picture%%:*}.png
    kept=$root/resources/screenshots/${picture##*:}.png
    [ "$(wc -c <"$taken")" -le 307200 ] || { echo "${picture##*:}.png is larger than 300 KB" >&2; exit 1; }
    cp "$taken" "$kept"
done
echo "pictures: $folder"
