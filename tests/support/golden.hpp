// tests/support/golden.hpp: compares a picture with one that was looked at and kept.
//
//   EXPECT_TRUE(test::matches_golden("zone_on_the_skin", image, renderer.device()));
//
// Goldens lie in tests/golden/NAME.png and carry the OpenGL device that drew them: on another
// device the test is skipped, since nothing says that its pixels must agree. A failure leaves
// NAME.actual.png, NAME.expected.png and NAME.difference.png under the build's golden/ folder.
// With TPATLAS_ACCEPT_GOLDEN=1 in the environment the picture is written as the new golden.
#pragma once

#include "core/image.hpp"

#include <string>

#include <gtest/gtest.h>

namespace tpatlas::test {

struct Difference {
    bool same_size = false;
    int largest = 0;   // of any channel, 0...255
    double mean = 0;   // over all pixels and channels
};

struct Tolerance {
    int largest = 24;
    double mean = 0.35;
};

Difference difference_of(const Image& a, const Image& b);

testing::AssertionResult matches_golden(const std::string& name, const Image& actual,
                                        const std::string& device,
                                        const Tolerance& tolerance = {});

}  // namespace tpatlas::test
