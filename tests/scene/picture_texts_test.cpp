#include "scene/picture_texts.hpp"

#include <gtest/gtest.h>

namespace tpatlas::scene {

namespace {

std::string text_of(const std::vector<PictureText>& texts, const std::string& key)
{
    for (const PictureText& each : texts)
        if (each.key == key)
            return each.text;
    return "(none)";
}

}  // namespace

TEST(PictureTexts, say_what_the_strip_says_and_what_is_meant)
{
    Strip strip;
    strip.title = "Soleus";
    strip.legend = {{Symbol::essential, "Essential zone"}, {Symbol::disc, "Point"}};
    strip.note = "not diagnosis";
    strip.attribution = "BodyParts3D";
    Document document;
    document.muscle = MuscleChoice{{"soleus"}, Side::left};
    document.point = PointChoice{{"soleus.tp1"}, Side::left};
    document.also = {{"tibia.left"}};
    const auto texts = picture_texts(strip, document, "version = 1\n", "0.1.0");
    EXPECT_EQ(text_of(texts, "Title"), "Soleus");
    EXPECT_EQ(text_of(texts, "Legend"), "Essential zone; Point");
    EXPECT_EQ(text_of(texts, "Description"), "(none)");  // an empty text is left out
    EXPECT_EQ(text_of(texts, "Disclaimer"), "not diagnosis");
    EXPECT_EQ(text_of(texts, "Source"), "BodyParts3D");
    EXPECT_EQ(text_of(texts, "Software"), "Trigger Point Atlas 0.1.0");
    EXPECT_EQ(text_of(texts, "tpatlas:ids"),
              "muscle soleus left\npoint soleus.tp1 left\nstructure tibia.left\n");
    EXPECT_EQ(text_of(texts, "tpatlas:scene"), "version = 1\n");
}

}  // namespace tpatlas::scene
