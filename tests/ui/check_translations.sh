#!/bin/sh
# Every word of the window is translated: lupdate, on copies, finds nothing new. usage: check_translations.sh ROOT
# exit: 0 so it is, 1 something lacks, 77 lupdate is not installed
set -eu
lupdate=/usr/lib/qt6/bin/lupdate
[ -x "$lupdate" ] || lupdate=$(command -v lupdate || true)
[ -n "$lupdate" ] || { echo "lupdate is not installed"; exit 77; }
copies=$(mktemp -d)
trap 'rm -rf "$copies"' EXIT
cd "$1"
for file in resources/translations/*.ts; do
    copy=$copies/$(basename "$file")
    cp "$file" "$copy"
    "$lupdate" -silent -I . -no-obsolete -locations none -tr-function-alias QT_TRANSLATE_NOOP+=LAB_WORDS \
        ui app core -ts "$copy"
    if grep -B1 'type="unfinished"' "$copy"; then
        echo "$file lacks these: packaging/update-translations.sh takes them in"
        exit 1
    fi
done
