#include "scene/picture_texts.hpp"

namespace tpatlas::scene {

namespace {

template <class Choice>
std::string line_of(const std::string& what, const Choice& choice)
{
    return what + " " + choice.id.text + " " + std::string(to_text(choice.side)) + "\n";
}

std::string ids_of(const Document& document)
{
    std::string ids;
    if (document.muscle)
        ids += line_of("muscle", *document.muscle);
    if (document.point)
        ids += line_of("point", *document.point);
    if (document.structure)
        ids += "structure " + document.structure->text + "\n";
    for (const StructureId& id : document.also)
        if (id != document.structure)
            ids += "structure " + id.text + "\n";
    return ids;
}

std::string legend_of(const Strip& strip)
{
    std::string legend;
    for (const LegendEntry& entry : strip.legend)
        legend += (legend.empty() ? "" : "; ") + entry.text;
    return legend;
}

}  // namespace

std::vector<PictureText> picture_texts(const Strip& strip, const Document& document,
                                       const std::string& scene_toml, const std::string& version)
{
    std::vector<PictureText> texts{{"Title", strip.title},
                                   {"Description", strip.caption},
                                   {"Legend", legend_of(strip)},
                                   {"Disclaimer", strip.note},
                                   {"Source", strip.attribution},
                                   {"Software", "Trigger Point Atlas " + version},
                                   {"tpatlas:ids", ids_of(document)},
                                   {"tpatlas:scene", scene_toml}};
    std::erase_if(texts, [](const PictureText& each) { return each.text.empty(); });
    return texts;
}

}  // namespace tpatlas::scene
