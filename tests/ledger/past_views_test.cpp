// What was known at a time is asked later as it was then, whatever was recorded since: every
// question reads kept versions. Twins: the ledger as it was at that time, asked with the same pair
// of times.

#include "ledger/asked.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <thread>

namespace mandate {
namespace {

using tests::all_that_can_be_asked;
using tests::commands_of;

// Each line is a batch of its own, an hour after the one before.
constexpr const char* history = R"(
2024-01-01 add_agency agency=A name_vi='Cơ quan A' name_en='Agency A'
2024-01-01 add_agency agency=B name_vi=B
2024-01-01 add_agency agency=OFFICE name_vi=Office
2024-01-01 add_access_class access_class=M name_vi=m rank=1
2024-01-01 set_highest_class access_class=M
2024-01-02 add_official official=P name_vi=p
2024-01-02 add_post post=HEAD agency=A name_vi=Head
2024-01-02 hold_post official=P post=HEAD
2024-01-03 add_document document=D number=1 document_kind=resolution issuer=OFFICE dated=2024-01-03 title_vi=a
2024-01-03 add_document document=D2 number=2 document_kind=plan issuer=A dated=2024-01-05 title_vi=a
2024-01-03 add_clause clause=C document=D clause_number=1 title_vi=a
2024-01-05 hold_meeting meeting=M1 name_vi=a body=OFFICE period=2024-Q4
2024-01-05 conclude conclusion=K meeting=M1 conclusion_kind=task text_vi=a
2024-01-10 assign_task task=T title_vi=a lead=A coordinating=B assigner=OFFICE conclusion=K document=D clause=C deadline=2024-02-20 duration=10
2024-01-10 assign_task task=U title_vi=a lead=B assigner=OFFICE document=D deadline=2024-06-30 duration=30
2024-01-10 link_tasks link=L task=U after=T lag=2
2024-01-10 assign_task task=V title_vi=a lead=A assigner=OFFICE deadline=2024-11-30 recurs=quarterly
2024-01-11 state_obligation task=T agency=B obligation=o deadline=2024-02-01
2024-01-12 consult consultation=Q task=T agency=A addressed_to=B answer_due=2024-02-01 text=a
2024-01-12 answer_consultation consultation=Q agency=B opinion=agree text=a
2024-01-13 relate_documents document=D2 relation=implements to_document=D
2024-02-01 report_progress task=T percent=10 text=a
2024-02-02 verify_result task=T agency=OFFICE verdict=confirmed percent=9 text=a
2024-02-03 remind_task task=T agency=OFFICE number=1
2024-02-04 request_extension task=T agency=A proposed_deadline=2024-03-31 reason=a
2024-02-05 revise_deadline task=T deadline=2024-03-20 decided_by=OFFICE reason=a
2024-02-06 block_task task=T condition=line owed_by=B answer_due=2024-04-01
2024-02-07 expect_document task=V expected=e issuer=A title_vi=a
2024-02-08 set_attribute task=T host_key=k host_value=v
2024-02-09 set_priority task=T priority=urgent decided_by=OFFICE reason=a
2024-02-10 mark_key_task task=T period=2024-Q1
2024-02-11 plan_task task=T period=2024-Q1
2024-02-12 raise_recommendation recommendation=R text_vi=a raised_by=A addressed_to=OFFICE
2024-02-13 answer_recommendation recommendation=R recommendation_status=accepted task=T
2024-02-14 add_indicator indicator=I name_vi=a unit=x
2024-02-15 fan_out_task task=U agency=A,B
2024-02-16 repeat_task task=V period=2024-Q1
2024-02-17 except_day day=2024-05-04 day_kind=worked name_vi=swap announced_on=2024-02-17
2024-02-18 set_work_calendar weekday=monday,tuesday,wednesday,thursday,friday,saturday
2024-03-01 unblock_task task=T condition=line
2024-03-10 submit_task task=T document=D2
2024-03-12 return_task task=T reason=a
2024-03-15 explain_delay task=U cause=other text=a
2024-03-20 submit_task task=T document=D2
2024-04-01 accept_task task=T
2024-04-02 rate_task task=T agency=OFFICE quality=meets text=a
2024-02-01 report_progress task=T percent=20 corrects=22
2024-01-10 void_event corrects=16 reason=mistaken
2024-01-20 reassign_task task=U lead=A
2024-02-20 suspend_task task=V reason=a
2024-05-01 resume_task task=V
2024-05-02 report_progress task=U/A percent=40
2024-05-03 cancel_task task=U/B reason=a
2024-05-04 rename_agency agency=A name_vi='Cơ quan mới'
2024-01-10 assign_task task=LATE title_vi=a lead=B deadline=2024-02-01
)";

class PastViews : public testing::Test {
protected:
    /// All but what is asked about the rights of now (lib/README.md, decision 6), which are never
    /// those of a past day.
    static std::string said(const ledger& of, std::string_view viewer, std::int64_t known_at) {
        std::istringstream all{all_that_can_be_asked(of, viewer, known_at)};
        std::string kept;
        for (std::string line; std::getline(all, line);)
            if (!line.starts_with("permissions: ") && !line.starts_with("moves ") &&
                !line.starts_with("access_classes: "))
                kept += line + "\n";
        return kept;
    }
    /// The first lines that differ, not the whole texts.
    static testing::AssertionResult same(const std::string& then, const std::string& now) {
        std::istringstream was{then}, is{now};
        std::string a, b;
        testing::AssertionResult differs = testing::AssertionFailure();
        for (int shown = 0; shown < 8 && (std::getline(was, a) || std::getline(is, b));) {
            if (was && !std::getline(is, b)) b = "(nothing)";
            if (a != b)
                ++shown, differs << "\nwas " << a.substr(0, 900) << "\nis  " << b.substr(0, 900);
        }
        return then == now ? testing::AssertionSuccess() : differs;
    }
    static std::vector<command> batches() {
        std::vector<command> all;
        std::istringstream lines{history};
        for (std::string line; std::getline(lines, line);)
            if (!line.empty()) all.push_back(tests::command_of(line));
        return all;
    }
    static act at_hour(std::size_t hour) {
        act by = tests::by_clerk(parse_day("2024-12-01"));
        // From January on, so that days pass between what was recorded when.
        by.now_us = (std::int64_t{parse_day("2024-01-02").since_epoch()} * 24 +
                     static_cast<std::int64_t>(hour) * 144) *
                    3'600'000'000;
        return by;
    }
};

TEST_F(PastViews, OfEveryQuestionSayWhatWasSaidThen) {
    const auto l = ledger::in_memory();
    const std::vector<command> all = batches();
    constexpr std::size_t step = 9;
    std::vector<std::string> then;
    for (std::size_t i = 0; i < all.size(); ++i) {
        l->record(at_hour(i), {&all[i], 1});
        if (i % step == 0) then.push_back(said(*l, {}, at_hour(i).now_us));
    }
    for (std::size_t i = 0; i < all.size(); i += step)
        ASSERT_TRUE(same(then[i / step], said(*l, {}, at_hour(i).now_us)))
            << "after event " << i + 1;
}

TEST_F(PastViews, OfAViewerAreThoseOfTheThenToo) {
    const auto l = ledger::in_memory();
    const std::vector<command> all = batches();
    constexpr std::size_t cut = 40;
    std::string then;
    for (std::size_t i = 0; i < all.size(); ++i) {
        l->record(at_hour(i), {&all[i], 1});
        if (i == cut) then = said(*l, "B", at_hour(i).now_us);
    }
    EXPECT_TRUE(same(then, said(*l, "B", at_hour(cut).now_us)));
    ASSERT_THAT(then, testing::HasSubstr("tasks: T |"));
}

TEST_F(PastViews, DisturbNoWriterAndAreNotDisturbedByOne) {
    const auto l = ledger::in_memory();
    const std::vector<command> all = batches();
    for (std::size_t i = 0; i < all.size(); ++i) l->record(at_hour(i), {&all[i], 1});
    const std::int64_t then = at_hour(30).now_us;
    const std::string before = all_that_can_be_asked(*l, {}, then);
    std::thread writer{[&] {
        for (std::size_t i = 0; i < 60; ++i)
            l->record(at_hour(all.size() + i),
                      commands_of("2024-02-01 report_progress task=LATE percent=" +
                                  std::to_string(i % 100)));
    }};
    for (int i = 0; i < 2; ++i) EXPECT_EQ(all_that_can_be_asked(*l, {}, then), before);
    writer.join();
    EXPECT_EQ(all_that_can_be_asked(*l, {}, then), before);
    EXPECT_THAT(l->verify(), testing::IsEmpty());
}

}  // namespace
}  // namespace mandate
