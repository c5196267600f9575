#!/usr/bin/env bash
# scripts/contact_sheets.sh [FOLDER [MUSCLE...]]: a page for each muscle that has points (or for
# those named): its points from the front, the back, the right, close up and pressed, beside what
# their records say. FOLDER is out/contact_sheets where none is given. For whoever draws zones: look
# at every one. All pages take about a minute and a half.
#
#   scripts/contact_sheets.sh                                       # every page
#   scripts/contact_sheets.sh /tmp/pages soleus piriformis          # two of them
#   scripts/contact_sheets.sh --catalogue draft /tmp/pages soleus   # with records of ours replaced
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$here/scripts/setup.sh"
setup "$here" contact_sheets tpatlas_body_cache
[ $# -gt 0 ] || set -- "$here/out/contact_sheets"
exec "$here/build/release/bin/contact_sheets" "$@"
