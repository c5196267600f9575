// body/contact_shapes.hpp: the contacts, one function a kind; build_contact() picks (contacts.hpp
// says what holds for all of them).
#pragma once

#include "core/mesh_data.hpp"

namespace tpatlas::body {

MeshData thumb_hand();
MeshData fingertips_hand();
MeshData pincer_hand();
MeshData knuckle_hand();
MeshData flat_hand();
MeshData elbow();

MeshData tennis_ball();
MeshData hard_ball();
MeshData small_ball();
MeshData hook_cane();
MeshData knobber();
MeshData foam_roller();
MeshData roller_stick();
MeshData massage_gun();

}  // namespace tpatlas::body
