// core/up_axis.hpp: which axis of a file leads from the feet to the head.
#pragma once

namespace tpatlas {

enum class UpAxis { y, z };

}  // namespace tpatlas
