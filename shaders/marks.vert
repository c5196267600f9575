// Everything flat: text, lines, legend symbols, and the marks that lie over the body.
layout(location = 0) in vec2 position_px;  // from the lower left of the whole picture
layout(location = 1) in vec2 place;        // within the shape; of a glyph, texels of the atlas
layout(location = 2) in vec4 colour;       // linear, straight alpha
layout(location = 3) in vec4 shape;        // kind, two numbers of the kind, distance along the view

uniform vec2 target_size;

out vec2 shape_place;
out vec4 shape_colour;
flat out vec4 shape_kind;
out float shape_mm;

void main()
{
    shape_place = place;
    shape_colour = colour;
    shape_kind = shape;
    shape_mm = shape.w;
    gl_Position = vec4(2.0 * position_px / target_size - 1.0, 0.0, 1.0);
}
