#include "mandate/model/task_class.hpp"

#include <gtest/gtest.h>

namespace mandate {
namespace {

class_counts counts_of(std::int64_t in_time, std::int64_t late, std::int64_t open,
                       std::int64_t overdue) {
    class_counts c;
    c.of[static_cast<std::size_t>(task_class::done_in_time)] = in_time;
    c.of[static_cast<std::size_t>(task_class::done_late)] = late;
    c.of[static_cast<std::size_t>(task_class::open_in_time)] = open;
    c.of[static_cast<std::size_t>(task_class::open_overdue)] = overdue;
    return c;
}

// Report 1270/BC-TCTTTg of 27 December 2017: 21,914 tasks, "98.62 %" done.
TEST(TaskClass, GivesThePublishedRatesOfTheReportOf2017) {
    const rates r = rates_of(counts_of(14'068, 1'983, 5'640, 223));
    EXPECT_EQ(r.completion_due, (rate{16'051, 16'274}));
    EXPECT_EQ(hundredths_of_percent(r.completion_due, rounding::truncated), 9862);
    EXPECT_EQ(hundredths_of_percent(r.completion_due, rounding::half_up), 9863);
    EXPECT_EQ(r.on_time, (rate{14'068, 16'274}));
    EXPECT_EQ(hundredths_of_percent(r.on_time, rounding::half_up), 8644);
    EXPECT_EQ(r.completion_all, (rate{16'051, 21'914}));
}

// January to August 2016, as an article gave it: 1,739 done, 175 overdue = "90.86 %".
TEST(TaskClass, GivesThePublishedRateOf2016) {
    const rates r = rates_of(counts_of(1'310, 429, 1'812, 175));
    EXPECT_EQ(r.completion_due, (rate{1'739, 1'914}));
    EXPECT_EQ(hundredths_of_percent(r.completion_due, rounding::half_up), 9086);
}

// January to 31 August 2016, as another article gave it: 6,272 tasks, 2,723 due, 2,501 done "(91.8
// %)", 222 overdue; it does not tell the done ones apart.
TEST(TaskClass, GivesTheOtherPublishedRateOf2016) {
    const class_counts counts = counts_of(2'501, 0, 6'272 - 2'723, 222);
    EXPECT_EQ(counts.total(), 6'272);
    const rates r = rates_of(counts);
    EXPECT_EQ(r.completion_due, (rate{2'501, 2'723}));
    EXPECT_EQ(hundredths_of_percent(r.completion_due, rounding::truncated), 9184);
    EXPECT_EQ(hundredths_of_percent(r.completion_due, rounding::half_up), 9185);
    EXPECT_EQ(r.overdue, (rate{222, 2'723}));
    EXPECT_EQ(r.completion_all, (rate{2'501, 6'272}));
}

// Quảng Nam, 1 January to 6 July 2020: 833 = 585 done + 67 in time + 181 overdue.
TEST(TaskClass, GivesTheFiguresOfQuangNam2020) {
    const class_counts counts = counts_of(585, 0, 67, 181);
    EXPECT_EQ(counts.total(), 833);
    EXPECT_EQ(rates_of(counts).overdue, (rate{181, 766}));
}

TEST(TaskClass, HasNoRateWithoutCases) {
    EXPECT_EQ(hundredths_of_percent(rate{0, 0}, rounding::half_up), -1);
    EXPECT_TRUE((rate{4, 4}.for_reference_only()));
    EXPECT_FALSE((rate{5, 5}.for_reference_only()));
}

TEST(TaskClass, AStandingTaskIsInNoRate) {
    class_counts c = counts_of(3, 0, 0, 0);
    c.add(task_class::standing);
    EXPECT_EQ(rates_of(c).completion_all, (rate{3, 3}));
    EXPECT_EQ(c.total(), 4);
}

TEST(TaskClass, PercentagesHoldAtTheLimitsOfTheFields) {
    constexpr std::int64_t most = 1'000'000'000'000'000;
    EXPECT_EQ(hundredths_of_percent({most, most}, rounding::half_up), 10'000);
    EXPECT_EQ(hundredths_of_percent({502'000'000'000'000, 500'000'000'000'000}, rounding::half_up),
              10'040);
    EXPECT_EQ(hundredths_of_percent({most - 1, most}, rounding::half_up), 10'000);
    EXPECT_EQ(hundredths_of_percent({most - 1, most}, rounding::truncated), 9'999);
    EXPECT_EQ(hundredths_of_percent({-1, 5}, rounding::half_up), -1);
    EXPECT_EQ(hundredths_of_percent({most, 1}, rounding::half_up), -1) << "beyond what can be told";
}

}  // namespace
}  // namespace mandate
