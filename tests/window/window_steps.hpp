// tests/window/window_steps.hpp: what every recorded interaction does: open, wait, click a control.
#pragma once

#include "window/real_window.hpp"

#include <string>

#include <gtest/gtest.h>

// What does not come to pass fails the test where it stands, with the report beside it.
#define EXPECT_SOON(window, condition)                                                             \
    EXPECT_TRUE((window).until([&](Json now) { return condition; }))                        \
        << #condition << "\n"                                                                      \
        << (window).now().dump(1)

#define OPEN_WINDOW(name, width, height)                                                           \
    RealWindow name(width, height);                                                                \
    ASSERT_TRUE(name.is_open()) << name.trouble()

namespace tpatlas {

inline void click_item(const RealWindow& window, const std::string& label)
{
    const std::optional<Place> place = window.resting_item(label);
    ASSERT_TRUE(place) << "no control " << label << "\n" << window.now()["items"].dump(1);
    window.click(*place);
}

}  // namespace tpatlas
