// How agencies stand on indicators, what they are judged by, and given numbers that do not fit.

#include "base/random_numbers.hpp"
#include "mandate/report/report.hpp"
#include "record_test.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace mandate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Indicators : public tests::record_test {
protected:
    void observe(const std::string& agency, const std::string& span, int value,
                 const std::string& more = {}) {
        say("2024-04-20 observe_indicator indicator=I agency=" + agency + " period=" + span +
            " value=" + std::to_string(value) + " " + more);
    }
    std::vector<std::string> standings(const std::string& span, std::string_view columns) const {
        return tests::told(*record_, "2024-12-31", "indicator_standings period=" + span, columns);
    }
    std::vector<finding> findings(std::string_view key) const {
        std::vector<finding> all =
            record_->review({parse_day("2024-04-25"), {}, {}}, parse_period("2024-Q1")).findings;
        std::erase_if(all, [&](const finding& f) { return f.key != key; });
        return all;
    }
    // The page without its spaces and lines.
    static std::string words_of(const review& r, language lang) {
        std::string words;
        for (const char c : review_text(r, lang))
            if (c != ' ' && c != '\n') words += c;
        return words;
    }
};

TEST_F(Indicators, WithoutAProfileTheYearIsSharedOutByMonthsAndSaysSo) {
    say("2023-12-01 add_indicator indicator=I name_vi=x unit=u threshold=90\n"
        "2024-01-01 set_target indicator=I agency=A period=2024 target_low=400");
    observe("A", "2024-Q1", 89);
    const auto rows = [&](const char* span) {
        return tests::told(*record_, "2024-12-31", std::string{"indicators period="} + span,
                           "agency expected expected_by percent_of_target below");
    };
    EXPECT_THAT(rows("2024-Q1"), ElementsAre("A | 100 | pro_rata | 8900 | 1"));
    EXPECT_THAT(rows("2024-02"), ElementsAre("A | 67 | pro_rata | - | -")) << "no figure of it";
    // Of the half year one quarter is reported: half of its share was due by then.
    EXPECT_THAT(rows("2024-H1"), ElementsAre("A | 200 | pro_rata | 4450 | 1"));
    observe("A", "2024-Q1", 90);
    EXPECT_THAT(rows("2024-H1"), ElementsAre("A | 200 | pro_rata | 4500 | 0"));
    // Four months of the year, of which three are reported; days that are no months have no share.
    EXPECT_THAT(rows("2024-01-01/2024-04-30"), ElementsAre("A | 134 | pro_rata | 6750 | 0"));
    EXPECT_THAT(rows("2024-01-15/2024-04-20"), ElementsAre("A | - | - | - | -"));
    EXPECT_THAT(rows("2024-10-01/2025-03-31"), ElementsAre("A | - | - | - | -")) << "of two years";
    say("2024-01-01 set_target indicator=I agency=A period=2024-Q1 target_low=80");
    EXPECT_THAT(standings("2024-Q1", "agency judged_by percent_of_target below"),
                ElementsAre("A | target | 11250 | 0"));
}

