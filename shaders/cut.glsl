// What lies beyond a plane is clipped away.

uniform vec4 cut_plane;  // dot(p, xyz) + w is the distance beyond it, mm

out float gl_ClipDistance[1];

void clip_beyond_cut(vec3 p) { gl_ClipDistance[0] = -(dot(p, cut_plane.xyz) + cut_plane.w); }
