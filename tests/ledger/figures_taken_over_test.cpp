// Figures of an indicator, where an agency that has some of its own takes a target over.

#include "base/random_numbers.hpp"
#include "record_test.hpp"

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace mandate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using tests::told;

class FigureTakenOver : public tests::record_test {
protected:
    void SetUp() override {
        begin();
        say("2024-01-03 add_indicator indicator=I name_vi=i unit=x threshold=80\n"
            "2024-01-03 set_target indicator=I agency=A period=2024 target_low=100");
    }
    void begin() {
        record_ = ledger::in_memory();
        record_test::SetUp();
        say("2023-01-01 add_agency agency=C name_vi=x\n2023-01-01 add_agency agency=D name_vi=x");
    }
    void report(const char* day, const char* agency, const char* span, int value) {
        say(std::string{day} + " observe_indicator indicator=I agency=" + agency +
            " period=" + span + " value=" + std::to_string(value));
    }
    void hand_over(const char* day = "2024-03-05") {
        say(std::string{day} + " hand_over agency=A into=C indicator=I period=2024");
    }
    std::vector<std::string> contradictions() {
        std::vector<std::string> all;
        for (const finding& f :
             record_->review({parse_day("2024-06-30"), {}, {}}, parse_period("2024-Q1")).findings)
            if (f.key.starts_with("indicator.") && f.key.find("differ") != std::string::npos)
                all.push_back(f.text);
        return all;
    }
    // Target and value of the agency.
    std::vector<std::string> figures(const char* span, const char* agency = "C",
                                     const char* day = "2024-12-31") {
        return told(*record_, day, std::string{"indicators agency="} + agency + " period=" + span,
                    "target_low value");
    }
};

TEST_F(FigureTakenOver, WhatTheTakerReportedForItselfStandsBesideIt) {
    report("2024-02-28", "A", "2024-01", 10);
    report("2024-02-28", "A", "2024-02", 10);
    report("2024-02-28", "C", "2024-01", 5);
    hand_over();
    EXPECT_THAT(figures("2024-01"), ElementsAre("- | 15"));
    EXPECT_THAT(figures("2024-02"), ElementsAre("- | 10"));
    EXPECT_THAT(figures("2024"), ElementsAre("100 | 25"));
    EXPECT_THAT(figures("2024-01", "C", "2024-03-04"), ElementsAre("- | 5"));
    EXPECT_THAT(figures("2024-01", "A", "2024-03-04"), ElementsAre("- | 10"));
    report("2024-04-01", "C", "2024-03", 7);
    report("2024-04-01", "C", "2024-01", 16);
    EXPECT_THAT(figures("2024-01"), ElementsAre("- | 16")) << "the joint one in place of both";
    EXPECT_THAT(figures("2024"), ElementsAre("100 | 33"));
}

TEST_F(FigureTakenOver, WhatOneReportedForTheQuarterAndTheOtherByMonthsIsAdded) {
    report("2024-02-28", "A", "2024-Q1", 20);
    report("2024-02-28", "C", "2024-01", 5);
    hand_over();
    report("2024-04-20", "C", "2024-Q2", 9);
    EXPECT_THAT(figures("2024-Q1"), ElementsAre("- | 25"));
    EXPECT_THAT(figures("2024"), ElementsAre("100 | 34"));
}

TEST_F(FigureTakenOver, ATargetOfItsOwnFromBeforeIsAddedToOneFromAfterIsTheJointOne) {
    say("2024-01-03 set_target indicator=I agency=C period=2024 target_low=50");
    hand_over();
    EXPECT_THAT(figures("2024"), ElementsAre("150 | -"));
    say("2024-03-10 set_target indicator=I agency=C period=2024 target_low=120");
    EXPECT_THAT(figures("2024"), ElementsAre("120 | -"));
    say("2024-05-01 hand_over agency=C into=D indicator=I period=2024");
    EXPECT_THAT(figures("2024", "D"), ElementsAre("120 | -"))
        << "what the joint one has replaced is not added to it again";
}

