#include "io/catalogue_files.hpp"

#include "io/catalogue_records.hpp"
#include "io/toml_tree.hpp"

#include <algorithm>
#include <functional>
#include <unordered_set>

namespace tpatlas::io {

namespace {

constexpr std::size_t file_limit = 1000;

struct File {
    std::string name;
    TomlNode root;
    int folder = 0;  // 0 ours, 1 the overlay
};

// "leg.toml:12" -> "leg.toml", 12; 0 where there is no line.
std::pair<std::string, int> file_and_line(const std::string& where)
{
    const std::size_t colon = where.rfind(':');
    // Nine digits at most: a folder may be named "a:99999999999".
    const bool has_line = colon != std::string::npos && colon + 1 < where.size() &&
                          where.size() - colon <= 10 &&
                          where.find_first_not_of("0123456789", colon + 1) == std::string::npos;
    return has_line ? std::pair(where.substr(0, colon), std::stoi(where.substr(colon + 1)))
                    : std::pair(where, 0);
}

// By file and line, each once: what is wrong on the right side is wrong on the left, and a list of
// what it must not hold is wrong once. Faults of whole files come first.
Faults in_order(Faults faults)
{
    std::stable_sort(faults.begin(), faults.end(), [](const Error& a, const Error& b) {
        return file_and_line(a.where) < file_and_line(b.where);
    });
    Faults once;
    std::unordered_set<std::string> told;  // a hostile file has a hundred thousand faults
    for (Error& fault : faults)
        if (told.insert(fault.message()).second)
            once.push_back(std::move(fault));
    return once;
}

// Readable files of a folder in the order of their names.
std::vector<File> read_files(const std::filesystem::path& folder, int number, Faults& faults)
{
    std::vector<std::filesystem::path> paths;
    std::error_code code;
    for (std::filesystem::directory_iterator at(folder, code), end; !code && at != end;
         at.increment(code))
        if (at->path().extension() == ".toml")
            paths.push_back(at->path());
    if (code) {
        faults.push_back({folder.string(), "cannot be read as a folder: " + code.message(),
                          "name the folder of the catalogue"});
        return {};
    }
    if (paths.empty())
        faults.push_back({folder.string(), "holds no *.toml file",
                          "name the folder of the catalogue"});
    if (paths.size() > file_limit) {
        faults.push_back({folder.string(), "holds more than 1000 files", "name another folder"});
        return {};
    }
    std::sort(paths.begin(), paths.end());
    std::vector<File> files;
    for (const std::filesystem::path& path : paths) {
        Result<TomlNode> root = read_toml(path);
        if (root)
            files.push_back({path.string(), root.take(), number});
        else
            faults.insert(faults.end(), root.faults().begin(), root.faults().end());
    }
    return files;
}

// Records by their id: one of a later folder replaces an earlier one, one of the same folder is a
// fault. A record that cannot be read keeps its id, so that mentions of it are not blamed as well.
template <class Record>
class Shelf {
public:
    explicit Shelf(const char* what) : what_(what) {}

    void put(const std::string& id, std::optional<Record> record, int folder, int line,
             FileFaults& faults)
    {
        const std::string where = faults.where(line);
        const auto [at, is_new] = at_.emplace(id, entries_.size());
        if (is_new) {
            entries_.push_back({std::move(record), folder, where});
            return;
        }
        Entry& entry = entries_[at->second];
        if (id.empty())
            return;  // each is told that it has none
        if (entry.folder == folder)
            faults.add(line, std::string(what_) + " '" + id + "' is there twice",
                       "the other stands at " + entry.where);
        else
            entry = {std::move(record), folder, where};
    }

    std::vector<std::string> ids() const
    {
        std::vector<std::string> list;
        for (const auto& [id, position] : at_)
            list.push_back(id);
        return list;
    }

    bool contains(const std::string& id) const { return at_.contains(id); }

    std::string where(const std::string& id) const
    {
        const auto at = at_.find(id);
        return at == at_.end() ? std::string() : entries_[at->second].where;
    }

    int folder(const std::string& id) const
    {
        const auto at = at_.find(id);
        return at == at_.end() ? 0 : entries_[at->second].folder;
    }

    // The records that could be read, in order; they are moved out.
    std::vector<Record> take()
    {
        std::vector<Record> list;
        for (Entry& entry : entries_)
            if (entry.record)
                list.push_back(std::move(*entry.record));
        return list;
    }

private:
    struct Entry {
        std::optional<Record> record;
        int folder = 0;
        std::string where;
    };

