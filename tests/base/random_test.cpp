#include "base/random.hpp"

#include <gtest/gtest.h>

namespace mandate {
namespace {

TEST(RandomBytes, AreAsManyAsAskedAndNeverTheSame) {
    EXPECT_EQ(random_bytes(0).size(), 0U);
    EXPECT_EQ(random_bytes(16).size(), 16U);
    EXPECT_NE(random_bytes(16), random_bytes(16));
}

TEST(Hex, HasTwoDigitsAByte) {
    EXPECT_EQ(hex(""), "");
    EXPECT_EQ(hex(std::string{"\x00\x0F\xA0\xFF", 4}), "000fa0ff");
}

}  // namespace
}  // namespace mandate
