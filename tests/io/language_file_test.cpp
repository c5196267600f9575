#include "io/catalogue_folder.hpp"
#include "io/language_file.hpp"

using namespace tpatlas;
using tpatlas::test::Folder;

TEST(LanguageFile, makes_dotted_keys_of_nested_tables)
{
    const Folder folder;
    folder.write("en.toml", "top = \"a\"\n[panel]\nmuscles = \"Muscles\"\n"
                            "[panel.sub]\ndeep = \"d\"\n");
    const Result<Texts> texts = io::load_texts(folder.path(), "en");
    ASSERT_TRUE(texts) << texts.error().message();
    EXPECT_EQ(texts.value()("top"), "a");
    EXPECT_EQ(texts.value()("panel.muscles"), "Muscles");
    EXPECT_EQ(texts.value()("panel.sub.deep"), "d");
    EXPECT_EQ(texts.value()("panel.none"), "⟨panel.none⟩");
}

TEST(LanguageFile, falls_back_to_English_for_a_key_that_a_language_lacks)
{
    const Folder folder;
    folder.write("en.toml", "[panel]\nmuscles = \"Muscles\"\ndetails = \"Details\"\n");
    folder.write("nl.toml", "[panel]\nmuscles = \"Spieren\"\n");
    const Result<Texts> texts = io::load_texts(folder.path(), "nl");
    ASSERT_TRUE(texts) << texts.error().message();
    EXPECT_EQ(texts.value()("panel.muscles"), "Spieren");
    EXPECT_EQ(texts.value()("panel.details"), "Details");
}

TEST(LanguageFile, names_the_languages_that_are_there_when_one_is_not)
{
    const Folder folder;
    folder.write("en.toml", "");
    folder.write("nl.toml", "");
    const Result<Texts> texts = io::load_texts(folder.path(), "fr");
    ASSERT_FALSE(texts);
    EXPECT_EQ(texts.error().message(), "--lang: there is no language 'fr' (known: en, nl)");
}

TEST(LanguageFile, does_not_let_a_code_lead_out_of_its_folder)
{
    const Folder folder;
    folder.write("en.toml", "");
    std::filesystem::create_directory(folder.path() / "inner");
    folder.write("inner/nl.toml", "");
    EXPECT_FALSE(io::load_texts(folder.path() / "inner", "../en"));
    EXPECT_FALSE(io::load_texts(folder.path(), ""));
}

TEST(LanguageFile, is_rejected_with_its_line_where_an_entry_is_no_text)
{
    const Folder folder;
    folder.write("en.toml", "[panel]\nmuscles = 3\n");
    const Result<Texts> texts = io::load_texts(folder.path(), "en");
    ASSERT_FALSE(texts);
    EXPECT_EQ(texts.error().where, (folder.path() / "en.toml").string() + ":2");
    EXPECT_EQ(texts.error().what, "'panel.muscles' is a number");
}
