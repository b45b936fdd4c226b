#!/bin/sh
# Takes new words of the window into resources/translations/*.ts (Qt's lupdate; Debian: qt6-l10n-tools). What is
# translated stays; what is not shows in English. Edit the files with Qt Linguist or by hand.
set -eu
cd "$(dirname "$0")/.."
lupdate=/usr/lib/qt6/bin/lupdate
[ -x "$lupdate" ] || lupdate=lupdate
for file in resources/translations/*.ts; do
    "$lupdate" -silent -I . -no-obsolete -locations none -tr-function-alias QT_TRANSLATE_NOOP+=LAB_WORDS \
        ui app core -ts "$file"
done
