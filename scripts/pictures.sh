#!/usr/bin/env bash
# scripts/pictures.sh PROGRAM FOLDER: the body from four sides, layer by layer, and close up.
#
#   scripts/pictures.sh build/release/bin/tpatlas out/pictures
#
# For whoever changes the body: look at every one. Two at a time.
set -euo pipefail
program=$1 out=$2
mkdir -p "$out"

figures() {
    local view
    for view in anterior posterior left right; do
        echo "skin_$view --view $view --skin 1 --size 900x1500"
        echo "superficial_$view --view $view --skin 0 --size 900x1500"
        echo "middle_$view --view $view --skin 0 --depth 0.3 --size 900x1500"
        echo "deep_$view --view $view --skin 0 --depth 0.6 --size 900x1500"
        echo "bone_$view --view $view --skin 0 --depth 1 --size 900x1500"
    done
    closeup face mouth 260 anterior
    closeup face_side tragus 280 right
    closeup neck c4_transverse_process 300 right
    closeup neck_back c7_spinous_process 340 posterior
    closeup shoulder acromion 380 anterior
    closeup shoulder_back scapular_spine_root 420 posterior
    closeup forearm radius_middle 340 anterior
    closeup forearm_back radius_middle 340 posterior
    closeup hand palm_middle 240 anterior
    closeup hand_back palm_middle 240 posterior
    closeup back t8_spinous_process 620 posterior
    closeup belly umbilicus 560 anterior
    closeup hip greater_trochanter 480 right
    closeup buttock ischial_tuberosity 480 posterior
    closeup knee patella_centre 360 anterior
    closeup knee_back patella_centre 360 posterior
    closeup foot_outer metatarsal_5_base 300 right
    closeup foot_sole sole_middle 320 inferior
    closeup foot_above instep_middle 300 anterior
}
closeup() {  # NAME LANDMARK MM VIEW
    echo "close_$1_skin --at $2 --span $3 --view $4 --skin 1 --size 1000x900"
    echo "close_$1 --at $2 --span $3 --view $4 --skin 0 --size 1000x900"
}

figures | xargs -P 2 -L 1 bash -c 'program=$0 out=$1 name=$2; shift 2
    "$program" shot "$@" --no-labels --clean -o "$out/$name.png" && echo "$out/$name.png"' "$program" "$out"