TEST_F(FigureTakenOver, WhereTheTakerOwedAFigureOfItsOwnTheSumWaitsForIt) {
    say("2024-01-03 set_target indicator=I agency=C period=2024 target_low=50");
    report("2024-02-28", "A", "2024-01", 10);
    hand_over();
    EXPECT_THAT(figures("2024-01"), ElementsAre("- | -"));
    report("2024-02-28", "C", "2024-01", 5);
    EXPECT_THAT(figures("2024-01"), ElementsAre("- | 15"));
}

TEST_F(FigureTakenOver, OfAPointNothingIsAdded) {
    say("2024-01-03 add_indicator indicator=P name_vi=i unit=x measure=point\n"
        "2024-01-03 set_target indicator=P agency=A period=2024 target_low=100\n"
        "2024-02-28 observe_indicator indicator=P agency=A period=2024-01 value=40\n"
        "2024-02-28 observe_indicator indicator=P agency=C period=2024-01 value=30\n"
        "2024-03-05 hand_over agency=A into=C indicator=P period=2024");
    const auto january = [&] {
        return told(*record_, "2024-12-31", "indicators indicator=P agency=C period=2024-01",
                    "value");
    };
    EXPECT_THAT(january(), ElementsAre("-"));
    say("2024-03-10 observe_indicator indicator=P agency=C period=2024-01 value=36");
    EXPECT_THAT(january(), ElementsAre("36"));
}

TEST_F(FigureTakenOver, WhatComesBackIsToldByWhoHasItAgain) {
    report("2024-02-01", "A", "2024-01", 1);
    hand_over("2024-02-05");
    say("2024-02-20 hand_over agency=C into=A indicator=I period=2024");
    report("2024-03-01", "A", "2024-02", 2);
    report("2024-04-01", "A", "2024-03", 3);
    say("2024-04-02 set_target indicator=I agency=A period=2024 target_low=10\n"
        "2024-04-02 set_base indicator=I agency=A period=2024 value=100");
    EXPECT_THAT(figures("2024", "A"), ElementsAre("10 | 6"));
    EXPECT_THAT(figures("2024-02", "A"), ElementsAre("- | 2"));
    EXPECT_THAT(told(*record_, "2024-12-31", "indicators agency=A period=2024", "base"),
                ElementsAre("100"));
}

// Each figure counts with the target that it is judged by.
TEST_F(FigureTakenOver, WhoHandsOverTheYearKeepsTheQuarterAndTheOtherWayRound) {
    const auto begin_both = [&](const char* handed) {
        SetUp();
        for (const char* agency : {"A", "C"}) {
            for (const char* target : {"2024 target_low=100", "2024-Q1 target_low=10"})
                say(std::string{"2024-01-04 set_target indicator=I agency="} + agency +
                    " period=" + target);
            say(std::string{"2024-01-04 set_base indicator=I period=2024 value=100 agency="} +
                agency);
            report("2024-04-01", agency, "2024-Q1", 8);
        }
        say(std::string{"2024-04-10 hand_over agency=A into=C indicator=I period="} + handed);
    };
    const auto quarter = [&](const char* agency) {
        return told(*record_, "2024-06-30",
                    std::string{"indicators period=2024-Q1 agency="} + agency,
                    "target_low value percent_of_target percent_of_base below");
    };
    begin_both("2024");
    EXPECT_THAT(quarter("A"), ElementsAre("10 | 8 | 8000 | 800 | 0"));
    EXPECT_THAT(quarter("C"), ElementsAre("10 | 8 | 8000 | 800 | 0"));
    EXPECT_THAT(figures("2024"), ElementsAre("200 | 16"));
    EXPECT_THAT(figures("2024", "A"), ElementsAre("- | -"));
    begin_both("2024-Q1");
    EXPECT_THAT(quarter("A"), ElementsAre("- | - | 3200 | - | 1")) << "by what it has of the year";
    EXPECT_THAT(quarter("C"), ElementsAre("20 | 16 | 8000 | 800 | 0"));
    EXPECT_THAT(figures("2024"), ElementsAre("100 | 8"));
    EXPECT_THAT(figures("2024", "A"), ElementsAre("100 | 8"));
}

