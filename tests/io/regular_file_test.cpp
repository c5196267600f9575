#include "io/regular_file.hpp"

#include "io/binary_sections.hpp"
#include "io/fresh_folder.hpp"
#include "io/hasher.hpp"

#include <numeric>

#include <sys/stat.h>

namespace tpatlas {

namespace {

using namespace tpatlas::testing;

class RegularFile : public FreshFolder {
protected:
    std::string text_ = std::string(3'000'000, 'a').append("end");
    fs::path file_ = "";

    void SetUp() override
    {
        FreshFolder::SetUp();
        file_ = folder_ / "a";
        write(file_, text_);
    }
};

}  // namespace

TEST_F(RegularFile, has_the_hash_of_its_bytes)
{
    EXPECT_EQ(io::hash_of_file(file_), io::hash_of(std::as_bytes(std::span(text_))));
    EXPECT_EQ(io::hash_of(io::RegularFile::open(file_).value(), 3'000'000),
              io::hash_of(std::as_bytes(std::span(text_)).subspan(3'000'000)));
    write(file_, "");
    EXPECT_EQ(io::hash_of_file(file_), io::hash_of(std::span<const std::byte>{}));
}

TEST_F(RegularFile, is_neither_a_pipe_nor_a_folder)
{
    ASSERT_EQ(mkfifo((folder_ / "pipe").c_str(), 0600), 0);
    for (const fs::path& place : {folder_ / "pipe", folder_, folder_ / "absent"})
        EXPECT_FALSE(io::RegularFile::open(place)) << place;
}

// As when a modeller saves it again: looking at what is gone must not end the program.
TEST_F(RegularFile, that_is_cut_short_while_it_is_read_has_no_hash)
{
    const Result<io::RegularFile> file = io::RegularFile::open(file_);
    ASSERT_TRUE(file);
    fs::resize_file(file_, 1'500'000);
    EXPECT_EQ(io::hash_of(file.value()), std::nullopt);
}

TEST_F(RegularFile, gives_a_reader_of_sections_the_same_as_bytes_do)
{
    io::SectionWriter out;
    std::vector<std::uint32_t> few(5, 7), many(100'000);
    std::iota(many.begin(), many.end(), 1u);
    for (int i = 0; i < 20'000; ++i) {
        out.value(std::uint8_t{3});
        out.text("word " + std::to_string(i));
    }
    out.array(few);
    out.array(many);
    out.text("end");
    const std::string head = "12345";
    write(file_, head + std::string(reinterpret_cast<const char*>(out.bytes().data()), out.size()));
    const Result<io::RegularFile> file = io::RegularFile::open(file_);
    ASSERT_TRUE(file);
    io::SectionReader in(file.value(), head.size(), out.size());
    for (int i = 0; i < 20'000; ++i) {
        ASSERT_EQ(in.value<std::uint8_t>(), 3);
        ASSERT_EQ(in.text(), "word " + std::to_string(i));
    }
    std::vector<std::uint32_t> read;
    in.array(read);
    EXPECT_EQ(read, few);
    in.array(read);
    EXPECT_EQ(read, many);
    EXPECT_EQ(in.text(), "end");
    EXPECT_FALSE(in.failed());
    in.value<std::uint8_t>();
    EXPECT_TRUE(in.failed()) << "nothing comes after its end";
}

TEST_F(RegularFile, that_is_cut_short_fails_its_reader)
{
    const Result<io::RegularFile> file = io::RegularFile::open(file_);
    ASSERT_TRUE(file);
    io::SectionReader small(file.value(), 0, text_.size()), large(file.value(), 0, text_.size());
    fs::resize_file(file_, 0);
    EXPECT_EQ(small.value<std::uint64_t>(), 0u);
    EXPECT_TRUE(small.failed());
    std::vector<std::byte> all;
    large.array(all);
    EXPECT_TRUE(large.failed());
}

}  // namespace tpatlas
