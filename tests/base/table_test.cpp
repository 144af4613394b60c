#include "mandate/base/table.hpp"

#include "base/error_check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mandate {
namespace {

using testing::ElementsAre;

table two_tasks() {
    table t{{{"task", column_type::text}, {"late", column_type::int64}, {"due", column_type::day}}};
    t.put(std::string_view{"T01"});
    t.put(std::int64_t{12});
    t.put(std::optional<std::int64_t>{19838});
    t.put(std::optional<std::string_view>{});
    t.put(std::optional<std::int64_t>{});
    t.put(std::optional<std::int64_t>{});
    return t;
}

TEST(Table, GivesBackWhatWasPut) {
    const table t = two_tasks();
    ASSERT_EQ(t.rows(), 2U);
    EXPECT_EQ(t.text(0, 0), "T01");
    EXPECT_EQ(t.number(0, 1), 12);
    EXPECT_EQ(t.number(0, 2), 19838);
    EXPECT_EQ(t.text(1, 0), std::nullopt);
    EXPECT_EQ(t.number(1, 1), std::nullopt);
}

TEST(Table, LiesInMemoryAsArrowWantsIt) {
    const table t = two_tasks();
    const column& task = t.columns()[0];
    EXPECT_THAT(task.valid, ElementsAre(1, 0));
    EXPECT_THAT(task.offsets, ElementsAre(0, 3, 3)) << "one more than there are rows";
    EXPECT_EQ(task.bytes, "T01");
    EXPECT_EQ(task.bytes.data()[task.bytes.size()], '\0');
    EXPECT_TRUE(task.numbers.empty());
    const column& late = t.columns()[1];
    EXPECT_THAT(late.valid, ElementsAre(1, 0));
    EXPECT_THAT(late.numbers, ElementsAre(12, 0)) << "a missing number is 0";
    EXPECT_TRUE(late.offsets.empty());
}

TEST(Table, AnEmptyTextIsNotAMissingOne) {
    table t{{{"note", column_type::text}}};
    t.put(std::string_view{});
    t.put(std::optional<std::string_view>{});
    EXPECT_EQ(t.text(0, 0), "");
    EXPECT_EQ(t.text(1, 0), std::nullopt);
}

TEST(Table, WithoutRowsItStillHasItsColumns) {
    const table t{{{"task", column_type::text}}};
    EXPECT_EQ(t.rows(), 0U);
    EXPECT_THAT(t.columns()[0].offsets, ElementsAre(0));
    EXPECT_EQ(table{}.columns().size(), 0U);
}

TEST(Table, RefusesACellThatIsNotThere) {
    const table t = two_tasks();
    expect_error(errc::invalid_argument, "row 2 of a table with 2", [&] { t.text(2, 0); });
    expect_error(errc::invalid_argument, "column 3 of a table with 3", [&] { t.number(0, 3); });
    expect_error(errc::invalid_argument, "task does not hold numbers", [&] { t.number(0, 0); });
    expect_error(errc::invalid_argument, "due does not hold text", [&] { t.text(0, 2); });
}

}  // namespace
}  // namespace mandate