    const char* what_;
    std::vector<Entry> entries_;
    std::map<std::string, std::size_t> at_;
};

struct MuscleWithPoints {
    Muscle muscle;
    std::vector<TriggerPoint> points;
};

class Loader {
public:
    Result<LoadedCatalogue> load(const std::vector<std::filesystem::path>& folders)
    {
        for (std::size_t i = 0; i < folders.size(); ++i)
            for (File& file : read_files(folders[i], static_cast<int>(i), faults_))
                files_.push_back(std::move(file));
        // Zones first: a point of any file may name one.
        for (const File& file : files_)
            read_shared_zones(file);
        for (const std::string& id : zones_.ids())
            shared_zones_.emplace(id, std::nullopt);
        for (Zone& zone : zones_.take())
            shared_zones_[zone.id.text] = std::move(zone);
        for (const File& file : files_)
            read_records(file);
        check_mentions();
        if (!faults_.empty())
            return in_order(std::move(faults_));
        return make();
    }

private:
    static std::string name_of(const TomlNode& node)
    {
        const TomlNode* id = node.find("id");
        return id ? id->string : std::string();
    }

    void read_shared_zones(const File& file)
    {
        FileFaults faults(file.name, faults_);
        const TomlNode* list = file.root.find("zone");
        if (!list || !list->is(TomlNode::Kind::array))
            return;  // told by read_records
        for (const TomlNode& node : list->children) {
            const std::string id = name_of(node);
            if (id.empty())
                faults.add(node.line, "a [[zone]] without an id", "add id = \"...\"");
            std::optional<Zone> zone = read_zone(node, "zone '" + id + "'", faults);
            if (zone)
                zone->id = {id};
            zones_.put(id, std::move(zone), file.folder, node.line, faults);
        }
    }

    void read_records(const File& file)
    {
        FileFaults faults(file.name, faults_);
        TableReader root(file.root, "a catalogue file", faults);
        ReadContext context{shared_zones_, mentions_, guesses_};
        root.tables("zone");
        for (const TomlNode* node : root.tables("source"))
            read_one(*node, "source", faults, [&](TableReader& table, const std::string& id) {
                sources_.put(id, read_source(table), file.folder, node->line, faults);
            });
        for (const TomlNode* node : root.tables("technique"))
            read_one(*node, "technique", faults, [&](TableReader& table, const std::string& id) {
                techniques_.put(id, read_technique(table, context), file.folder, node->line,
                                faults);
            });
        for (const TomlNode* node : root.tables("no_press"))
            read_one(*node, "no-press zone", faults, [&](TableReader& table,
                                                         const std::string& id) {
                no_press_.put(id, read_no_press(table, context), file.folder, node->line, faults);
            });
        for (const TomlNode* node : root.tables("red_flag"))
            read_one(*node, "red flag", faults, [&](TableReader& table, const std::string& id) {
                red_flags_.put(id, read_red_flag(table, context), file.folder, node->line, faults);
            });
        for (const TomlNode* node : root.tables("muscle"))
            read_one(*node, "muscle", faults, [&](TableReader& table, const std::string& id) {
                ReadMuscle read = read_muscle(table, context);
                for (const auto& [name, line] : read.lines)
                    places_[name] = faults.where(line);
                std::optional<MuscleWithPoints> muscle;
                if (read.muscle)
                    muscle = {std::move(*read.muscle), std::move(read.points)};
                muscles_.put(id, std::move(muscle), file.folder, node->line, faults);
            });
        root.finish();
    }

    template <class Read>
    static void read_one(const TomlNode& node, const char* what, FileFaults& faults, Read read)
    {
        const std::string id = name_of(node);
        TableReader table(node, std::string(what) + " '" + id + "'", faults);
        read(table, id);
    }

    void check_mentions()
    {
        for (const Mention& mention : mentions_) {
            const bool of_source = mention.kind == Mention::Kind::source;
            if (of_source ? sources_.contains(mention.id) : muscles_.contains(mention.id))
                continue;
            const std::string near = guesses_.nearest(
                mention.id, [&] { return of_source ? sources_.ids() : muscles_.ids(); });
            const std::string add = of_source ? "add it to sources.toml" : "add its record";
            faults_.push_back({mention.where,
                               std::string("there is no ") + (of_source ? "source" : "muscle") +
                                   " '" + mention.id + "'",
                               near.empty() ? add : "did you mean '" + near + "'? else " + add});
        }
    }

