// cli/body_report.hpp: how a user's body was laid on ours, in lines for a terminal.
#pragma once

#include "atlas/atlas.hpp"
#include "atlas/registration.hpp"

#include <string>

namespace tpatlas::cli {

// Each line begins with `place`: what the meshes are, what is not known, unit and axes, how near
// the surfaces lie, and how far the points were carried from where they lie on our own body.
std::string body_report(const std::string& place, const Registration& found, const Atlas& ours,
                        const Atlas& own);

// "may be femur.right, tibia.left or ulna.left and radius.left": what a mesh looks like that has
// guesses.
std::string may_be(const MeshPlace& mesh);

}  // namespace tpatlas::cli
