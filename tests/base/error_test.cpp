#include "mandate/base/error.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace mandate {
namespace {

using testing::ElementsAre;
using testing::Pair;

TEST(Error, EachCodeHasANameOfItsOwn) {
    const errc codes[] = {errc::invalid_argument,
                          errc::cancelled,
                          errc::malformed,
                          errc::invalid_utf8,
                          errc::unknown_reference,
                          errc::out_of_range,
                          errc::missing_field,
                          errc::duplicate,
                          errc::refused,
                          errc::cycle,
                          errc::unknown_field,
                          errc::not_found,
                          errc::not_a_ledger,
                          errc::newer_format,
                          errc::busy,
                          errc::read_only,
                          errc::full,
                          errc::io,
                          errc::conflict,
                          errc::damaged,
                          errc::out_of_memory,
                          errc::forked,
                          errc::internal};
    std::set<std::string_view> names;
    for (const errc code : codes) names.insert(name_of(code));
    EXPECT_EQ(names.size(), std::size(codes));
    EXPECT_EQ(names.count("unknown"), 0U);
    EXPECT_EQ(name_of(errc::unknown_reference), "unknown_reference");
    EXPECT_EQ(name_of(errc{-9999}), "unknown") << "a code of a later version";
}

TEST(Error, APlaceIsPutInFrontAndFactsAreAdded) {
    const error plain{errc::unknown_reference, "there is no agency \"BTC\"", {{"agency", "BTC"}}};
    const error placed = plain.at("line 3, column 9", {{"line", "3"}, {"column", "9"}});
    EXPECT_EQ(placed.code(), errc::unknown_reference);
    EXPECT_STREQ(placed.what(), "line 3, column 9: there is no agency \"BTC\"");
    EXPECT_THAT(placed.facts(),
                ElementsAre(Pair("agency", "BTC"), Pair("line", "3"), Pair("column", "9")));
    EXPECT_STREQ(plain.what(), "there is no agency \"BTC\"") << "the first one is unchanged";
}

}  // namespace
}  // namespace mandate