TEST_F(FigureTakenOver, NoShareIsToldOfMoreThanTheTargetAndTheBaseAreOf) {
    say("2024-01-04 set_base indicator=I agency=C period=2024 value=50");
    report("2024-04-01", "A", "2024-Q1", 30);
    report("2024-04-01", "C", "2024-Q1", 20);
    hand_over("2024-04-10");
    const auto shares = [&] {
        return told(*record_, "2024-06-30", "indicators agency=C period=2024-Q1",
                    "value percent_of_target percent_of_base below");
    };
    EXPECT_THAT(shares(), ElementsAre("50 | - | - | -")) << "the target was of A, the base of C";
    report("2024-04-15", "C", "2024-Q1", 50);
    EXPECT_THAT(shares(), ElementsAre("50 | 20000 | - | 0")) << "it says so of both";
    say("2024-04-16 set_base indicator=I agency=C period=2024 value=100");
    EXPECT_THAT(shares(), ElementsAre("50 | 20000 | 5000 | 0"));
}

TEST_F(FigureTakenOver, WhatIsSetForAnAgencyAfterItHandedOverIsItsOwn) {
    say("2024-01-03 set_target indicator=I agency=C period=2024 target_low=40");
    hand_over("2024-04-10");
    say("2024-06-01 set_target indicator=I agency=A period=2024 target_low=5");
    report("2024-06-20", "A", "2024-06", 1);
    EXPECT_THAT(figures("2024"), ElementsAre("140 | -"));
    EXPECT_THAT(figures("2024", "A"), ElementsAre("5 | 1"));
    EXPECT_EQ(objection("2024-06-02 hand_over agency=A into=D indicator=I period=2024"), "");
}

TEST_F(FigureTakenOver, APrintedShareIsHeldAgainstTheTakersOwnFigureAlone) {
    for (const char* agency : {"A", "C"})
        say(std::string{"2024-01-03 set_target indicator=I period=2024-Q1 target_low=10 agency="} +
            agency);
    for (const char* month : {"2024-01", "2024-02", "2024-03"}) report("2024-04-01", "A", month, 3);
    say("2024-04-01 observe_indicator indicator=I agency=C period=2024-Q1 value=8 "
        "stated_percent=8000\n"
        "2024-04-10 hand_over agency=A into=C indicator=I period=2024-Q1");
    EXPECT_THAT(figures("2024-Q1"), ElementsAre("20 | 17"));
    EXPECT_THAT(contradictions(), IsEmpty());
}

TEST_F(FigureTakenOver, LastYearIsComparedOfTheSameAgencies) {
    for (const auto& [span, a, c] : {std::tuple{"2023-Q1", 30, 10}, {"2024-Q1", 29, 9}}) {
        report("2024-04-01", "A", span, a);
        report("2024-04-01", "C", span, c);
    }
    hand_over("2024-04-10");
    const auto compared = [&](const char* span) {
        return told(*record_, "2024-12-31", std::string{"indicators agency=C period="} + span,
                    "value year_before");
    };
    EXPECT_THAT(compared("2024-Q1"), ElementsAre("38 | 40"));
    EXPECT_THAT(compared("2023-Q1"), ElementsAre("10 | -"));
}

// The figure of the whole holds that of its part.
TEST_F(FigureTakenOver, APartIsNotAddedToTheWholeThatTakesItOver) {
    say("2023-01-01 add_agency agency=P name_vi=x");
    for (const char* part : {"A", "B", "C"}) {
        say(std::string{"2024-01-03 move_agency parent=P agency="} + part +
            "\n2024-01-03 set_target indicator=I period=2024-Q1 target_low=10 agency=" + part);
        report("2024-04-01", part, "2024-Q1", 4);
    }
    say("2024-01-03 set_target indicator=I agency=P period=2024-Q1 target_low=30");
    report("2024-04-01", "P", "2024-Q1", 12);
    say("2024-04-05 dissolve_agency agency=A reason=x\n"
        "2024-04-10 hand_over agency=A into=P indicator=I period=2024-Q1");
    EXPECT_THAT(figures("2024-Q1", "P"), ElementsAre("30 | 12"));
    EXPECT_THAT(contradictions(), IsEmpty()) << "with what P took over its parts add up";
}

