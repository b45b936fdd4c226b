#!/bin/sh
# Checks scripts, the desktop file and the software-centre entry with the distribution's own tools.
# usage: check_packaging.sh SOURCE_FOLDER        exit: 0 well, 1 not, 77 a tool is missing
set -eu
cd "$1"
for tool in shellcheck desktop-file-validate appstreamcli; do
    command -v "$tool" >/dev/null 2>&1 || { echo "skipped: $tool is not installed"; exit 77; }
done

shellcheck .ci/run packaging/bootstrap
find packaging tests -name '*.sh' -exec shellcheck {} +
desktop-file-validate packaging/linux/*.desktop
appstreamcli validate --no-net packaging/linux/*.metainfo.xml