    Result<LoadedCatalogue> make()
    {
        Catalogue::Records records;
        records.sources = sources_.take();
        records.techniques = techniques_.take();
        records.no_press = no_press_.take();
        records.red_flags = red_flags_.take();
        for (MuscleWithPoints& one : muscles_.take()) {
            records.muscles.push_back(std::move(one.muscle));
            for (TriggerPoint& point : one.points)
                records.points.push_back(std::move(point));
        }
        tell_claims(records.muscles);
        Result<Catalogue> catalogue = Catalogue::make(std::move(records));
        if (catalogue) {
            for (const std::string& id : no_press_.ids())
                places_["no_press." + id] = no_press_.where(id);
            for (const std::string& id : red_flags_.ids())
                places_["red_flag." + id] = red_flags_.where(id);
            return LoadedCatalogue{catalogue.take(), std::move(places_)};
        }
        for (const Error& error : catalogue.faults())
            if (!error.where.ends_with(":structures"))  // told by tell_claims()
                faults_.push_back({place_of(error.where), error.what, error.mend});
        return in_order(std::move(faults_));
    }

    // Two muscles with one structure. Of records from two folders the overlay's is blamed, even where
    // it replaces one of ours and so stands before the other.
    void tell_claims(const std::vector<Muscle>& muscles)
    {
        std::map<std::string, std::vector<std::string>> claims;
        for (const Muscle& muscle : muscles)
            for (const std::string& structure : muscle->structures)
                claims[structure].push_back(muscle->id.text);
        for (auto& [structure, by] : claims) {
            std::stable_sort(by.begin(), by.end(), [&](const std::string& a, const std::string& b) {
                return muscles_.folder(a) < muscles_.folder(b);
            });
            for (std::size_t i = 1; i < by.size(); ++i)
                faults_.push_back({muscles_.where(by[i]),
                                   "structure '" + structure + "' is already '" + by[0] + "'",
                                   "a structure belongs to one muscle; the other stands at " +
                                       muscles_.where(by[0])});
        }
    }

    // "<record's id>:<field>" -> file and line of the record.
    std::string place_of(const std::string& where) const
    {
        const std::string id = where.substr(0, where.find(':'));
        const auto at = places_.find(id);
        if (at != places_.end())
            return at->second;
        if (no_press_.contains(id))
            return no_press_.where(id);
        if (red_flags_.contains(id))
            return red_flags_.where(id);
        return techniques_.contains(id) ? techniques_.where(id) : id;
    }

    std::vector<File> files_;
    std::map<std::string, std::optional<Zone>> shared_zones_;
    std::vector<Mention> mentions_;
    Guesses guesses_;
    std::map<std::string, std::string> places_;  // muscle's or point's id -> file:line
    Shelf<Zone> zones_{"zone"};
    Shelf<Source> sources_{"source"};
    Shelf<Technique> techniques_{"technique"};
    Shelf<NoPressZone> no_press_{"no-press zone"};
    Shelf<RedFlag> red_flags_{"red flag"};
    Shelf<MuscleWithPoints> muscles_{"muscle"};
    Faults faults_;
};

Result<LoadedCatalogue> load(const std::vector<std::filesystem::path>& folders)
{
    try {
        return Loader().load(folders);
    } catch (const std::exception& error) {  // out of memory, a path that cannot be converted
        return Error{folders.back().string(), std::string("cannot be read: ") + error.what(),
                     "check the folder"};
    }
}

}  // namespace

Result<Catalogue> load_catalogue(const std::filesystem::path& folder)
{
    Result<LoadedCatalogue> loaded = load({folder});
    if (!loaded)
        return loaded.faults();
    return std::move(loaded.value().catalogue);
}

Result<LoadedCatalogue> load_catalogues(const std::vector<std::filesystem::path>& folders)
{
    return load(folders);
}

Faults with_places(const Faults& faults, const RecordPlaces& places)
{
    Faults placed;
    for (Error fault : faults) {
        // "<id>: <what in it>" of a shape.
        const std::string id = fault.where.substr(0, fault.where.find(": "));
        auto at = places.find(id);
        if (at == places.end())  // a zone is found with its point
            at = places.find(id.substr(0, id.rfind('.')));
        if (at != places.end()) {
            fault.what = fault.where + " " + fault.what;
            fault.where = at->second;
        }
        placed.push_back(std::move(fault));
    }
    return in_order(std::move(placed));
}

}  // namespace tpatlas::io