TEST_F(FigureTakenOver, TheMonthsOfOneDoNotContradictTheQuarterOfTwo) {
    say("2024-01-03 set_target indicator=I agency=A period=2024-Q1 target_low=10");
    for (const char* month : {"2024-01", "2024-02", "2024-03"}) report("2024-04-01", "A", month, 3);
    report("2024-04-01", "C", "2024-Q1", 8);
    say("2024-04-10 hand_over agency=A into=C indicator=I period=2024-Q1");
    EXPECT_THAT(contradictions(), IsEmpty());
    EXPECT_THAT(figures("2024-Q1"), ElementsAre("10 | 17"));
    EXPECT_THAT(figures("2024-02"), ElementsAre("- | -")) << "of C no month is known";
    report("2024-04-20", "A", "2024-Q1", 10);
    EXPECT_THAT(contradictions(), IsEmpty()) << "8 of C came by no months";
}

// A slow twin, of one month: each agency has parts, each of which a figure is known of or awaited;
// a hand-over moves them, and what a taker says makes one part of all it has.
TEST_F(FigureTakenOver, RandomHistoriesAreAsTheyWouldBeAddedUpDayByDay) {
    const std::vector<std::string> agencies{"A", "B", "C", "D", "X"};
    int sums = 0, awaited = 0, joint = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        random_numbers draw{seed};
        begin();
        say("2024-01-03 add_indicator indicator=I name_vi=i unit=x");
        struct holder {
            std::vector<std::optional<int>> parts;
            bool has_target = false, has_taken = false, has_given = false;
        };
        std::map<std::string, holder> all;
        for (const std::string& one : agencies) {
            if (draw.between(0, 2) == 0) continue;
            say("2024-01-03 set_target indicator=I period=2024 target_low=10 agency=" + one);
            all[one] = {{std::nullopt}, true};
        }
        for (int day = 10; day < 24; ++day) {
            const int from = draw.between(0, 4);
            const std::string& one = agencies[static_cast<std::size_t>(from)];
            holder& its = all[one];
            if (its.has_given) continue;
            const std::string on = "2024-02-" + std::to_string(day);
            if (draw.between(0, 1) == 0) {
                if (its.has_taken) its.parts.clear(), ++joint;
                if (its.parts.empty()) its.parts.emplace_back();
                its.parts.front() = draw.between(1, 99);
                report(on.c_str(), one.c_str(), "2024-01", *its.parts.front());
            } else if (its.has_target && from < 4) {
                const std::string& to =
                    agencies[static_cast<std::size_t>(draw.between(from + 1, 4))];
                if (all[to].has_given) continue;
                say(on + " hand_over indicator=I period=2024 agency=" + one + " into=" + to);
                all[to].parts.insert(all[to].parts.end(), its.parts.begin(), its.parts.end());
                all[to].has_target = all[to].has_taken = its.has_given = true;
                its.parts.clear();
            }
        }
        for (const std::string& one : agencies) {
            const std::vector<std::optional<int>>& parts = all[one].parts;
            int sum = 0, unknown = 0;
            for (const auto& part : parts) sum += part.value_or(0), unknown += part ? 0 : 1;
            const bool told = !parts.empty() && unknown == 0;
            sums += told && parts.size() > 1 ? 1 : 0;
            awaited += unknown != 0 && parts.size() > 1 ? 1 : 0;
            const auto lines = tests::told(*record_, "2024-12-31",
                                           "indicators period=2024-01 agency=" + one, "value");
            EXPECT_EQ(lines.empty() ? "-" : lines[0], told ? std::to_string(sum) : "-")
                << "seed " << seed << ", agency " << one;
        }
    }
    EXPECT_GT(sums, 50);
    EXPECT_GT(awaited, 50);
    EXPECT_GT(joint, 50);
}

}  // namespace
}  // namespace mandate
