// tests/ui/panel_fixture.hpp: the panels without a window and without OpenGL: ImGui lays out and
// answers the mouse, the session takes the commands.
//
//   using MyPanel = PanelFixture;
//   TEST_F(MyPanel, does_this) { start({1024, 768}, 1.5f); click("home"); told<Home>(); }
#pragma once

#include "ui/panels.hpp"

#include "io/language_file.hpp"
#include "io/toml_tree.hpp"
#include "support/small_atlas.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <gtest/gtest.h>
#include <imgui.h>

namespace tpatlas::ui {

class PanelFixture : public ::testing::Test {
protected:
    void SetUp() override { start({1280, 800}, 1); }
    void TearDown() override { ImGui::DestroyContext(); }

    // Again, for another window, theme or table of texts.
    void start(glm::vec2 window, float scale, const char* theme = "light",
               std::optional<Texts> texts = {})
    {
        if (ImGui::GetCurrentContext() != nullptr)
            ImGui::DestroyContext();
        ImGui::CreateContext();
        window_ = window;
        scale_ = effective_scale(window, scale);
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = ImVec2(window.x, window.y);
        io.DeltaTime = 1.0f / 60;
        Result<Fonts> fonts = load_fonts("/usr/share/fonts", scale_, 1);
        ASSERT_TRUE(fonts) << fonts.error().message();
        unsigned char* pixels = nullptr;
        int width = 0;
        int height = 0;
        io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
        texts_ = texts ? *texts : english();
        session_.emplace(testing::small_atlas());
        panels_.emplace(texts_, fonts.value(), apply_theme(theme, scale_), scale_);
        commands_.clear();
        frames(3);
    }

    static Texts english()
    {
        Result<Texts> texts = io::load_texts(TPATLAS_SOURCE_DIR "/assets/languages", "en");
        EXPECT_TRUE(texts);
        return texts ? texts.take() : Texts();
    }
    // A language whose words are 40 % longer.
    static Texts longer()
    {
        std::unordered_map<std::string, std::string> entries;
        const Result<io::TomlNode> root =
            io::read_toml(TPATLAS_SOURCE_DIR "/assets/languages/en.toml");
        EXPECT_TRUE(root);
        for (const io::TomlNode& group : root.value().children)
            for (const io::TomlNode& text : group.children)
                entries[group.key + "." + text.key] =
                    text.string + text.string.substr(0, (text.string.size() * 2 + 4) / 5);
        return Texts(entries);
    }

    Layout layout() const { return layout_for(window_, scale_, panels_->layout_wish(*session_)); }
    // Commands are kept and given to the session, as the window does.
    void frame()
    {
        ImGui::NewFrame();
        for (const Command& command : panels_->draw(*session_, layout(), false)) {
            commands_.push_back(command);
            session_->update(command);
        }
        ImGui::Render();
    }
    void frames(int count)
    {
        for (int i = 0; i < count; ++i)
            frame();
    }
    void update(const Command& command)
    {
        session_->update(command);
        frames(3);
    }
    void point_at(const std::string& label)
    {
        const Item at = item(label);
        ImGui::GetIO().MousePos = ImVec2((at.min.x + at.max.x) / 2, (at.min.y + at.max.y) / 2);
        frames(2);
    }
    void click(const std::string& label)
    {
        commands_.clear();
        point_at(label);
        ImGui::GetIO().MouseDown[0] = true;
        frames(2);
        ImGui::GetIO().MouseDown[0] = false;
        frames(2);
    }
    // As the window does: the panels first, then what the key means. True: the panels took it.
    bool press(Key key, bool shift = false)
    {
        commands_.clear();
        const bool taken = panels_->take_key({.key = key, .shift = shift});
        frames(3);
        return taken;
    }
    void type(const std::string& text)
    {
        ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
        frames(3);
    }
    // With the keyboard to the control, from wherever it is; fails where no way leads there.
    void go_to(const std::string& label)
    {
        const std::string group = label.substr(0, label.find(':'));
        for (int i = 0; i < 200 && panels_->focus_at().substr(0, group.size()) != group; ++i)
            press(Key::tab);
        for (int i = 0; i < 500 && panels_->focus_at() != label; ++i)
            press(Key::up);
        for (int i = 0; i < 500 && panels_->focus_at() != label; ++i)
            press(Key::down);
        EXPECT_EQ(panels_->focus_at(), label);
    }

    bool is_seen(const std::string& label) const { return panels_->items().find(label) != nullptr; }
    template <class Wanted>
    std::optional<Wanted> told() const
    {
        for (const Command& command : commands_)
            if (std::holds_alternative<Wanted>(command))
                return std::get<Wanted>(command);
        return std::nullopt;
    }
    Item item(const std::string& label) const
    {
        const Item* found = panels_->items().find(label);
        EXPECT_NE(found, nullptr) << label;
        return found != nullptr ? *found : Item{};
    }

    glm::vec2 window_{0};
    float scale_ = 1;
    Texts texts_;
    std::optional<Session> session_;
    std::optional<Panels> panels_;
    std::vector<Command> commands_;
};

}  // namespace tpatlas::ui
