#!/usr/bin/env bash
# scripts/tour.sh PROGRAM FOLDER: the tour figures, for a machine without a display.
set -euo pipefail
program=$1 out=$2
mkdir -p "$out"
figure() {
    local name=$1
    shift
    "$program" shot "$@" -o "$out/$name.png"
    echo "$out/$name.png"
}
figure 1-body --view anterior --size 900x1200
figure 2-upper-trapezius --muscle trapezius_upper --size 1200x900
figure 3-point-and-pain --point trapezius_upper.tp1 --size 1200x900
figure 4-press --point trapezius_upper.tp2 --press 0.8 --size 1200x900
figure 5-pincer --point sternocleidomastoid_sternal.tp3 --press 0.6 --size 1200x900
figure 6-far-zone --point soleus.tp3 --press 0.6 --size 1200x900
figure 7-ball --point gluteus_medius.tp2 --press 0.6 --size 1200x900
echo "The tour is in $out. With a display ./run opens the window."
