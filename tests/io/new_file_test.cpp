#include "io/new_file.hpp"

#include "io/fresh_folder.hpp"

#include <set>
#include <thread>

#include <gtest/gtest.h>

namespace tpatlas {

namespace {

using namespace tpatlas::testing;

class NewFile : public FreshFolder {};

Image dot(std::uint8_t shade)
{
    return {{1, 1}, {shade, shade, shade, 255}};
}

}  // namespace

TEST_F(NewFile, never_takes_the_place_of_another)
{
    write(folder_ / "a-2.png", "somebody's own");
    for (const char* name : {"a.png", "a-3.png", "a-4.png"}) {
        const auto file = io::write_new_png(folder_, "a", dot(9), {{"Title", "x"}});
        ASSERT_TRUE(file) << file.error().message();
        EXPECT_EQ(file.value(), folder_ / name);
        EXPECT_EQ(io::read_png(file.value()).value().texts.size(), 1u);
    }
    EXPECT_EQ(content(folder_ / "a-2.png"), "somebody's own");
    EXPECT_EQ(files_in(folder_), 4u);
}

TEST_F(NewFile, is_one_each_for_many_who_write_at_once)
{
    constexpr int writers = 4, each = 12;
    std::vector<std::vector<fs::path>> files(writers);
    {
        std::vector<std::jthread> threads;
        for (int w = 0; w < writers; ++w)
            threads.emplace_back([&, w] {
                for (int i = 0; i < each; ++i)
                    if (auto file = io::write_new_png(folder_, "a",
                                                      dot(static_cast<std::uint8_t>(w)), {}))
                        files[static_cast<std::size_t>(w)].push_back(file.take());
            });
    }
    std::set<fs::path> all;
    for (std::size_t w = 0; w < files.size(); ++w)
        for (const fs::path& file : files[w]) {
            all.insert(file);
            EXPECT_EQ(io::read_png(file).value().image, dot(static_cast<std::uint8_t>(w)));
        }
    EXPECT_EQ(all.size(), std::size_t{writers * each});
    EXPECT_EQ(files_in(folder_), std::size_t{writers * each});
}

TEST_F(NewFile, makes_its_folder_but_no_path_to_it)
{
    EXPECT_TRUE(io::write_new_png(folder_ / "new", "a", dot(1), {}));
    const auto file = io::write_new_png(folder_ / "no" / "way", "a", dot(1), {});
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().where, (folder_ / "no" / "way" / "a.png").string());
    EXPECT_EQ(files_in(folder_), 1u);
}

TEST_F(NewFile, of_any_kind_is_written_in_the_same_way)
{
    write(folder_ / "a.glb", "somebody's own");
    const auto file = io::write_new(folder_, "a", ".glb", "bytes");
    ASSERT_TRUE(file) << file.error().message();
    EXPECT_EQ(file.value(), folder_ / "a-2.glb");
    EXPECT_EQ(content(file.value()), "bytes");
    EXPECT_EQ(content(folder_ / "a.glb"), "somebody's own");
    const auto nowhere = io::write_new(folder_ / "no" / "way", "a", ".glb", "bytes");
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().where, (folder_ / "no" / "way" / "a.glb").string());
    EXPECT_EQ(files_in(folder_), 2u);
}

TEST(SafeStem, holds_what_any_system_takes)
{
    EXPECT_EQ(io::safe_stem("trapezius_upper.tp2 right"), "trapezius_upper.tp2-right");
    EXPECT_EQ(io::safe_stem("Trapezius, upper fibres · tp2"), "Trapezius-upper-fibres-tp2");
    EXPECT_EQ(io::safe_stem("../../etc/passwd"), "etc-passwd");
    EXPECT_EQ(io::safe_stem("Wadenmuskel größer 僧帽筋"), "Wadenmuskel-größer-僧帽筋");
    EXPECT_EQ(io::safe_stem("a\xFF\n\t:*?\"<>|b"), "a-b");
    for (const char* nothing : {"", "...", "/", " · ", "\xFF"})
        EXPECT_EQ(io::safe_stem(nothing), "picture") << nothing;
    std::string longest;
    for (int i = 0; i < 50; ++i)
        longest += "ö";
    EXPECT_EQ(io::safe_stem(longest + longest).size(), 80u);
}

}  // namespace tpatlas
