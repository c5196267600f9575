#include "cli/record_text.hpp"

#include "cli/output.hpp"
#include "state/press_words.hpp"

namespace tpatlas::cli {

namespace {

std::string joined(const std::vector<std::string>& parts, const char* between = "; ")
{
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : between) + part;
    return text;
}

// A page: a heading, then "label: value" lines and lists.
class Page {
public:
    explicit Page(const Texts& texts) : texts_(texts) {}

    void heading(const std::string& text) { text_ += text + "\n"; }
    void gap() { text_ += "\n"; }
    // An empty value is said to be not recorded: silence would look like "there is none".
    void field(const std::string& key, const std::string& value)
    {
        text_ += "  " + texts_(key) + ": " + (value.empty() ? texts_("app.not_recorded") : value) +
                 "\n";
    }
    void field(const std::string& key, const std::vector<std::string>& values)
    {
        if (values.size() < 2) {
            field(key, joined(values));
            return;
        }
        text_ += "  " + texts_(key) + ":\n";
        for (const std::string& value : values)
            text_ += "    - " + value + "\n";
    }
    // Left out where there is nothing.
    template <class Value>
    void extra(const std::string& key, const Value& value)
    {
        if (!value.empty())
            field(key, value);
    }
    const Texts& texts() const { return texts_; }
    std::string take() { return std::move(text_); }

private:
    const Texts& texts_;
    std::string text_;
};

std::vector<std::string> source_lines(const Catalogue& catalogue,
                                      const std::vector<Citation>& citations, const Texts& texts)
{
    std::vector<std::string> lines;
    for (const Citation& citation : citations) {
        const Source* source = catalogue.source(citation.source);
        std::string line = citation.source.text;
        if (source != nullptr) {
            std::vector<std::string> parts;
            if (!source->author.empty())
                parts.push_back(source->author);
            if (source->year)
                parts.push_back(std::to_string(*source->year));
            if (!source->title.empty())
                parts.push_back(source->title);
            if (!citation.place.empty())
                parts.push_back(citation.place);
            parts.push_back(texts("source_kind." + std::string(to_text(source->kind))));
            line += " (" + joined(parts, ", ") + ")";
        }
        lines.push_back(line);
    }
    return lines;
}

std::string confidence(Confidence value, const Texts& texts)
{
    return texts("confidence." + std::string(to_text(value)));
}

std::string place(glm::vec3 p)
{
    return number(static_cast<double>(p.x), 1) + " " + number(static_cast<double>(p.y), 1) + " " +
           number(static_cast<double>(p.z), 1) + " mm";
}

void add(Page& page, const Press& press)
{
    const Texts& texts = page.texts();
    std::vector<std::string> contacts;
    for (const Contact contact : press.contacts)
        contacts.push_back(texts("contact." + std::string(to_text(contact))));
    page.gap();
    page.heading("  " + texts("details.press") + ": " + joined(contacts, ", "));
    page.field("details.press_who", texts("who." + std::string(to_text(press.who))));
    page.field("details.press_direction", press.direction_words);
    page.extra("details.press_against", press.against);
    page.extra("details.press_posture", press.posture);
    page.field("details.press_class",
               press.pressure_class.text() + ", " +
                   texts("gauge." + std::string(press.pressure_class.word())));
    page.extra("details.press_avoid", press.avoid);
    page.extra("details.press_note", press.note);
}

// "Emergency: ... Stop here. ..."
std::string red_flag_words(const RedFlag& flag, const Texts& texts)
{
    return texts("urgency." + std::string(to_text(flag->urgency))) + ": " + flag->words + " " +
           flag->action;
}

std::string page_of(const Atlas& atlas, const RedFlag& flag, const Texts& texts)
{
    Page page(texts);
    page.heading(flag->id.text);
    page.heading("  " + red_flag_words(flag, texts) + " " + flag->why);
    page.extra("details.estimates", flag->estimates);
    page.field("details.sources", source_lines(atlas.catalogue(), flag->sources, texts));
    page.field("details.confidence", confidence(flag->confidence, texts));
    return page.take();
}

std::string page_of(const Atlas& atlas, const TriggerPoint& point, const Texts& texts)
{
    Page page(texts);
    page.heading(point->id.text);
    for (const RedFlag* flag : atlas.catalogue().red_flags_of_places(point))
        page.heading("  " + red_flag_words(*flag, texts));
    page.field("details.place", point->place);
    page.field("details.structure", point->structure);
    page.heading("  " + texts("details.uncertainty",
                              {{"mm", number(static_cast<double>(point->uncertainty_mm), 0)}}));
    page.extra("details.book_numbers", point->book_numbers);
    page.field("details.essential", point->essential ? point->essential->words : "");
    if (point->spillover)
        page.field("details.spillover", point->spillover->words);
    page.extra("details.cautions", point->cautions);
    page.extra("details.historical", point->historical);
    page.extra("details.estimates", point->estimates);
    page.field("details.sources", source_lines(atlas.catalogue(), point->sources, texts));
    page.field("details.confidence", confidence(point->confidence, texts));
    for (const PlacedPoint& placed : atlas.points())
        if (placed.record == &point)
            page.field("side." + std::string(to_text(placed.side)), place(placed.position_mm));
    if (!point->view_only_reason.empty())
        page.heading("  " + texts("press.not_animated", {{"reason", point->view_only_reason}}));
    for (const Press& press : point->press)
        add(page, press);
    return page.take();
}

std::string page_of(const Atlas& atlas, const Muscle& muscle, const Texts& texts)
{
    Page page(texts);
    page.heading(muscle->name_en + " (" + muscle->id.text + ")");
    for (const RedFlag* flag : atlas.catalogue().red_flags_of(muscle->id))
        page.heading("  " + red_flag_words(*flag, texts));
    page.field("details.name_la", muscle->name_la);
    page.extra("details.common_names", joined(muscle->common_names, ", "));
    page.field("details.origin", muscle->origin);
    page.field("details.insertion", muscle->insertion);
    page.extra("details.course", muscle->course);
    page.field("details.action", muscle->action);
    page.field("details.nerve", muscle->nerve + (muscle->nerve_segments.empty()
                                                     ? ""
                                                     : " (" + muscle->nerve_segments + ")"));
    page.extra("details.covers", joined(muscle->covers, ", "));
    page.extra("details.covered_by", joined(muscle->covered_by, ", "));
    page.extra("details.variations", muscle->variations);
    page.field("details.causes", muscle->causes);
    page.field("details.complaints", muscle->complaints);
    page.field("details.palpation", muscle->palpation);
    page.field("details.cautions", muscle->cautions);
    page.extra("details.effects", muscle->effects);
    std::vector<std::string> satellites;
    for (const MuscleId& id : muscle->satellites)
        satellites.push_back(id.text);
    page.extra("details.satellites", satellites);
    page.extra("details.estimates", muscle->estimates);
    page.field("details.sources", source_lines(atlas.catalogue(), muscle->sources, texts));
    page.field("details.confidence", confidence(muscle->confidence, texts));
    std::vector<std::string> points;
    for (const TriggerPoint* point : atlas.catalogue().points_of(muscle->id))
        points.push_back((*point)->id.text + ": " + (*point)->place);
    page.field("details.points", points);
    return page.take();
}

std::string page_of(const Atlas& atlas, const Zone& zone, const Texts& texts)
{
    Page page(texts);
    page.heading(zone.id.text);
    page.heading("  " + zone.words);
    for (const PlacedZone& placed : atlas.zones())
        if (placed.record == &zone)
            page.field("side." + std::string(to_text(placed.side)),
                       number(placed.area_mm2 / 100, 0) + " cm²");
    return page.take();
}

std::string page_of(const Atlas& atlas, const Technique& technique, const Texts& texts)
{
    Page page(texts);
    page.heading(technique->name_en + " (" + technique->id.text + ")");
    page.heading("  " + technique->how);
    page.heading("  " + texts("press.dose", {{"dose", dose_words(technique, texts)},
                                            {"limit", std::to_string(technique->pain_limit)}}));
    page.field("details.press_who", texts("who." + std::string(to_text(technique->who))));
    page.field("press.evidence", technique->evidence);
    for (const std::string& sentence : technique->always_beside)
        page.heading("  " + sentence);
    page.extra("details.estimates", technique->estimates);
    page.field("details.sources", source_lines(atlas.catalogue(), technique->sources, texts));
    page.field("details.confidence", confidence(technique->confidence, texts));
    return page.take();
}

std::string allowed_words(const NoPressAllowance& allowance, const Texts& texts)
{
    std::string contacts;
    for (const Contact contact : allowance.contacts)
        contacts += (contacts.empty() ? "" : ", ") +
                    texts("contact." + std::string(to_text(contact)));
    return texts("no_press.allowed",
                 {{"who", texts("who." + std::string(to_text(allowance.who)))},
                  {"contacts", contacts},
                  {"words", allowance.words}});
}

std::string page_of(const Atlas& atlas, const NoPressZone& zone, const Texts& texts)
{
    Page page(texts);
    page.heading(zone->name_en + " (" + zone->id.text + ")");
    page.heading("  " + texts("legend.no_press_" + std::string(to_text(zone->grade))) + ": " +
                 zone->protects);
    page.heading("  " + zone->text);
    for (const NoPressAllowance& allowance : zone->allow)
        page.heading("  " + allowed_words(allowance, texts));
    page.extra("details.estimates", zone->estimates);
    page.field("details.sources", source_lines(atlas.catalogue(), zone->sources, texts));
    page.field("details.confidence", confidence(zone->confidence, texts));
    return page.take();
}

std::string page_of(const Source& source, const Texts& texts)
{
    Page page(texts);
    page.heading(source.id.text + ": " + texts("source_kind." + std::string(to_text(source.kind))));
    for (const std::string& line :
         {source.author, source.year ? std::to_string(*source.year) : std::string(), source.title,
          source.detail})
        if (!line.empty())
            page.heading("  " + line);
    return page.take();
}

std::string page_of(const Body& body, const StructureRecord& record, const Texts& texts)
{
    const Structure& s = body.structures()[record.number];
    Page page(texts);
    page.heading(s.name_en + " (" + s.id.text + ")");
    page.field("details.name_la", s.name_la);
    page.heading("  " + texts("kind." + std::string(to_text(s.kind))) + ", " +
                 texts("side." + std::string(to_text(s.side))));
    page.field("details.provenance", texts("provenance." + std::string(to_text(s.provenance))));
    page.heading("  " + number(s.volume_mm3 / 1000, 1) + " cm³, FMA " +
                 (s.fma ? std::to_string(*s.fma) : texts("app.not_recorded")));
    return page.take();
}

std::string page_of(const Body& body, const LandmarkRecord& record, const Texts& texts)
{
    Page page(texts);
    for (const PlacedLandmark& l : body.landmarks()) {
        if (l.id != record.id)
            continue;
        page.heading(l.name_en + " (" + l.id.text + ")");
        page.field("side." + std::string(to_text(l.side)), place(l.position_mm));
    }
    return page.take();
}

std::string page_of(const Body& body, const RegionRecord& record, const Texts& texts)
{
    Page page(texts);
    for (const PlacedRegion& r : body.regions()) {
        if (r.id != record.id)
            continue;
        page.heading(r.name_en + " (" + r.id.text + ")");
        page.field("side." + std::string(to_text(r.side)), number(r.area_mm2 / 100, 0) + " cm²");
    }
    return page.take();
}

struct Maker {
    const Atlas& atlas;
    const Texts& texts;

    std::string operator()(const Muscle* muscle) const { return page_of(atlas, *muscle, texts); }
    std::string operator()(const TriggerPoint* p) const { return page_of(atlas, *p, texts); }
    std::string operator()(const Zone* zone) const { return page_of(atlas, *zone, texts); }
    std::string operator()(const Technique* t) const { return page_of(atlas, *t, texts); }
    std::string operator()(const RedFlag* flag) const { return page_of(atlas, *flag, texts); }
    std::string operator()(const NoPressZone* zone) const { return page_of(atlas, *zone, texts); }
    std::string operator()(const Source* source) const { return page_of(*source, texts); }
    std::string operator()(const StructureRecord& r) const
    {
        return page_of(atlas.body(), r, texts);
    }
    std::string operator()(const LandmarkRecord& r) const
    {
        return page_of(atlas.body(), r, texts);
    }
    std::string operator()(const RegionRecord& r) const { return page_of(atlas.body(), r, texts); }
};

}  // namespace

std::string record_text(const Atlas& atlas, const Record& record, const Texts& texts)
{
    return std::visit(Maker{atlas, texts}, record);
}

}  // namespace tpatlas::cli
