#include "domain/places.hpp"

#include <set>

namespace tpatlas {

namespace {

struct NamedLandmarks {
    std::vector<LandmarkId> operator()(const ExtremeOf&) const { return {}; }
    std::vector<LandmarkId> operator()(const Between& rule) const { return {rule.a, rule.b}; }
    std::vector<LandmarkId> operator()(const Offset& rule) const { return {rule.from}; }
    std::vector<LandmarkId> operator()(const FibrePlace&) const { return {}; }
    std::vector<LandmarkId> operator()(const SkinToward& rule) const { return {rule.from}; }
    std::vector<LandmarkId> operator()(const SkinExtreme& rule) const { return {rule.near}; }
};

} // namespace

Faults faults_of(const Places& places)
{
    Faults faults;
    std::set<std::string> landmarks;
    for (const LandmarkEntry& entry : places.landmarks) {
        for (const LandmarkId& id : std::visit(NamedLandmarks{}, entry.rule))
            if (!landmarks.contains(id.text))
                faults.push_back({entry.id.text, "refers to landmark '" + id.text + "'",
                                  "name one that stands before it"});
        if (!landmarks.insert(entry.id.text).second)
            faults.push_back({entry.id.text, "is there twice", "give one of them another id"});
    }
    std::set<std::string> regions;
    for (const RegionEntry& entry : places.regions) {
        if (!regions.insert(entry.id.text).second)
            faults.push_back({entry.id.text, "is there twice", "give one of them another id"});
        if (landmarks.contains(entry.id.text))
            faults.push_back({entry.id.text, "is the id of a landmark and of a region",
                              "give one of them another id"});
        if (entry.seeds.empty())
            faults.push_back({entry.id.text, "has no seed", "name a landmark that lies in it"});
        for (const RegionEntry::Seed& seed : entry.seeds) {
            std::vector<LandmarkId> ends{seed.landmark};
            if (seed.to)
                ends.push_back(seed.to->landmark);
            for (const LandmarkId& at : ends)
                if (!landmarks.contains(at.text))
                    faults.push_back({entry.id.text,
                                      "has a seed at '" + at.text + "', which is no landmark",
                                      "name one of landmarks.toml"});
        }
    }
    return faults;
}

} // namespace tpatlas
