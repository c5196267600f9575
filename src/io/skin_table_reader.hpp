// io/skin_table_reader.hpp: one table of the skin's files, read key by key.
//
//   SkinTableReader reader(node, "face.toml", faults);
//   reader.get("half_width_mm", mouth.half_width_mm);   // left alone where the key is absent
//
// Every get() adds a fault with its line where the value is of another kind; the destructor adds
// one for every key that nobody asked for. Lives no longer than its arguments. Over 150 lines because
// every kind of value has its short overload here.
#pragma once

#include "domain/skin_measurements.hpp"
#include "io/toml_tree.hpp"

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tpatlas::io {

// Reads one table key by key, and knows at the end which keys nobody asked for.
class SkinTableReader {
public:
    using Kind = TomlNode::Kind;

    SkinTableReader(const TomlNode& node, const std::string& file, Faults& faults)
        : node_(node), file_(file), faults_(faults)
    {
        if (!node.is(Kind::table))
            fault(node, "this should be a table");
    }
    ~SkinTableReader()
    {
        if (node_.is(Kind::table))
            for (const TomlNode& child : node_.children)
                if (!asked_.contains(child.key))
                    fault(child, "nothing is called '" + child.key + "' here");
    }
    SkinTableReader(const SkinTableReader&) = delete;
    SkinTableReader& operator=(const SkinTableReader&) = delete;

    const TomlNode* find(std::string_view key)
    {
        asked_.emplace(key);
        return node_.find(key);
    }
    const TomlNode* need(std::string_view key)
    {
        const TomlNode* node = find(key);
        if (!node)
            fault(node_, "'" + std::string(key) + "' is missing");
        return node;
    }
    void fault(const TomlNode& at, const std::string& what)
    {
        faults_.push_back({file_ + ":" + std::to_string(at.line), what, ""});
    }

    void get(std::string_view key, float& out)
    {
        if (const TomlNode* node = find(key))
            number(*node, out);
    }
    void get(std::string_view key, bool& out)
    {
        if (const TomlNode* node = find(key)) {
            if (node->is(Kind::boolean))
                out = node->boolean;
            else
                fault(*node, "this should be true or false");
        }
    }
    void get(std::string_view key, std::string& out)
    {
        if (const TomlNode* node = find(key))
            text(*node, out);
    }
    void get(std::string_view key, std::vector<std::string>& out)
    {
        const TomlNode* node = find(key);
        if (!node)
            return;
        for (const TomlNode* item : items(*node))
            text(*item, out.emplace_back());
    }
    void get(std::string_view key, glm::vec3& out)
    {
        if (const TomlNode* node = find(key))
            vector(*node, out);
    }
    void get(std::string_view key, AnchoredPoint& out)
    {
        if (const TomlNode* node = find(key))
            anchored(*node, out);
    }
    void get(std::string_view key, std::vector<AnchoredPoint>& out)
    {
        if (const TomlNode* node = find(key))
            for (const TomlNode* item : items(*node))
                anchored(*item, out.emplace_back());
    }
    void get(std::string_view key, std::vector<glm::vec3>& out)
    {
        if (const TomlNode* node = find(key))
            for (const TomlNode* item : items(*node))
                vector(*item, out.emplace_back());
    }
    // [x, y, z, radius] each.
    void get(std::string_view key, std::vector<Strand::Ball>& out)
    {
        if (const TomlNode* node = find(key))
            for (const TomlNode* item : items(*node)) {
                Strand::Ball ball;
                if (items(*item).size() != 4)
                    fault(*item, "a ball is [x, y, z, radius]");
                else
                    for (int i = 0; i < 4; ++i)
                        number(item->children[i], i < 3 ? ball.at[i] : ball.radius_mm);
                out.push_back(ball);
            }
    }

    std::vector<const TomlNode*> items(const TomlNode& node)
    {
        std::vector<const TomlNode*> out;
        if (!node.is(Kind::array))
            fault(node, "this should be a list");
        else
            for (const TomlNode& child : node.children)
                out.push_back(&child);
        return out;
    }
    void number(const TomlNode& node, float& out)
    {
        if (node.is(Kind::number))
            out = static_cast<float>(node.number);
        else
            fault(node, "this should be a number");
    }
    void text(const TomlNode& node, std::string& out)
    {
        if (node.is(Kind::text))
            out = node.string;
        else
            fault(node, "this should be a text");
    }
    void vector(const TomlNode& node, glm::vec3& out)
    {
        if (!node.is(Kind::array) || node.children.size() != 3)
            fault(node, "this should be three numbers");
        else
            for (int i = 0; i < 3; ++i)
                number(node.children[i], out[i]);
    }
    void anchored(const TomlNode& node, AnchoredPoint& out)
    {
        if (!node.is(Kind::table)) {
            vector(node, out.offset);
            return;
        }
        SkinTableReader reader(node, file_, faults_);
        reader.get("at", out.at);
        reader.get("d", out.offset);
    }

    const std::string& file() const { return file_; }
    Faults& faults() { return faults_; }

private:
    const TomlNode& node_;
    const std::string& file_;
    Faults& faults_;
    std::set<std::string, std::less<>> asked_;
};

}  // namespace tpatlas::io
