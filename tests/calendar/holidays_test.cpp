#include "mandate/calendar/holidays.hpp"

#include "base/error_check.hpp"
#include "base/random_numbers.hpp"
#include "mandate/calendar/work_calendar.hpp"
#include "mandate/calendar/year_count.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace mandate {
namespace {

civil_day on(const char* day) { return parse_day(day); }

std::string added(const work_calendar& c, const char* from, int n) {
    return to_text(c.add(on(from), n));
}

// The weekdays off of a year, as "01-01 02-08 ...", and the days of rest that are worked, with +.
std::string differences(const work_calendar& c, int year) {
    std::string all;
    for (const special_day& s : c.special_days(year))
        if (s.works == (s.day.weekday() > 5))
            all += (all.empty() ? "" : " ") + std::string{s.works ? "+" : ""} +
                   to_text(s.day).substr(5);
    return all;
}

TEST(Holidays, OfTheKnownYearsAreThoseThatWereOff) {
    const work_calendar c{viet_nam_calendar()};
    const struct {
        int year;
        const char* days;
    } cases[] = {
        {2010, "01-01 02-15 02-16 02-17 02-18 02-19 +02-27 04-23 04-30 05-03 09-02"},
        {2011, "01-03 02-02 02-03 02-04 02-07 04-12 05-02 05-03 09-02"},
        {2012, "01-02 01-23 01-24 01-25 01-26 01-27 +02-04 04-02 04-30 05-01 09-03"},
        {2013, "01-01 02-11 02-12 02-13 02-14 02-15 04-19 04-29 04-30 05-01 +05-04 09-02"},
        {2014,
         "01-01 01-29 01-30 01-31 02-03 02-04 04-09 +04-26 04-30 05-01 05-02 09-01 09-02 "
         "+09-06 +12-27"},
        {2015,
         "01-01 01-02 +02-14 02-16 02-17 02-18 02-19 02-20 02-23 +04-25 04-28 04-29 04-30 "
         "05-01 09-02"},
        {2016, "01-01 02-08 02-09 02-10 02-11 02-12 04-18 05-02 05-03 09-02"},
        {2017, "01-02 01-26 01-27 01-30 01-31 02-01 04-06 05-01 05-02 09-04"},
        {2018, "01-01 02-14 02-15 02-16 02-19 02-20 04-25 04-30 05-01 09-03 12-31"},
        {2019, "01-01 +01-05 02-04 02-05 02-06 02-07 02-08 04-15 04-29 04-30 05-01 +05-04 09-02"},
        {2020, "01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02"},
        {2021, "01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03"},
        {2022, "01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02"},
        {2023, "01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04"},
        {2024, "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 +05-04 09-02 09-03"},
        {2025, "01-01 01-27 01-28 01-29 01-30 01-31 04-07 +04-26 04-30 05-01 05-02 09-01 09-02"},
    };
    for (const auto& y : cases) {
        EXPECT_EQ(differences(c, y.year), y.days) << y.year;
        EXPECT_FALSE(c.is_provisional(civil_day{std::chrono::year{y.year} / 12 / 31})) << y.year;
    }
}

TEST(Holidays, BeginWithTheYearOfTheirRule) {
    const auto named = [](int year, holiday which) {
        int n = 0;
        for (const public_holiday& h : public_holidays(year, monday_to_friday))
            n += h.which == which && !h.instead_of ? 1 : 0;
        return n;
    };
    EXPECT_EQ(named(1975, holiday::reunification), 0);
    EXPECT_EQ(named(1976, holiday::reunification), 1);
    EXPECT_EQ(named(2006, holiday::hung_kings), 0);
    EXPECT_EQ(named(2007, holiday::hung_kings), 1);
    EXPECT_EQ(named(2012, holiday::tet), 4);
    EXPECT_EQ(named(2013, holiday::tet), 5);
    EXPECT_EQ(named(2020, holiday::national_day), 1);
    EXPECT_EQ(named(2021, holiday::national_day), 2);
    const auto instead = [](int year) {
        int n = 0;
        for (const public_holiday& h : public_holidays(year, monday_to_friday))
            n += h.instead_of ? 1 : 0;
        return n;
    };
    EXPECT_EQ(instead(1994), 0) << "New Year 1994 was a Saturday and is not replaced";
    EXPECT_GT(instead(1995), 0) << "New Year 1995, a Sunday, is";
}

TEST(Holidays, AreReplacedOnceEachByTheNextWorkingDay) {
    const work_calendar c{viet_nam_calendar()};
    std::map<std::string, std::string> instead;
    for (const special_day& s : c.special_days(2023))
        if (s.rest && s.rest->instead_of) instead[to_text(s.day)] = to_text(*s.rest->instead_of);
    EXPECT_EQ(instead["2023-05-02"], "2023-04-29") << "Hung Kings, over 30 April and 1 May";
    EXPECT_EQ(instead["2023-05-03"], "2023-04-30");
    // Every year, any week: as many replacements as days of rest with a holiday, all working days.
    for (int year = 1995; year <= 2199; ++year)
        for (const unsigned weekdays : {0b0011111U, 0b0111111U, 0b1010101U, 0b1000000U}) {
            std::set<civil_day> rest, replaced, replacing;
            for (const public_holiday& h :
                 public_holidays(year, static_cast<std::uint8_t>(weekdays))) {
                const bool works = (weekdays >> (h.day.weekday() - 1) & 1U) != 0;
                if (h.instead_of) {
                    ASSERT_TRUE(works) << to_text(h.day);
                    ASSERT_TRUE(replacing.insert(h.day).second) << to_text(h.day);
                    ASSERT_TRUE(replaced.insert(*h.instead_of).second) << to_text(h.day);
                    ASSERT_GT(h.day, *h.instead_of);
                } else if (!works) {
                    rest.insert(h.day);
                }
            }
            ASSERT_EQ(rest, replaced) << year;
        }
}

TEST(Holidays, GiveTheGoldenDays) {
    const work_calendar c{viet_nam_calendar()};
    EXPECT_EQ(added(c, "2024-04-25", 3), "2024-05-03");
    EXPECT_EQ(added(c, "2024-04-25", 5), "2024-05-06");
    EXPECT_EQ(added(c, "2024-02-07", 1), "2024-02-15");
    EXPECT_EQ(added(c, "2023-04-28", 1), "2023-05-04");
    EXPECT_EQ(c.count(on("2024-03-31"), on("2024-06-30")), 62);
    EXPECT_EQ(c.count(on("2024-04-25"), on("2024-06-30")), 44);
    const int quarters[][5] = {{2020, 59, 62, 65, 66}, {2021, 58, 62, 64, 66},
                               {2022, 58, 62, 64, 65}, {2023, 59, 62, 63, 65},
                               {2024, 59, 62, 64, 66}, {2025, 58, 62, 64, 66},
                               {2026, 58, 62, 64, 66}};
    for (const auto& q : quarters) {
        const year_count counted = working_days_of(c, q[0]);
        EXPECT_EQ(counted.quarters, (std::array{q[1], q[2], q[3], q[4]})) << q[0];
    }
}

// The swap of 29 April for 4 May 2024 was announced on 12 April (letter 2450/VPCP-KGVX).
TEST(Holidays, AsKnownBeforeTheSwapWasAnnouncedAreOthers) {
    calendar_definition d = viet_nam_calendar();
    d.known_on = on("2024-03-31");
    const work_calendar before{d};
    EXPECT_EQ(added(before, "2024-04-25", 3), "2024-05-02") << "29 April is still a working day";
    EXPECT_EQ(added(before, "2024-04-25", 5), "2024-05-06") << "4 May is not, so one day less each";
    EXPECT_FALSE(before.works(on("2024-05-04")));
    EXPECT_EQ(before.count(on("2024-03-31"), on("2024-06-30")), 62);
    d.known_on = on("2024-04-11");
    EXPECT_TRUE(work_calendar{d}.works(on("2024-04-29"))) << "the evening before";
    d.known_on = on("2024-04-12");
    EXPECT_FALSE(work_calendar{d}.works(on("2024-04-29"))) << "from the end of that day on";
}

TEST(Holidays, BeyondTheKnownYearsAreProvisional) {
    const work_calendar c{viet_nam_calendar()};
    EXPECT_TRUE(c.is_provisional(on("2009-12-31")));
    EXPECT_FALSE(c.is_provisional(on("2010-01-01")));
    EXPECT_FALSE(c.is_provisional(on("2025-12-31")));
    EXPECT_TRUE(c.is_provisional(on("2026-01-01")));
    EXPECT_FALSE(work_calendar{}.is_provisional(on("2026-01-01"))) << "nothing by rule";
}

TEST(Holidays, OfALaterYearCanBeChosenByTheHost) {
    calendar_definition d = viet_nam_calendar();
    d.history.choices.push_back({2028, tet_window::two_before, {}, "", {}});
    d.history.choices.push_back({2009, {}, {}, "", {}});
    d.history.choices.push_back(
        {2026, tet_window::two_before, national_day_side::after, "", on("2025-11-20")});
    const work_calendar c{d};
    EXPECT_FALSE(c.is_provisional(on("2026-12-31")));
    EXPECT_TRUE(c.is_provisional(on("2027-12-31"))) << "nothing is known of the year in between";
    EXPECT_FALSE(c.is_provisional(on("2028-12-31")));
    EXPECT_FALSE(c.is_provisional(on("2009-12-31")));
    d.known_on = on("2025-11-19");
    EXPECT_TRUE(work_calendar{d}.is_provisional(on("2026-01-01"))) << "not announced by then";
    d.known_on = on("2025-11-20");
    EXPECT_FALSE(work_calendar{d}.is_provisional(on("2026-01-01")));
    EXPECT_EQ(differences(c, 2026),
              "01-01 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 09-02 09-03")
        << "15 February is a Sunday and replaced";

    calendar_definition own;
    own.rules = holiday_rules::viet_nam;
    own.history.choices.push_back({2030, {}, {}, "", {}});
    const work_calendar of_its_own{own};
    EXPECT_TRUE(of_its_own.works(on("2024-04-29"))) << "the history that ships is replaced";
    EXPECT_TRUE(of_its_own.is_provisional(on("2024-04-29")));
    EXPECT_FALSE(of_its_own.is_provisional(on("2030-04-29")));
}

day_exception exception(const char* day, bool worked, const char* agency = "") {
    day_exception e;
    e.day = on(day);
    e.worked = worked;
    e.agency = agency;
    return e;
}

day_exception swap_of(const char* day, bool worked, const char* pair) {
    day_exception e = exception(day, worked);
    e.pair = on(pair);
    return e;
}

std::string keys_of(const work_calendar& c) {
    std::string all;
    for (const finding& f : c.findings()) all += (all.empty() ? "" : " ") + f.key;
    return all;
}

TEST(Exceptions, ASwapWithADayThatIsOffAnywayBindsNobodyAndIsAFinding) {
    calendar_definition d = viet_nam_calendar();
    d.exceptions = {swap_of("2024-05-01", false, "2024-05-11"),
                    swap_of("2024-05-11", true, "2024-05-01")};
    const work_calendar c{d};
    EXPECT_FALSE(c.works(on("2024-05-11"))) << "1 May is a holiday: nobody owes a Saturday for it";
    EXPECT_EQ(keys_of(c), "calendar.idle_swap");
    EXPECT_EQ(year_of(c.findings()[0]), 2024);
    d.weekdays = 0b0111111;
    d.exceptions = {swap_of("2024-06-14", false, "2024-06-15"),
                    swap_of("2024-06-15", true, "2024-06-14")};
    const work_calendar six{d};
    EXPECT_TRUE(six.works(on("2024-06-14"))) << "Saturday is worked anyway";
    EXPECT_EQ(keys_of(six), "calendar.idle_swap");
    d.agency = "A";
    EXPECT_EQ(keys_of(work_calendar{d}), "")
        << "recorded for all: one office may have its own week";
}

TEST(Exceptions, ADaySwappedWithTwoOthersIsAFinding) {
    calendar_definition d = viet_nam_calendar();
    d.exceptions = {
        swap_of("2024-06-14", false, "2024-06-15"), swap_of("2024-06-15", true, "2024-06-14"),
        swap_of("2024-06-14", false, "2024-06-22"), swap_of("2024-06-22", true, "2024-06-14")};
    EXPECT_EQ(keys_of(work_calendar{d}), "calendar.two_swaps");
}

TEST(Holidays, AYearDecidedInTwoWaysIsAFindingAndTheLaterCounts) {
    calendar_definition d = viet_nam_calendar();
    d.history.choices.push_back({2026, tet_window::one_before, {}, "first", {}});
    d.history.choices.push_back({2026, {}, national_day_side::after, "sides", {}});
    EXPECT_EQ(keys_of(work_calendar{d}), "") << "each says another part";
    d.history.choices.push_back({2026, tet_window::two_before, {}, "second", on("2025-11-20")});
    const work_calendar c{d};
    EXPECT_EQ(keys_of(c), "calendar.two_choices");
    EXPECT_EQ(year_of(c.findings()[0]), 2026);
    for (const special_day& s : c.special_days(2026)) {
        if (!s.rest) continue;
        const std::string by = s.chosen ? s.chosen->decision : "";
        EXPECT_EQ(by, s.rest->which == holiday::tet                                 ? "second"
                      : s.rest->which == holiday::national_day && s.rest->part == 2 ? "sides"
                                                                                    : "")
            << to_text(s.day);
    }
}

TEST(Exceptions, TheLaterOfTwoThatContradictCountsAndIsAFinding) {
    calendar_definition d = viet_nam_calendar();
    d.exceptions = {exception("2024-06-14", false), exception("2024-06-14", true),
                    exception("2024-06-17", false), exception("2024-06-17", false)};
    const work_calendar c{d};
    EXPECT_TRUE(c.works(on("2024-06-14")));
    EXPECT_FALSE(c.works(on("2024-06-17")));
    ASSERT_EQ(c.findings().size(), 1u) << "equal facts are no finding";
    EXPECT_EQ(c.findings()[0].key, "calendar.contradiction");
    EXPECT_EQ(c.findings()[0].text,
              "2024-06-14 is recorded both as off and as worked; the later record counts");
}

TEST(Exceptions, ARecordAgainstTheKnownHistoryCountsAndIsAFinding) {
    calendar_definition d = viet_nam_calendar();
    d.exceptions = {exception("2024-04-29", true), exception("2024-05-04", false)};
    const work_calendar c{d};
    EXPECT_TRUE(c.works(on("2024-04-29")));
    EXPECT_FALSE(c.works(on("2024-05-04")));
    ASSERT_EQ(c.findings().size(), 2u);
    EXPECT_EQ(c.findings()[0].text,
              "2024-04-29 is recorded as worked against the known history; the record counts");
    d.exceptions = {exception("2024-04-29", false), exception("2024-05-04", true)};
    EXPECT_TRUE(work_calendar{d}.findings().empty()) << "the record says the same";
}

TEST(Exceptions, BindTheAgencyTheyName) {
    calendar_definition d = viet_nam_calendar();
    d.exceptions = {exception("2024-06-14", false, "A"), exception("2024-06-17", false),
                    exception("2024-06-17", true, "A"), exception("2024-06-17", false)};
    EXPECT_TRUE(work_calendar{d}.works(on("2024-06-14")));
    EXPECT_FALSE(work_calendar{d}.works(on("2024-06-17")));
    d.agency = "B";
    EXPECT_TRUE(work_calendar{d}.works(on("2024-06-14")));
    d.agency = "A";
    const work_calendar of_a{d};
    EXPECT_FALSE(of_a.works(on("2024-06-14")));
    EXPECT_TRUE(of_a.works(on("2024-06-17"))) << "what binds A alone comes before what binds all";
    EXPECT_TRUE(of_a.findings().empty());
}

TEST(Exceptions, AHalfRecordedSwapIsAFinding) {
    calendar_definition d = viet_nam_calendar();
    day_exception half = exception("2026-08-31", false);
    half.pair = on("2026-08-22");
    half.decision = "1/TB";
    d.exceptions = {half};
    const work_calendar c{d};
    EXPECT_FALSE(c.works(half.day));
    ASSERT_EQ(c.findings().size(), 1u);
    EXPECT_EQ(c.findings()[0].text, "2026-08-31 is swapped with 2026-08-22, which is not worked");
    const auto days = c.special_days(2026);
    const auto found = std::find_if(days.begin(), days.end(),
                                    [&](const special_day& s) { return s.day == half.day; });
    ASSERT_NE(found, days.end());
    EXPECT_EQ(found->declared->decision, "1/TB");
}

TEST(Exceptions, ASwapDoesNotBindAnOfficeThatWorksOnSaturdays) {
    calendar_definition d = viet_nam_calendar();
    d.weekdays = 0b0111111;
    const work_calendar c{d};
    EXPECT_TRUE(c.works(on("2024-04-29"))) << "it works on Saturday 4 May anyway";
    EXPECT_TRUE(c.works(on("2024-05-04")));
}

TEST(Exceptions, OnAnImpossibleDayAreRefusedByName) {
    calendar_definition d = viet_nam_calendar();
    d.exceptions = {exception("2024-06-14", false)};
    d.exceptions[0].pair = d.exceptions[0].day;
    expect_error(errc::out_of_range, "2024-06-14 cannot be swapped with itself",
                 [&] { work_calendar{d}; });
    d.exceptions[0].pair = last_day + 1;
    expect_error(errc::out_of_range, "swapped with", [&] { work_calendar{d}; });
    d.exceptions = {};
    d.history.choices.push_back({2200, {}, {}, "", {}});
    expect_error(errc::out_of_range, "the year 2200", [&] { work_calendar{d}; });
    expect_error(errc::out_of_range, "the year 2200", [] { work_calendar{}.special_days(2200); });
}

// Slow on purpose: each day is asked for itself, in the words of the rules.
bool works_by_asking(const calendar_definition& d, civil_day day) {
    const auto weekday = [&](civil_day of) { return (d.weekdays >> (of.weekday() - 1) & 1) != 0; };
    bool works = weekday(day);
    for (const public_holiday& h : public_holidays(day.year(), d.weekdays))
        if (h.day == day) works = false;
    bool by_agency = false;
    for (const day_exception& e : d.exceptions) {
        if (e.day != day || (!e.agency.empty() && e.agency != d.agency)) continue;
        if (e.agency.empty() && by_agency) continue;
        if (e.announced_on && *e.announced_on > *d.known_on) continue;
        by_agency = by_agency || !e.agency.empty();
        works = e.worked;
    }
    return works;
}

TEST(Exceptions, AgreeWithAskingDayByDay) {
    random_numbers random{7};
    for (int round = 0; round < 30; ++round) {
        calendar_definition d;
        d.rules = holiday_rules::viet_nam;
        d.weekdays = static_cast<std::uint8_t>(random.between(1, 127));
        d.agency = random.between(0, 1) == 0 ? "" : "A";
        const civil_day centre = civil_day{std::chrono::year{random.between(1995, 2195)} / 7 / 1};
        d.known_on = centre;
        for (int n = random.between(0, 80); n > 0; --n) {
            day_exception e;
            e.day = centre + random.between(-60, 60);
            e.worked = random.between(0, 1) == 1;
            if (random.between(0, 2) == 0) e.agency = random.between(0, 1) == 0 ? "A" : "B";
            if (random.between(0, 2) == 0) e.announced_on = centre + random.between(-2, 2);
            d.exceptions.push_back(e);
        }
        const work_calendar c{d};
        for (civil_day day = centre - 80; day < centre + 80; day = day + 1)
            ASSERT_EQ(c.works(day), works_by_asking(d, day)) << to_text(day);
    }
}

}  // namespace
}  // namespace mandate
