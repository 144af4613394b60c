#include "mandate/base/civil_day.hpp"

#include "base/error_check.hpp"
#include "base/random_numbers.hpp"

#include <boost/date_time/gregorian/greg_date.hpp>
#include <gtest/gtest.h>

#include <limits>
#include <type_traits>

namespace mandate {
namespace {

using std::chrono::year;

static_assert(sizeof(civil_day) == 4 && std::is_trivially_copyable_v<civil_day>);
static_assert(!std::is_convertible_v<int, civil_day>, "a number is not a day");
static_assert(!std::is_convertible_v<civil_day, int>, "a day is not a number");
static_assert(civil_day{}.year() == 1970 && civil_day{year{2024} / 4 / 25}.weekday() == 4);

TEST(CivilDay, AgreesWithBoostOnEveryDayCovered) {
    boost::gregorian::date theirs{1900, 1, 1};
    for (civil_day ours = first_day; ours <= last_day; ours = ours + 1) {
        ASSERT_EQ(ours.to_gregorian(), theirs) << to_text(ours);
        ASSERT_EQ(civil_day{theirs}, ours) << to_text(ours);
        ASSERT_EQ(ours.weekday() % 7, static_cast<unsigned>(theirs.day_of_week())) << to_text(ours);
        theirs += boost::gregorian::date_duration{1};
    }
}

TEST(CivilDay, AsTextAndBackIsTheSameDay) {
    for (civil_day day = first_day; day <= last_day; day = day + 1)
        ASSERT_EQ(parse_day(to_text(day)), day);
    EXPECT_EQ(to_text(civil_day{year{2045} / 12 / 31}), "2045-12-31");
    EXPECT_EQ(to_text(first_day), "1900-01-01");
}

TEST(CivilDay, RefusesWhatIsNoDay) {
    const struct {
        const char* text;
        errc code;
        const char* why;
    } cases[] = {
        {"2024-02-30", errc::out_of_range, "February is shorter"},
        {"2023-02-29", errc::out_of_range, "no leap year"},
        {"1900-02-29", errc::out_of_range, "a century that is no leap year"},
        {"2024-13-01", errc::out_of_range, "no thirteenth month"},
        {"2024-00-10", errc::out_of_range, "no month zero"},
        {"2024-04-00", errc::out_of_range, "no day zero"},
        {"1899-12-31", errc::out_of_range, "the day before the first one covered"},
        {"2200-01-01", errc::out_of_range, "the day after the last one covered"},
        {"0000-01-01", errc::out_of_range, "the year zero"},
        {"", errc::malformed, "nothing"},
        {"2024-4-25", errc::malformed, "one digit for the month"},
        {"2024/04/25", errc::malformed, "another separator"},
        {"25-04-2024", errc::malformed, "another order"},
        {"2024-04-25 ", errc::malformed, "something after it"},
        {" 2024-04-25", errc::malformed, "something before it"},
        {"+024-04-25", errc::malformed, "a sign is no digit"},
        {"10000-01-01", errc::malformed, "five digits for the year"},
        {"2024-04-2\xEF\xBC\x95", errc::malformed, "a full-width digit"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.why);
        expect_error(c.code, '"' + std::string{c.text} + '"', [&] { parse_day(c.text); });
    }
    expect_error(errc::malformed, "\"20 24\"", [] { parse_day("20\n24"); });
}

TEST(CivilDay, RefusesASpecialDateOfBoost) {
    for (const auto special : {boost::gregorian::not_a_date_time, boost::gregorian::pos_infin,
                               boost::gregorian::neg_infin})
        expect_error(errc::out_of_range, "special",
                     [&] { civil_day{boost::gregorian::date{special}}; });
}

TEST(CivilDay, OutsideWhatIsCoveredItCannotBeConverted) {
    for (const civil_day day :
         {first_day - 1, last_day + 1, civil_day{std::numeric_limits<std::int32_t>::max()},
          civil_day{std::numeric_limits<std::int32_t>::min()}}) {
        expect_error(errc::out_of_range, "1900-01-01 to 2199-12-31", [&] { day.to_gregorian(); });
        expect_error(errc::out_of_range, "the due day",
                     [&] { require_covered(day, "the due day"); });
    }
    EXPECT_NO_THROW(require_covered(first_day, ""));
    EXPECT_NO_THROW(require_covered(last_day, ""));
}

TEST(Instant, BelongsToTheDayOfItsOffset) {
    const struct {
        const char* instant;
        int offset;
        const char* day;
        const char* why;
    } cases[] = {
        {"2024-04-24T17:00:00Z", 420, "2024-04-25", "midnight in Hanoi"},
        {"2024-04-24T16:59:59.999999Z", 420, "2024-04-24", "a microsecond earlier"},
        {"2024-04-24T17:00:00Z", 0, "2024-04-24", "the same instant in UTC"},
        {"1969-12-31T23:59:59.5Z", 0, "1969-12-31", "before 1970 the division rounds down"},
        {"1970-01-01T02:00:00Z", -180, "1969-12-31", "a negative offset"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.why);
        EXPECT_EQ(day_of(parse_instant(c.instant, 0), c.offset), parse_day(c.day));
    }
    EXPECT_LT(day_of(std::numeric_limits<std::int64_t>::min(), -720), first_day) << "no overflow";
    EXPECT_GT(day_of(std::numeric_limits<std::int64_t>::max(), 840), last_day) << "no overflow";
}

TEST(Instant, ReadsTheFormsOfIso8601) {
    const std::int64_t noon = 1'714'021'200'000'000;  // date -u -d 2024-04-25T05:00Z +%s
    const struct {
        const char* text;
        std::int64_t instant;
        const char* why;
    } cases[] = {
        {"2024-04-25T12:00:00+07:00", noon, "with an offset"},
        {"2024-04-25T05:00:00Z", noon, "in UTC"},
        {"2024-04-24T23:30:00-05:30", noon, "an offset west of Greenwich"},
        {"2024-04-25T12:00:00.000001+07:00", noon + 1, "with microseconds"},
        {"2024-04-25T12:00:00.5+07:00", noon + 500'000, "with tenths"},
        {"2024-04-25T12:00:00.1234567899+07:00", noon + 123'456, "finer than we keep"},
        {"2024-04-25", noon + 43'200'000'000 - 1, "a day stands for its last microsecond"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.why);
        EXPECT_EQ(parse_instant(c.text, 420), c.instant);
    }
}

TEST(Instant, RefusesOtherForms) {
    for (const char* text :
         {"", "2024-04-25T", "2024-04-25T12:00", "2024-04-25T12:00:00", "2024-04-25 12:00:00Z",
          "2024-04-25T12:00:00.Z", "2024-04-25T12:00:00+07", "2024-04-25T12:00:00+0700",
          "2024-04-25T12:00:00Zulu", "now"})
        expect_error(errc::malformed, '"' + std::string{text} + '"',
                     [&] { parse_instant(text, 420); });
    for (const char* text :
         {"2024-02-30T12:00:00Z", "2024-02-30", "2024-04-25T24:00:00Z", "2024-04-25T23:60:00Z",
          "2024-04-25T23:59:60Z", "2200-01-01T00:00:00Z", "2024-04-25T12:00:00+15:00",
          "2024-04-25T12:00:00-12:30", "2024-04-25T12:00:00+07:60"})
        expect_error(errc::out_of_range, '"' + std::string{text} + '"',
                     [&] { parse_instant(text, 420); });
}

TEST(Instant, AsTextAndBackIsTheSameInstant) {
    EXPECT_EQ(instant_text(1'714'021'200'000'000, 420), "2024-04-25T12:00:00+07:00");
    EXPECT_EQ(instant_text(1'714'021'200'000'000, -330), "2024-04-24T23:30:00-05:30");
    EXPECT_EQ(instant_text(-1, 0), "1969-12-31T23:59:59.999999+00:00");
    EXPECT_EQ(instant_text(500'000, 0), "1970-01-01T00:00:00.500000+00:00");
    random_numbers random{42};
    for (int i = 0; i < 10'000; ++i) {
        const std::int64_t instant =
            std::int64_t{random.between(-2'000'000'000, 2'000'000'000)} * 1'000'000 +
            (i % 2 == 0 ? 0 : random.between(0, 999'999));
        const int offset = random.between(-720, 840);
        ASSERT_EQ(parse_instant(instant_text(instant, offset), 0), instant);
    }
}

}  // namespace
}  // namespace mandate
