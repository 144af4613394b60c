// The work calendars that a ledger holds: its own and its agencies', as they were known.
#include "base/error_check.hpp"
#include "mandate/ledger/ledger.hpp"
#include "record.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace mandate {
namespace {

using tests::by_clerk;
using tests::commands_of;

civil_day on(const char* day) { return parse_day(day); }

std::unique_ptr<ledger> ledger_of(const std::string& lines, const char* today = "2024-04-25") {
    auto made = ledger::in_memory();
    made->record(by_clerk(on(today)), commands_of("2024-01-01 add_agency agency=A name_vi=A\n"
                                                  "2024-01-01 add_agency agency=B name_vi=B\n" +
                                                  lines));
    return made;
}

work_calendar calendar_on(const ledger& of, const char* day, const std::string& agency = {},
                          const char* known_at = nullptr) {
    view_request v{on(day), {}, {}};
    if (known_at != nullptr) v.known_at_us = parse_instant(known_at, 420);
    return of.calendar(v, agency);
}

TEST(LedgerCalendar, HasTheHolidaysAndTheKnownHistoryWithoutARecord) {
    const auto of = ledger_of("");
    const work_calendar now = calendar_on(*of, "2024-04-25");
    EXPECT_EQ(now.add(on("2024-04-25"), 3), on("2024-05-03"));
    EXPECT_TRUE(now.same_days(work_calendar{viet_nam_calendar()}));
    const work_calendar before = calendar_on(*of, "2024-04-25", "", "2024-03-31");
    EXPECT_EQ(before.add(on("2024-04-25"), 3), on("2024-05-02"))
        << "the swap was announced on 12 April";
}

TEST(LedgerCalendar, IsSetForTheLedgerAndForAnAgency) {
    const auto of = ledger_of(
        "2024-02-01 set_work_calendar weekday=monday,tuesday holiday_rules=none\n"
        "2024-03-01 set_work_calendar weekday=saturday agency=A\n");
    EXPECT_TRUE(calendar_on(*of, "2024-01-31").works(on("2024-01-31"))) << "a Wednesday";
    const work_calendar own = calendar_on(*of, "2024-04-25");
    EXPECT_FALSE(own.works(on("2024-01-31"))) << "the calendar in force counts for all days";
    EXPECT_TRUE(own.works(on("2024-01-01"))) << "a Monday, no holidays";
    EXPECT_TRUE(calendar_on(*of, "2024-04-25", "B").same_days(own));
    EXPECT_TRUE(calendar_on(*of, "2024-04-25", "A").works(on("2024-04-27")));
    EXPECT_TRUE(calendar_on(*of, "2024-02-28", "A").same_days(own)) << "not yet its own";
}

TEST(LedgerCalendar, ARecordCanBeCorrectedAndWithdrawn) {
    const auto of = ledger_of(
        "2024-02-01 set_work_calendar weekday=monday\n"  // 3
        "2024-02-01 state_holidays year=2026 "
        "national_day_side=after announced_on=2024-02-01\n"  // 4
        "2024-02-01 except_day day=2024-06-14 day_kind=off "
        "name_vi=x agency=B announced_on=2024-02-01\n");  // 5
    EXPECT_FALSE(calendar_on(*of, "2026-09-01").is_provisional(on("2026-09-03")));
    EXPECT_FALSE(calendar_on(*of, "2026-09-01").works(on("2026-09-03")));
    EXPECT_FALSE(calendar_on(*of, "2026-09-01", "B").works(on("2024-06-14")));
    of->record(by_clerk(on("2024-04-26")),
               commands_of("2024-02-01 set_work_calendar weekday=thursday,friday corrects=3\n"
                           "2024-02-01 void_event corrects=4 reason=x\n"
                           "2024-02-01 void_event corrects=5 reason=x\n"));
    const work_calendar now = calendar_on(*of, "2026-09-01");
    EXPECT_TRUE(now.works(on("2024-06-14"))) << "a Friday";
    EXPECT_FALSE(now.works(on("2024-06-10"))) << "a Monday";
    EXPECT_TRUE(now.is_provisional(on("2026-09-03")));
    EXPECT_TRUE(calendar_on(*of, "2026-09-01", "B").works(on("2024-06-14")));
}

TEST(LedgerCalendar, CarriesTheDecisionsOfItsExceptions) {
    const auto of = ledger_of(
        "2024-02-01 add_document document=D number='12/TB' document_kind=decision issuer=A\n"
        "2024-02-01 except_day day=2024-06-14 day_kind=off name_vi='Nghỉ' document=D\n");
    for (const special_day& s : calendar_on(*of, "2024-04-25").special_days(2024))
        if (s.day == on("2024-06-14")) {
            ASSERT_TRUE(s.declared);
            EXPECT_EQ(s.declared->decision, "12/TB");
            EXPECT_EQ(s.declared->announced_on, on("2024-04-25")) << "known when it was recorded";
            return;
        }
    FAIL() << "14 June is not there";
}

TEST(LedgerCalendar, RefusesAContinuousDeadlineWithADay) {
    const auto of = ledger_of("");
    expect_error(errc::out_of_range, "a continuous deadline has no day", [&] {
        of->record(by_clerk(on("2024-04-25")),
                   commands_of("2024-02-01 assign_task task=T title_vi=x lead=A "
                               "deadline=2024-06-30 deadline_precision=continuous"));
    });
    // Nor one that does not say from when: it would be a task without a deadline like any other.
    const auto refused = [&](const char* words) {
        expect_error(errc::missing_field, "standing_from",
                     [&] { of->record(by_clerk(on("2024-04-25")), commands_of(words)); });
    };
    refused("2024-02-01 assign_task task=T title_vi=x lead=A deadline_precision=continuous");
    of->record(by_clerk(on("2024-04-25")),
               commands_of("2024-02-01 assign_task task=T title_vi=x lead=A deadline=2024-06-30"));
    refused("2024-02-02 revise_deadline task=T deadline_precision=continuous decided_by=A");
    expect_error(errc::unknown_reference, "agency C", [&] { calendar_on(*of, "2024-04-25", "C"); });
}

}  // namespace
}  // namespace mandate