// The sum of what is there, with what is missing beside it, is one answer: of the questions, the
// section of a review, its findings, the agenda and early warning.
TEST_F(Indicators, AMonthThatIsMissingIsOneAnswerEverywhere) {
    say("2023-12-01 add_indicator indicator=I name_vi=x name_en=x unit=u threshold=80 owner=A\n"
        "2024-01-01 set_target indicator=I agency=A period=2024 target_low=120\n"
        "2024-01-01 set_target indicator=I agency=B period=2024 target_low=120");
    observe("A", "2024-01", 5), observe("A", "2024-02", 5), observe("B", "2024-Q1", 10);
    EXPECT_THAT(standings("2024-Q1", "agency value percent_of_target below"),
                testing::UnorderedElementsAre("A | 10 | 3333 | 1", "B | 10 | 3333 | 1"));
    const review r = record_->review({parse_day("2024-04-25"), {}, {}}, parse_period("2024-Q1"));
    int of_the_period = 0;
    for (const indicator_row& row : r.indicators.at(0).rows) {
        if (row.span != parse_period("2024-Q1")) continue;
        ++of_the_period;
        EXPECT_EQ(row.value, 10) << row.agency.code;
        EXPECT_EQ(row.year_value, 10) << row.agency.code;
        EXPECT_EQ(row.missing, row.agency.code == "A" ? 1 : 0);
        EXPECT_EQ(row.year_missing, row.missing);
        EXPECT_EQ(row.percent_of_target, 33'33);
        EXPECT_EQ(row.below, true);
    }
    EXPECT_EQ(of_the_period, 2);
    const std::vector<finding> below = findings("indicator.below_threshold");
    ASSERT_EQ(below.size(), 1U);
    EXPECT_THAT(below[0].text, testing::HasSubstr("2 agencies are below"));
    EXPECT_THAT(tests::told(*record_, "2024-04-25", "agenda", "matter next"),
                ElementsAre("indicator_below | A B"));
    EXPECT_THAT(words_of(r, language::en), testing::HasSubstr("10(1periodwithoutafigure;"));
}

// What a share is printed beside is what it is a share of, in each language.
TEST_F(Indicators, AShareIsPrintedBesideWhatItIsAShareOf) {
    const auto printed = [&](int target, int value, const std::string& more, language lang) {
        record_ = ledger::in_memory(), SetUp();
        say("2023-12-01 add_indicator indicator=I name_vi=x unit=u " + more +
            "\n2024-01-01 set_target indicator=I agency=A period=2024 target_low=" +
            std::to_string(target));
        observe("A", "2024-Q1", value);
        return words_of(record_->review({parse_day("2024-04-25"), {}, {}}, parse_period("2024-Q1")),
                        lang);
    };
    using testing::HasSubstr;
    const std::string lower = "direction=lower_is_better";
    EXPECT_THAT(printed(3, 1, "", language::en),
                HasSubstr("133.33%oftheyear'stargetbymonths(0.75"));
    EXPECT_THAT(printed(3, 1, lower, language::en), HasSubstr("bymonths(0.75)"));
    EXPECT_THAT(printed(101, 25, "", language::vi), HasSubstr("chiađềutheotháng(25,25)"));
    EXPECT_THAT(printed(101, 25, "", language::tr), HasSubstr("payına(25,25)oranı%99,01"));
    EXPECT_THAT(printed(100, 25, "", language::en),
                HasSubstr("100.00%oftheyear'stargetbymonths(25)"));
    EXPECT_THAT(printed(6, 1, "profile=25,25,25,25", language::en),
                HasSubstr("66.67%ofwhatwasexpectedbynow(1.5)"));
}

// A task is proposed to who alone goes on for the owner; where nobody does, to nobody.
TEST_F(Indicators, ATaskIsProposedToWhoGoesOnForTheOwner) {
    for (const auto& [end, owner] : {std::pair{"2024-04-15 merge_agency agency=A into=X", "X"},
                                     {"2024-04-15 dissolve_agency agency=A reason=x", "-"}}) {
        record_ = ledger::in_memory(), SetUp();
        say("2023-12-01 add_indicator indicator=I name_vi=x unit=u threshold=80 owner=A\n"
            "2024-01-01 set_target indicator=I agency=B period=2024-Q1 target_low=100\n"
            "2024-04-01 observe_indicator indicator=I agency=B period=2024-Q1 value=3");
        const auto proposed = [&](const char* day) {
            return tests::told(*record_, day, "proposals period=2024-Q1", "indicator owner");
        };
        EXPECT_THAT(proposed("2024-04-14"), ElementsAre("I | A"));
        say(end);
        EXPECT_THAT(proposed("2024-04-25"), ElementsAre(std::string{"I | "} + owner));
        ASSERT_EQ(findings("indicator.below_threshold").size(), 1U);
        EXPECT_EQ(testing::Matches(testing::HasSubstr("to agency"))(
                      findings("indicator.below_threshold")[0].text),
                  std::string{owner} == "X");
    }
}

// Figures are asked of what has begun; of a period to come an indicator has targets.
TEST_F(Indicators, OfAPeriodToComeNothingIsProposed) {
    say("2023-12-01 add_indicator indicator=I name_vi=x unit=u threshold=80 owner=A\n"
        "2024-01-01 set_target indicator=I agency=B period=2024-Q3 target_low=100");
    const auto refusal = [&](const std::string& question) {
        try {
            tests::ask(*record_, "2024-04-25", question + " period=2024-Q3");
        } catch (const error& e) {
            return e.code();
        }
        return errc{};
    };
    for (const char* question : {"proposals", "standing_results", "indicator_standings"})
        EXPECT_EQ(refusal(question), errc::out_of_range) << question;
    EXPECT_THAT(tests::told(*record_, "2024-04-25", "indicators period=2024-Q3",
                            "agency target_low value percent_of_target below"),
                ElementsAre("B | 100 | - | - | -"));
}

// A point does not add up, so nothing of it is called what came this year so far, or cumulative.
TEST_F(Indicators, OfAPointTheLatestValueIsSaidToBeOne) {
    say("2023-12-01 add_indicator indicator=P name_vi=x unit=u measure=point\n"
        "2024-01-01 set_target indicator=P agency=A period=2024 target_low=100\n"
        "2024-12-31 observe_indicator indicator=P agency=A period=2024-Q4 value=60");
    const review r = record_->review({parse_day("2025-01-20"), {}, {}}, parse_period("2024-Q4"));
    using testing::HasSubstr;
    using testing::Not;
    const std::string en = words_of(r, language::en), vi = words_of(r, language::vi),
                      tr = words_of(r, language::tr);
    EXPECT_THAT(en, HasSubstr("60(latestvalue60,60.00%ofwhatwasexpectedbynow(100);"));
    EXPECT_THAT(vi, HasSubstr("60(giátrịmớinhất60,bằng60,00%tiếnđộnăm(100);"));
    EXPECT_THAT(tr, HasSubstr("60(sondeğer60,butarihedüşenpaya(100)oranı%60,00;"));
    EXPECT_THAT(en, Not(HasSubstr("thisyearsofar")));
    for (const auto& [lang, latest] : {std::pair{language::en, "latest value 60"},
                                       {language::vi, "giá trị mới nhất 60"},
                                       {language::tr, "son değer 60"}})
        EXPECT_THAT(review_html(r, lang), HasSubstr(std::string{">"} + latest + "</td>"))
            << "among the standings";
    EXPECT_THAT(to_json(r), HasSubstr("\"measure\":\"point\""));
}

// Behind is who has less than was due; a threshold allows for more, and proposes a task.
TEST_F(Indicators, WithoutAThresholdWhatWasDueIsTheBarAndNothingIsProposed) {
    const auto stated = say("2023-12-01 add_indicator indicator=I name_vi=x unit=u owner=A");
    say("2023-12-01 add_indicator indicator=R name_vi=x unit=u direction=lower_is_better\n"
        "2023-12-01 set_target indicator=I agency=A period=2024 target_low=100\n"
        "2023-12-01 set_target indicator=I agency=B period=2024 target_low=100\n"
        "2023-12-01 set_target indicator=I agency=X period=2024 target_low=100\n"
        "2023-12-01 set_target indicator=R agency=A period=2024-Q1 target_low=4 target_high=8\n"
        "2024-04-20 observe_indicator indicator=R agency=A period=2024-Q1 value=9");
    observe("A", "2024-Q1", 25);
    observe("B", "2024-Q1", 24);
    EXPECT_THAT(standings("2024-Q1", "indicator agency below periods_below percent_of_due"),
                ElementsAre("I | A | 0 | 0 | 10000", "I | B | 1 | 1 | 9600", "I | X | - | - | -",
                            "R | A | 1 | 1 | 11250"));
    EXPECT_THAT(
        tests::told(*record_, "2024-04-25", "warnings", "warning code next judged_by"),
        ElementsAre("indicator_below | I | B | pro_rata", "indicator_below | R | A | target"));
    EXPECT_THAT(tests::told(*record_, "2024-04-25", "proposals period=2024-Q1", "indicator"),
                testing::IsEmpty());
    EXPECT_THAT(tests::told(*record_, "2024-04-25", "agenda", "code"), testing::IsEmpty());
    EXPECT_THAT(findings("indicator.below_threshold"), testing::IsEmpty());
    say("2023-12-01 add_indicator indicator=I name_vi=x unit=u owner=A threshold=96 corrects=" +
        std::to_string(stated));
    EXPECT_THAT(standings("2024-Q1", "indicator below"),
                ElementsAre("I | 0", "I | 0", "I | -", "R | 1"));
}

// What came in the first quarter is not lost in the third.
TEST_F(Indicators, AYearsTargetIsJudgedByWhatCameFromTheYearsBeginningOn) {
    const auto judged = [&](const std::string& measure) {
        static int n = 0;
        const std::string code = "N" + std::to_string(++n);
        say("2023-12-01 add_indicator indicator=" + code + " name_vi=x unit=u threshold=90" +
            measure);
        const std::map<std::string, std::vector<int>> values{
            {"A", {60, 40, 0}}, {"B", {0, 0, 30}}, {"X", {70, -1, 40}}, {"OFFICE", {70, 20, -1}}};
        for (const auto& [agency, of_quarters] : values) {
            say("2024-01-01 set_target indicator=" + code + " agency=" + agency +
                " period=2024 target_low=100");
            for (std::size_t q = 0; q < 3; ++q)
                if (of_quarters[q] >= 0)
                    say("2024-10-02 observe_indicator indicator=" + code + " agency=" + agency +
                        " period=2024-Q" + std::to_string(q + 1) +
                        " value=" + std::to_string(of_quarters[q]));
        }
        const std::string on = " indicator=" + code;
        if (!measure.starts_with(" measure=point")) {
            EXPECT_THAT(
                tests::told(*record_, "2024-12-31", "proposals period=2024-Q3" + on, "below"),
                ElementsAre("B"));
        }
        return std::pair{
            tests::told(*record_, "2024-12-31", "indicators period=2024-Q3" + on,
                        "agency value year_value year_missing expected percent_of_target below"),
            tests::told(*record_, "2024-12-31", "indicator_standings period=2024-Q3" + on,
                        "place agency percent_of_due")};
    };
    const auto [by_months, places] = judged("");
    EXPECT_THAT(
        by_months,
        ElementsAre("A | 0 | 100 | 0 | 75 | 13333 | 0", "B | 30 | 30 | 0 | 75 | 4000 | 1",
                    "OFFICE | - | 90 | 1 | 75 | - | -", "X | 40 | 110 | 1 | 75 | 14667 | -"))
        << "with a quarter missing before the last nothing is judged; without the last neither";
    EXPECT_THAT(places,
                ElementsAre("1 | A | 13333", "2 | B | 4000", "- | OFFICE | -", "- | X | -"));
    EXPECT_THAT(judged(" profile=10,20,30,40").first,
                testing::Contains("B | 30 | 30 | 0 | 60 | 5000 | 1"));
    EXPECT_THAT(judged(" measure=point profile=25,25,25,25").first,
                ElementsAre("A | 0 | 0 | 0 | 75 | 0 | 1", testing::_, testing::_, testing::_));
}

// A target of the period itself is judged by its own value, whatever the year says.
TEST_F(Indicators, ATargetOfThePeriodItselfIsJudgedByThePeriod) {
    say("2023-12-01 add_indicator indicator=I name_vi=x unit=u threshold=90\n"
        "2024-01-01 set_target indicator=I agency=A period=2024 target_low=100\n"
        "2024-01-01 set_target indicator=I agency=A period=2024-Q2 target_low=30");
    observe("A", "2024-Q1", 50), observe("A", "2024-Q2", 20);
    EXPECT_THAT(tests::told(*record_, "2024-12-31", "indicators period=2024-Q2",
                            "value target_low year_value expected percent_of_target below"),
                ElementsAre("20 | 30 | 70 | 50 | 6667 | 1"));
    EXPECT_THAT(standings("2024-Q2", "judged_by value year_value expected percent_of_due"),
                ElementsAre("target | 20 | 70 | 50 | 6667"));
}

// The slow twin: quarter by quarter.
TEST_F(Indicators, RandomYearsAreJudgedByAddingUpTheirQuarters) {
    random_numbers random{11};
    int below = 0, above = 0, untold = 0;
    for (int n = 0; n < 60; ++n) {
        const std::string code = "N" + std::to_string(n);
        const bool profiled = random.between(0, 1) == 0;
        const int shares[] = {10, 20, 30, 40}, target = random.between(1, 200);
        say("2023-12-01 add_indicator indicator=" + code + " name_vi=x unit=u threshold=90" +
            (profiled ? " profile=10,20,30,40" : "") + "\n2024-01-01 set_target indicator=" + code +
            " agency=A period=2024 target_low=" + std::to_string(target));
        std::vector<std::optional<int>> values;
        for (int q = 1; q <= 4; ++q) {
            values.push_back(random.between(0, 5) == 0 ? std::nullopt
                                                       : std::optional{random.between(0, 60)});
            if (values.back())
                say("2024-12-31 observe_indicator indicator=" + code + " agency=A period=2024-Q" +
                    std::to_string(q) + " value=" + std::to_string(*values.back()));
        }
        for (int q = 1; q <= 3; ++q) {
            std::string expected = "0";
            int sum = 0, due = 0;  // in percent of the target
            for (int i = 0; i < q; ++i) {
                if (!values[static_cast<std::size_t>(i)]) expected = "-";
                sum += values[static_cast<std::size_t>(i)].value_or(0);
                due += profiled ? shares[i] : 25;
            }
            if (expected != "-" && sum * 100 * 100 < target * due * 90) expected = "1";
            EXPECT_THAT(
                tests::told(*record_, "2024-12-31",
                            "indicators period=2024-Q" + std::to_string(q) + " indicator=" + code,
                            "below"),
                ElementsAre(expected))
                << code << " " << q;
            ++(expected == "-" ? untold : expected == "1" ? below : above);
        }
    }
    EXPECT_GT(std::min({below, above, untold}), 15);
}

TEST_F(Indicators, AShareOfSmallUnitsIsJudgedAsItIsAndShownAsTheNumberThatReachesIt) {
    const auto judged = [&](const std::string& more, int target, int value) {
        static int n = 0;
        const std::string code = "N" + std::to_string(++n);
        say("2023-12-01 add_indicator indicator=" + code + " name_vi=x unit=u threshold=100" +
            more + "\n2024-01-01 set_target indicator=" + code +
            " agency=A period=2024 target_low=" + std::to_string(target) +
            "\n2024-04-20 observe_indicator indicator=" + code +
            " agency=A period=2024-Q1 value=" + std::to_string(value));
        const std::string on = " indicator=" + code;
        const auto figures = tests::told(*record_, "2024-12-31", "indicators period=2024-Q1" + on,
                                         "expected percent_of_target below");
        EXPECT_THAT(
            tests::told(*record_, "2024-12-31", "indicator_standings period=2024-Q1" + on, "below"),
            ElementsAre(figures.at(0).substr(figures.at(0).size() - 1)));
        const bool proposed =
            !tests::told(*record_, "2024-12-31", "proposals period=2024-Q1" + on, "indicator")
                 .empty();
        EXPECT_EQ(proposed, figures.at(0).ends_with("1"));
        return figures.at(0);
    };
    EXPECT_EQ(judged("", 3, 0), "1 | 0 | 1") << "0.75 was to come";
    EXPECT_EQ(judged("", 7, 1), "2 | 5714 | 1") << "1 of 1.75";
    EXPECT_EQ(judged("", 37, 9), "10 | 9730 | 1") << "9 of 9.25";
    EXPECT_EQ(judged("", 37, 10), "10 | 10811 | 0");
    EXPECT_EQ(judged(" profile=15,25,30,30", 10, 1), "2 | 6667 | 1") << "1 of 1.5";
    EXPECT_EQ(judged(" direction=lower_is_better", 7, 2), "1 | 11429 | 1") << "2 of 1.75";
    EXPECT_EQ(judged(" direction=lower_is_better", 7, 1), "1 | 5714 | 0");
    EXPECT_EQ(judged(" direction=lower_is_better", 3, 0), "0 | 0 | 0");
    EXPECT_EQ(judged("", 4'000'000, 999'999), "1000000 | 10000 | 1")
        << "not what the rounded percentage says";
}

// The slow twin: both sides as counts of one unit, found by going through them.
TEST_F(Indicators, RandomSharesAreJudgedAsTheirExactFractions) {
    random_numbers random{7};
    for (int n = 0; n < 60; ++n) {
        const std::string code = "N" + std::to_string(n);
        const int target = random.between(0, 39), value = random.between(0, 13),
                  months = random.between(1, 11);
        const int stated = random.between(0, 3), threshold = stated ? random.between(50, 149) : 100;
        const bool more = random.between(0, 1) == 0, profiled = random.between(0, 1) == 0;
        std::string profile;
        int left = 100, share = 0;  // of the months, in percent
        for (int m = 1; m <= 12; ++m) {
            const int piece = m == 12 ? left : random.between(0, std::min(left, 15));
            profile += (m == 1 ? "" : ",") + std::to_string(piece);
            left -= piece;
            share += m <= months ? piece : 0;
        }
        const std::string last = to_text(period{period_kind::month, 2024, months}.last());
        const std::string span = "2024-01-01/" + last;
        say("2023-12-01 add_indicator indicator=" + code + " name_vi=x unit=u" +
            (stated ? " threshold=" + std::to_string(threshold) : "") +
            (more ? "" : " direction=lower_is_better") + (profiled ? " profile=" + profile : "") +
            "\n2024-01-01 set_target indicator=" + code + " agency=A period=2024 target_low=" +
            std::to_string(target) + "\n2024-12-20 observe_indicator indicator=" + code +
            " agency=A period=" + span + " value=" + std::to_string(value));
        // Due is target * part / whole; a unit is a part of 1 / (100 * whole).
        const std::int64_t part = profiled ? share : months, whole = profiled ? 100 : 12;
        const std::int64_t due = std::int64_t{target} * part * threshold;
        const std::int64_t reached = std::int64_t{value} * whole * 100;
        const bool past = std::int64_t{value} * whole > std::int64_t{target} * part;
        const bool nothing_due = target * part == 0;
        const bool expected = more          ? !nothing_due && reached < due
                              : nothing_due ? value > 0
                                            : past && reached > due;
        EXPECT_THAT(tests::told(*record_, "2024-12-31",
                                "indicators period=" + span + " indicator=" + code, "below"),
                    ElementsAre(expected ? "1" : "0"))
            << target << " " << value << " " << part << "/" << whole << " " << threshold;
        const std::string shown =
            tests::told(*record_, "2024-12-31", "indicators period=" + span + " indicator=" + code,
                        "expected")[0];
        if (stated == 0 && shown != "-") {
            EXPECT_EQ(more ? value < std::stoi(shown) : value > std::stoi(shown), expected)
                << "what is below differs from what is shown: " << value << ", " << shown;
        }
    }
}

TEST_F(Indicators, PartsAreThoseOfThePeriodsEndAlsoAfterMovesAndEndings) {
    say("2024-01-01 add_indicator indicator=I name_vi=x unit=u\n"
        "2023-01-01 add_agency agency=P name_vi=P\n"
        "2023-01-01 add_agency agency=P1 name_vi=P1 parent=P\n"
        "2023-01-01 add_agency agency=P2 name_vi=P2\n"
        "2023-01-01 add_agency agency=P3 name_vi=P3 parent=P\n"
        "2024-02-01 move_agency agency=P2 parent=P\n"
        "2024-03-01 dissolve_agency agency=P3 reason=x\n"
        "2024-01-01 set_target indicator=I agency=P period=2024 target_low=100\n"
        "2024-01-01 set_target indicator=I agency=P1 period=2024 target_low=60\n"
        "2024-01-01 set_target indicator=I agency=P2 period=2024 target_low=30");
    ASSERT_EQ(findings("indicator.parts_differ").size(), 1U);
    EXPECT_THAT(findings("indicator.parts_differ")[0].text,
                testing::HasSubstr("2 parts of agency P add up to 90, its own is 100"));
    say("2024-04-01 move_agency agency=P1 parent=X");
    EXPECT_THAT(tests::told(*record_, "2024-12-31", "indicators period=2024 agency=P", "parts"),
                ElementsAre("30"));
    EXPECT_THAT(tests::told(*record_, "2024-03-31", "indicators period=2024 agency=P", "parts"),
                ElementsAre("90"));
}

TEST_F(Indicators, AgainstZeroAndLessTheDistanceIsJudged) {
    say("2024-01-01 add_indicator indicator=I name_vi=x unit=u threshold=110 "
        "direction=lower_is_better\n"
        "2024-01-01 set_target indicator=I agency=A period=2024-Q1 target_low=0\n"
        "2024-01-01 set_target indicator=I agency=B period=2024-Q1 target_low=-100");
    const auto below = [&](int a, int b) {
        observe("A", "2024-Q1", a);
        observe("B", "2024-Q1", b);
        return standings("2024-Q1", "below");
    };
    EXPECT_THAT(below(0, -100), ElementsAre("0", "0"));
    EXPECT_THAT(below(1, -90), ElementsAre("1", "0"));
    EXPECT_THAT(below(-1, -89), ElementsAre("0", "1"));
}

TEST_F(Indicators, AProfileOrAPointIsNeverSharedOutByMonths) {
    say("2023-12-01 add_indicator indicator=I name_vi=x unit=u threshold=90 "
        "profile=10,20,30,40\n"
        "2023-12-01 add_indicator indicator=P name_vi=x unit=u threshold=90 measure=point\n"
        "2024-01-01 set_target indicator=I agency=A period=2024 target_low=400\n"
        "2024-01-01 set_target indicator=P agency=A period=2024 target_low=400");
    EXPECT_THAT(tests::told(*record_, "2024-12-31", "indicators period=2024-Q1",
                            "indicator expected expected_by"),
                ElementsAre("I | 40 | profile", "P | - | -"));
    EXPECT_THAT(
        tests::told(*record_, "2024-12-31", "indicators period=2024-02", "indicator expected"),
        ElementsAre("I | -", "P | -"))
        << "a profile by quarter says nothing of a month";
}

// At its end a year is due, also of a figure at a point, which nothing shares out before.
TEST_F(Indicators, APeriodThatEndsWithTheYearIsJudgedByTheYearsTarget) {
    say("2023-01-01 add_indicator indicator=P name_vi=x unit=u measure=point threshold=80\n"
        "2023-01-01 set_target indicator=P agency=A period=2023 target_low=100\n"
        "2024-01-05 observe_indicator indicator=P agency=A period=2023-12 value=60");
    const auto rows = [&](const char* span) {
        return tests::told(*record_, "2024-01-20",
                           std::string{"indicator_standings period="} + span,
                           "year_value judged_by expected percent_of_due below");
    };
    for (const char* span : {"2023-12", "2023-Q4", "2023-H2"})
        EXPECT_THAT(rows(span), ElementsAre("60 | year_target | 100 | 6000 | 1")) << span;
    EXPECT_THAT(rows("2023"), ElementsAre("60 | target | 100 | 6000 | 1"));
    EXPECT_THAT(rows("2023-11"), ElementsAre("- | - | - | - | -"));
    EXPECT_THAT(tests::told(*record_, "2024-01-20", "warnings", "warning code judged_by"),
                ElementsAre("indicator_below | P | year_target"));
    EXPECT_THAT(tests::told(*record_, "2024-01-20", "agenda", "matter code"),
                ElementsAre("indicator_below | P"));
}

// Early warning names whoever the standings of the quarter that ended last, and of the half year
// and year that ended with it, say to be below.
TEST_F(Indicators, WarningsAreWhereStandingsSayBelow) {
    random_numbers random{11};
    const auto one_of = [&](auto&&... some) {
        const std::vector<std::string> all{some...};
        return all[static_cast<std::size_t>(random.between(0, static_cast<int>(all.size()) - 1))];
    };
    std::string text;
    for (int n = 0; n < 24; ++n) {
        const std::string code = "N" + std::to_string(n);
        text += "2023-01-01 add_indicator name_vi=x unit=u indicator=" + code +
                one_of("", " measure=point") + one_of("", " direction=lower_is_better") +
                one_of("", "", " threshold=90") + one_of("", "", " profile=10,20,30,40") + "\n";
        for (const char* agency : {"A", "B"}) {
            const auto of = " indicator=" + code + " agency=" + agency + " period=";
            for (const char* span : {"2023", "2023-H1", "2023-H2", "2023-Q2", "2023-Q4"})
                if (random.between(0, 2) == 0)
                    text += "2023-01-01 set_target" + of + span +
                            " target_low=" + std::to_string(random.between(0, 100)) + "\n";
            for (const char* span :
                 {"2023", "2023-H1", "2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4", "2023-12"})
                if (random.between(0, 2) != 0)
                    text += std::string{"2024-01-02 observe_indicator"} + of + span +
                            " value=" + std::to_string(random.between(0, 60)) + "\n";
        }
    }
    say(text);
    std::size_t warned = 0;
    const std::vector<std::pair<const char*, std::vector<std::string>>> days{
        {"2024-01-20", {"2023-Q4", "2023-H2", "2023"}},
        {"2024-03-31", {"2024-Q1"}},
        {"2024-03-30", {"2023-Q4", "2023-H2", "2023"}}};
    for (const auto& [day, spans] : days) {
        std::map<std::string, std::set<std::string>> below;
        for (const std::string& span : spans)
            for (const std::string& line : tests::told(
                     *record_, day, "indicator_standings period=" + span, "below indicator agency"))
                if (line.starts_with("1 | "))
                    below[line.substr(4, line.rfind(" | ") - 4)].insert(
                        line.substr(line.size() - 1));
        std::vector<std::string> expected;
        for (const auto& [code, agencies] : below) {
            std::string line = code + " |";
            for (const std::string& agency : agencies) line += " " + agency;
            expected.push_back(line);
        }
        EXPECT_THAT(tests::told(*record_, day, "warnings", "code next"),
                    testing::UnorderedElementsAreArray(expected))
            << day;
        warned += expected.size();
    }
    EXPECT_GT(warned, 20U);
}

TEST_F(Indicators, StandingsTellPlacesHowLongAndWhetherItIsSoEveryYear) {
    say("2020-01-01 add_agency agency=A name_vi=x corrects=2\n"
        "2020-01-01 add_agency agency=B name_vi=x corrects=3\n"
        "2020-01-01 add_indicator indicator=I name_vi=x unit=u threshold=100 "
        "profile=10,20,30,40");
    for (const char* year : {"2021", "2022", "2023", "2024"})
        for (const char* agency : {"A", "B", "X"})
            say(std::string{"2023-06-01 set_target indicator=I agency="} + agency +
                " period=" + year + " target_low=1000");
    observe("A", "2021-Q1", 90), observe("A", "2022-Q1", 95), observe("A", "2023-Q1", 99);
    observe("B", "2022-Q1", 120), observe("B", "2023-Q1", 100);
    observe("A", "2023-Q2", 200), observe("A", "2023-Q3", 300), observe("A", "2023-Q4", 399),
        observe("A", "2024-Q1", 80);
    observe("B", "2023-Q4", 500), observe("B", "2024-Q1", 80);
    EXPECT_THAT(standings("2024-Q1",
                          "place agency value judged_by below periods_below year_before change "
                          "share_of_year expected_share years_known years_below"),
                ElementsAre("1 | A | 80 | profile | 1 | 5 | 99 | -19 | 800 | 1000 | 3 | 3",
                            "1 | B | 80 | profile | 1 | 1 | 100 | -20 | 800 | 1000 | 2 | 0",
                            "- | X | - | profile | - | - | - | - | - | 1000 | 0 | 0"))
        << "A is low in every first quarter, B only now; equal shares have one place";
    observe("B", "2024-Q1", 130);
    EXPECT_THAT(standings("2024-Q1", "place agency below periods_below"),
                ElementsAre("1 | B | 0 | 0", "2 | A | 1 | 5", "- | X | - | -"));
}

TEST_F(Indicators, WhereLowerIsBetterTheLowestComesFirst) {
    say("2023-01-01 add_indicator indicator=I name_vi=x unit=u direction=lower_is_better "
        "threshold=100\n"
        "2024-01-01 set_target indicator=I agency=A period=2024-Q1 target_low=10\n"
        "2024-01-01 set_target indicator=I agency=B period=2024-Q1 target_low=10");
    observe("A", "2024-Q1", 12), observe("B", "2024-Q1", 7);
    EXPECT_THAT(standings("2024-Q1", "place agency below"), ElementsAre("1 | B | 0", "2 | A | 1"));
}

TEST_F(Indicators, APrintedPercentageThatTheCountsDoNotGiveIsAFinding) {
    say("2023-12-01 add_indicator indicator=I name_vi=x unit=u\n"
        "2024-01-01 set_base indicator=I agency=A period=2024-Q1 value=170");
    observe("A", "2024-Q1", 5, "stated_percent=500");
    const auto found = findings("indicator.percent_differs");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].text,
              "indicator I, 2024-Q1: 5.00 % is printed for agency A, but 5 is no such share of 170")
        << "it was 5 of 100";
    // 288 of 815 are 35.337 %: rounded, truncated, and with fewer digits it fits.
    say("2024-01-01 set_target indicator=I agency=A period=2024-Q1 target_low=815");
    for (const char* fits : {"3534", "3533", "3530", "3500"}) {
        observe("A", "2024-Q1", 288, std::string{"stated_percent="} + fits);
        EXPECT_THAT(findings("indicator.percent_differs"), IsEmpty()) << fits;
    }
    for (const char* not_so : {"3535", "3532", "3540", "3600"}) {
        observe("A", "2024-Q1", 288, std::string{"stated_percent="} + not_so);
        EXPECT_EQ(findings("indicator.percent_differs").size(), 1U) << not_so;
    }
}

TEST_F(Indicators, PartsThatDoNotAddUpToTheWholeAreAFinding) {
    say("2023-01-01 add_agency agency=A1 name_vi=x parent=A\n"
        "2023-01-01 add_agency agency=A2 name_vi=x parent=A\n"
        "2023-12-01 add_indicator indicator=I name_vi=x unit=u");
    observe("A1", "2024-Q1", 60), observe("A", "2024-Q1", 100);
    EXPECT_THAT(findings("indicator.values_differ"), IsEmpty()) << "A2 has stated nothing";
    observe("A2", "2024-Q1", 41);
    const auto found = findings("indicator.values_differ");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].text,
              "indicator I, 2024-Q1: the values of the 2 parts of agency A add up to 101, its own "
              "is 100");
    observe("A2", "2024-Q1", 40);
    EXPECT_THAT(findings("indicator.values_differ"), IsEmpty());
}

