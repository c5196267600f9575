#include "io/skin_tables.hpp"

#include "io/skin_digit_tables.hpp"
#include "io/skin_table_reader.hpp"

#include <algorithm>
#include <system_error>

namespace tpatlas::io {

namespace {

// One for each kind of table, below.
void read(SkinTableReader& r, BoneMark& out);
void read(SkinTableReader& r, SkinSegment& out);
void read(SkinTableReader& r, Filler& out);
void read(SkinTableReader& r, SheetFiller& out);
void read(SkinTableReader& r, TissueDepth& out);
void read(SkinTableReader& r, TissueTable& out);
void read(SkinTableReader& r, LimbFade& out);
void read(SkinTableReader& r, MidlineGap& out);
void read(SkinTableReader& r, SkinJoins& out);
void read(SkinTableReader& r, EyeTable& out);
void read(SkinTableReader& r, MouthTable& out);
void read(SkinTableReader& r, Strand& out);
void read(SkinTableReader& r, EarTable& out);
void read(SkinTableReader& r, EdgeLength& out);

template <class T>
void read_all(SkinTableReader& reader, std::string_view key, std::vector<T>& out)
{
    if (const TomlNode* list = reader.find(key))
        for (const TomlNode* item : reader.items(*list)) {
            SkinTableReader inner(*item, reader.file(), reader.faults());
            read(inner, out.emplace_back());
        }
}

template <class T>
void read_one(SkinTableReader& reader, std::string_view key, T& out)
{
    if (const TomlNode* node = reader.find(key)) {
        SkinTableReader inner(*node, reader.file(), reader.faults());
        read(inner, out);
    }
}

void read(SkinTableReader& r, BoneMark& mark)
{
    if (r.need("name"))
        r.get("name", mark.name);
    std::string rule = "extreme";
    r.get("rule", rule);
    if (rule == "extreme")
        mark.rule = BoneMark::Rule::extreme;
    else if (rule == "centre")
        mark.rule = BoneMark::Rule::centre;
    else if (rule == "nearest")
        mark.rule = BoneMark::Rule::nearest;
    else if (rule == "middle")
        mark.rule = BoneMark::Rule::middle;
    else if (rule == "joint")
        mark.rule = BoneMark::Rule::joint;
    else
        r.fault(*r.find("rule"), "a rule is extreme, centre, nearest, middle or joint");
    r.get("of", mark.of);
    r.get("and_of", mark.and_of);
    r.get("direction", mark.direction);
    r.get("midline_mm", mark.midline_mm);
    r.get("first", mark.first);
    r.get("second", mark.second);
    r.get("share", mark.share);
}

void read(SkinTableReader& r, SkinSegment& segment)
{
    if (r.need("name"))
        r.get("name", segment.name);
    r.get("of", segment.of);
    r.get("min", segment.min);
    r.get("max", segment.max);
    r.get("step_mm", segment.step_mm);
    r.get("closing_mm", segment.closing_mm);
    r.get("blur_mm", segment.blur_mm);
    r.get("skin_blur_mm", segment.skin_blur_mm);
    r.get("mirrored", segment.mirrored);
    if (!(segment.step_mm >= 0.25f && segment.closing_mm > 0 && segment.blur_mm >= 0))
        r.fault(*r.need("name"), "step, closing and blur of a segment are lengths");
}

void read(SkinTableReader& r, Filler& filler)
{
    if (r.need("segment"))
        r.get("segment", filler.segment);
    const TomlNode* ellipsoid = r.find("ellipsoid");
    const TomlNode* cone = r.find("cone");
    if (ellipsoid) {
        filler.shape = Filler::Shape::ellipsoid;
        r.anchored(*ellipsoid, filler.a);
    } else if (cone && r.items(*cone).size() == 2) {
        r.anchored(cone->children[0], filler.a);
        r.anchored(cone->children[1], filler.b);
    } else {
        r.fault(*r.need("segment"), "a filler needs ellipsoid = centre or cone = [end, end]");
    }
    if (r.need("radii"))
        r.get("radii", filler.radii);
    r.get("cut", filler.cut);
    r.get("up", filler.up);
    r.get("side", filler.side);
    r.get("blend_mm", filler.blend_mm);
    std::string what;  // for the reader of the file
    r.get("what", what);
    if (!(filler.blend_mm > 0))
        r.fault(*r.find("blend_mm"), "a blend is a length");
}

void read(SkinTableReader& r, SheetFiller& sheet)
{
    r.get("segment", sheet.segment);
    r.get("origin", sheet.origin);
    r.get("insertion", sheet.insertion);
    r.get("under_mm", sheet.under_mm);
    r.get("half_thickness_mm", sheet.half_thickness_mm);
    r.get("wall_share", sheet.wall_share);
    r.get("blend_mm", sheet.blend_mm);
    std::string what;
    r.get("what", what);
    if (sheet.origin.size() < 2 || sheet.insertion.size() < 2)
        r.fault(*r.need("segment"), "a sheet needs two points of origin and of insertion");
}

void read(SkinTableReader& r, TissueDepth& peg)
{
    r.get("at", peg.at.at);
    r.get("d", peg.at.offset);
    if (r.need("mm"))
        r.get("mm", peg.depth_mm);
}

void read(SkinTableReader& r, TissueTable& tissue)
{
    r.get("softness_mm", tissue.softness_mm);
    read_all(r, "pegs", tissue.pegs);
}

void read(SkinTableReader& r, LimbFade& fade)
{
    r.get("limb", fade.limb);
    r.get("lower", fade.lower);
    r.get("upper", fade.upper);
    r.get("from_y", fade.from_y);
    r.get("to_y", fade.to_y);
    if (const TomlNode* limb = r.need("limb"); limb && !(fade.from_y < fade.to_y))
        r.fault(*limb, "a fade goes up: from_y lies below to_y");
}

void read(SkinTableReader& r, MidlineGap& gap)
{
    r.get("gap_mm", gap.gap_mm);
    r.get("top_y", gap.top_y);
    r.get("round_mm", gap.round_mm);
}

void read(SkinTableReader& r, SkinJoins& joins)
{
    r.get("neck_blend_mm", joins.neck_blend_mm);
    r.get("head_blend_mm", joins.head_blend_mm);
    r.get("nose_blend_mm", joins.nose_blend_mm);
    r.get("arm_blend_low_mm", joins.arm_blend_low_mm);
    r.get("arm_blend_high_mm", joins.arm_blend_high_mm);
    r.get("armpit_from_y", joins.armpit_from_y);
    r.get("armpit_to_y", joins.armpit_to_y);
    r.get("hip_blend_mm", joins.hip_blend_mm);
    r.get("leg_blend_mm", joins.leg_blend_mm);
    read_one(r, "thighs", joins.thighs);
    read_one(r, "buttocks", joins.buttocks);
    read_all(r, "fade", joins.fades);
    r.get("least_cover_mm", joins.least_cover_mm);
    r.get("skull_cover_mm", joins.skull_cover_mm);
    r.get("digit_cover_mm", joins.digit_cover_mm);
}

void read(SkinTableReader& r, EyeTable& eye)
{
    r.get("centre", eye.centre);
    r.get("ball_mm", eye.ball_mm);
    r.get("upper_lid_mm", eye.upper_lid_mm);
    r.get("inner", eye.inner);
    r.get("outer", eye.outer);
    r.get("sag_mm", eye.sag_mm);
    r.get("slit_mm", eye.slit_mm);
    r.get("crease_height_mm", eye.crease_height_mm);
    r.get("crease_mm", eye.crease_mm);
    r.get("blend_mm", eye.blend_mm);
}

void read(SkinTableReader& r, MouthTable& mouth)
{
    r.get("centre", mouth.centre);
    r.get("half_width_mm", mouth.half_width_mm);
    r.get("upper_mm", mouth.upper_mm);
    r.get("lower_mm", mouth.lower_mm);
    r.get("upper_out_mm", mouth.upper_out_mm);
    r.get("lower_out_mm", mouth.lower_out_mm);
    r.get("seam_mm", mouth.seam_mm);
    r.get("bow_mm", mouth.bow_mm);
    r.get("corner_drop_mm", mouth.corner_drop_mm);
    r.get("corner_mm", mouth.corner_mm);
    r.get("philtrum_mm", mouth.philtrum_mm);
}

void read(SkinTableReader& r, Strand& strand)
{
    r.get("name", strand.name);
    r.get("balls", strand.balls);
    r.get("cut", strand.cut);
    r.get("blend_mm", strand.blend_mm);
    if (const TomlNode* balls = r.need("balls"); balls && strand.balls.size() < 2)
        r.fault(*balls, "a strand needs two balls");
}

void read(SkinTableReader& r, EarTable& ear)
{
    r.get("centre", ear.centre);
    r.get("up", ear.up);
    r.get("front", ear.front);
    r.get("outline", ear.outline);
    r.get("sheet", ear.sheet);
    r.get("plate_mm", ear.plate_mm);
    r.get("root_blend_mm", ear.root_blend_mm);
    read_all(r, "strand", ear.strands);
    if (const TomlNode* outline = r.need("outline"); outline && ear.outline.size() < 4)
        r.fault(*outline, "the ear's outline needs four points");
}

void read(SkinTableReader& r, EdgeLength& edge)
{
    r.get("at", edge.at.at);
    r.get("d", edge.at.offset);
    r.get("radii", edge.radii);
    r.get("edge_mm", edge.edge_mm);
    if (!(edge.edge_mm >= 0.5f))
        r.fault(*r.need("edge_mm"), "an edge's length is at least 0.5 mm");
}

void read_table(const TomlNode& root, const std::string& name, SkinTable& table, Faults& faults)
{
    SkinTableReader r(root, name, faults);
    read_all(r, "mark", table.marks);
    read_all(r, "segment", table.segments);
    read_all(r, "filler", table.fillers);
    read_all(r, "sheet", table.sheets);
    read_all(r, "edge", table.edges);
    read_one(r, "body_tissue", table.body_tissue);
    read_one(r, "head_tissue", table.head_tissue);
    read_one(r, "joins", table.joins);
    read_one(r, "eye", table.eye);
    read_one(r, "mouth", table.mouth);
    read_one(r, "ear", table.ear);
    read_digits(r, "hand", table.hand);
    read_digits(r, "foot", table.foot);
    r.get("edge_mm", table.edge_mm);
}

}  // namespace

Result<Done> add_skin_table(std::string_view text, const std::string& name, SkinTable& table)
{
    const Result<TomlNode> root = parse_toml(text, name);
    if (!root)
        return root.faults();
    Faults faults;
    read_table(root.value(), name, table, faults);
    if (!faults.empty())
        return faults;
    return Done{};
}

Result<SkinTable> read_skin_tables(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    std::error_code failed;
    for (std::filesystem::directory_iterator at(folder, failed), end; !failed && at != end;
         at.increment(failed))
        if (at->path().extension() == ".toml")
            files.push_back(at->path());
    if (failed || files.empty())
        return Error{folder.string(), "there are no skin tables",
                     "assets/body/skin must hold *.toml files"};
    std::sort(files.begin(), files.end());
    SkinTable table;
    Faults faults;
    for (const std::filesystem::path& file : files) {
        const Result<TomlNode> root = read_toml(file);
        if (!root)
            faults.insert(faults.end(), root.faults().begin(), root.faults().end());
        else
            read_table(root.value(), file.string(), table, faults);
    }
    if (!faults.empty())
        return faults;
    return table;
}

}  // namespace tpatlas::io
