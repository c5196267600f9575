#include "atlas/place_names.hpp"

#include "core/nearest_word.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace tpatlas {

namespace {

using Words = std::vector<std::string>;

Words regions_of(const Body& body)
{
    Words words;
    for (const PlacedRegion& region : body.regions())
        words.push_back(region.id.text);
    return words;
}

Words landmarks_of(const Body& body)
{
    Words words;
    for (const PlacedLandmark& landmark : body.landmarks())
        words.push_back(landmark.id.text);
    return words;
}

bool contains(const Words& words, const std::string& word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string did_you_mean(const std::string& word, const Words& known)
{
    const std::string near = nearest_word(word, known);
    return near.empty() ? "" : "did you mean '" + near + "'?";
}

void check_regions(Faults& faults, const Words& known, const std::string& record,
                   const std::vector<RegionId>& named)
{
    for (const RegionId& region : named)
        if (!known.empty() && !contains(known, region.text))
            faults.push_back({record,
                              "names '" + region.text + "', which is no region of this body",
                              did_you_mean(region.text, known)});
}

}  // namespace

std::string nearest_landmark(const Body& body, const std::string& word)
{
    return did_you_mean(word, landmarks_of(body));
}

std::string nearest_region(const Body& body, const std::string& word)
{
    return did_you_mean(word, regions_of(body));
}

std::string nearest_place(const Body& body, const std::string& word)
{
    Words places = landmarks_of(body);
    for (std::string& region : regions_of(body))
        places.push_back(std::move(region));
    return did_you_mean(word, places);
}

Faults unknown_names(const Catalogue& catalogue, const Body& body)
{
    Faults faults;
    const Words regions = regions_of(body);
    Words structures;
    for (const Structure& structure : body.structures())
        structures.push_back(structure.name);
    for (const Muscle& muscle : catalogue.muscles())
        for (const std::string& structure : muscle->structures)
            if (!contains(structures, structure))
                faults.push_back({muscle->id.text,
                                  "has the structure '" + structure + "', which this body lacks",
                                  did_you_mean(structure, structures)});
    for (const TriggerPoint& point : catalogue.points())
        for (const std::optional<Zone>* zone : {&point->essential, &point->spillover})
            if (*zone)
                check_regions(faults, regions, (*zone)->id.text, (*zone)->names);
    for (const RedFlag& flag : catalogue.red_flags())
        check_regions(faults, regions, "red_flag." + flag->id.text, flag->places);
    return faults;
}

}  // namespace tpatlas