TEST_F(Indicators, AYearThatItsOwnQuartersContradictIsAFinding) {
    say("2022-12-01 add_indicator indicator=I name_vi=x unit=u\n"
        "2022-12-01 add_indicator indicator=AT name_vi=x unit=u measure=point");
    for (const char* quarter : {"2023-Q1", "2023-Q2", "2023-Q3"}) observe("A", quarter, 100);
    observe("A", "2023", 905);
    EXPECT_THAT(findings("indicator.periods_differ"), IsEmpty()) << "one quarter is not told";
    observe("A", "2023-Q4", 700);
    const auto found = findings("indicator.periods_differ");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].text,
              "indicator I, 2023: the values of agency A for the periods in it add up to 1000, its "
              "own is 905");
    observe("A", "2023-Q4", 605);
    EXPECT_THAT(findings("indicator.periods_differ"), IsEmpty());
}

TEST_F(Indicators, PartsAreHeldAgainstWhatTheWholeGaveMonthByMonth) {
    say("2023-01-01 add_agency agency=A1 name_vi=x parent=A\n"
        "2023-01-01 add_agency agency=A2 name_vi=x parent=A\n"
        "2023-12-01 add_indicator indicator=I name_vi=x unit=u");
    observe("A1", "2024-Q1", 20), observe("A2", "2024-Q1", 9);
    observe("A", "2024-01", 10), observe("A", "2024-02", 10);
    EXPECT_THAT(findings("indicator.values_differ"), IsEmpty()) << "March is not told";
    observe("A", "2024-03", 10);
    const auto found = findings("indicator.values_differ");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].text,
              "indicator I, 2024-Q1: the values of the 2 parts of agency A add up to 29, its own "
              "is 30");
    observe("A2", "2024-Q1", 10);
    EXPECT_THAT(findings("indicator.values_differ"), IsEmpty());
}

// Of a period that is not all reported the same part is compared, and nothing that is not known.
TEST_F(Indicators, AYearBeforeIsComparedByWhatIsReportedOfBoth) {
    say("2020-01-01 add_agency agency=A name_vi=x corrects=2\n"
        "2020-01-01 add_agency agency=B name_vi=x corrects=3\n"
        "2020-01-01 add_indicator indicator=I name_vi=x unit=u\n"
        "2020-01-01 add_indicator indicator=P name_vi=x unit=u measure=point");
    observe("A", "2023-Q1", 90), observe("A", "2023-Q2", 200), observe("A", "2023-Q3", 150),
        observe("A", "2023-Q4", 160), observe("A", "2024-Q1", 100), observe("A", "2024-Q2", 210);
    observe("B", "2023-Q1", 10), observe("B", "2024-Q1", 11), observe("B", "2024-Q2", 12);
    const auto told_of = [&](const char* span) {
        return standings(span, "agency value year_before change");
    };
    EXPECT_THAT(told_of("2024"), ElementsAre("A | 310 | 290 | 20", "B | 23 | - | -"));
    EXPECT_THAT(told_of("2023"), ElementsAre("A | 600 | - | -", "B | 10 | - | -"));
    EXPECT_THAT(told_of("2024-Q1"), ElementsAre("A | 100 | 90 | 10", "B | 11 | 10 | 1"));
    EXPECT_THAT(told_of("2024-Q3"), ElementsAre("A | - | 150 | -", "B | - | - | -"));
}

}  // namespace
}  // namespace mandate
