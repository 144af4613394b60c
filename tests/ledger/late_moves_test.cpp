// A paper about a task that is typed in late is judged by what the task was in on the paper's day,
// and by who had it then.

#include "record_test.hpp"

#include <algorithm>

namespace mandate {
namespace {

class LateMoves : public tests::record_test {
protected:
    // Agencies are events 1 to 4.
    void begin(const std::string& text) {
        record_ = ledger::in_memory();
        record_test::SetUp();
        say(text);
    }
};

const std::string assigned =
    "2024-01-03 assign_task task=T title_vi=x lead=A coordinating=B acceptance=not_asked "
    "deadline=2024-03-03\n";

TEST_F(LateMoves, OfADayBeforeTheTaskWasDoneAreTaken) {
    for (const char* end :
         {"2024-03-15 complete_task task=T", "2024-03-15 cancel_task task=T reason=x"})
        for (const char* late :
             {"revise_deadline task=T deadline=2024-03-20", "remind_task task=T number=1",
              "block_task task=T condition=x owed_by=X", "unblock_task task=T",
              "state_obligation task=T agency=B obligation=x", "answer_obligation task=T agency=B",
              "plan_task task=T period=2024-Q1", "mark_key_task task=T period=2024-Q1",
              "set_priority task=T priority=urgent", "reassign_task task=T lead=X",
              "schedule_task task=T duration=3", "report_progress task=T percent=50",
              "request_extension task=T proposed_deadline=2024-04-01 reason=x",
              "explain_delay task=T cause=other text=x", "fan_out_task task=T agency=A",
              "repeat_task task=T period=2024-03", "rate_task task=T quality=meets",
              "consult consultation=Q task=T agency=A addressed_to=B",
              "link_tasks link=L task=T after=U"}) {
            SCOPED_TRACE(std::string{end} + " / " + late);
            begin(assigned + "2024-01-03 assign_task task=U title_vi=x lead=A\n" +
                  "2024-02-01 block_task task=T condition=y owed_by=X\n" + end);
            EXPECT_EQ(objection("2024-03-10 " + std::string{late}), "");
        }
}

TEST_F(LateMoves, OfADayOnWhichItWasDoneAreRefused) {
    begin(assigned + "2024-03-15 complete_task task=T");
    EXPECT_EQ(refused("2024-03-15 revise_deadline task=T deadline=2024-03-20"), "not_done");
    EXPECT_EQ(refused("2024-03-16 remind_task task=T number=1"), "not_done");
    EXPECT_EQ(refused("2024-01-02 remind_task task=T number=1"), "not_before_assignment");
    begin(assigned + "2024-03-15 cancel_task task=T reason=x");
    EXPECT_EQ(refused("2024-03-15 state_obligation task=T agency=B obligation=x"), "not_cancelled");
}

TEST_F(LateMoves, CountOnTheirDay) {
    begin(assigned + "2024-03-15 complete_task task=T");
    say("2024-03-01 revise_deadline task=T deadline=2024-03-20");
    EXPECT_THAT(tests::told(*record_, "2024-02-29", "tasks", "task deadline class"),
                testing::ElementsAre("T | 2024-03-03 | open_in_time"));
    EXPECT_THAT(tests::told(*record_, "2024-03-31", "tasks", "task deadline class"),
                testing::ElementsAre("T | 2024-03-20 | done_in_time"));
}

TEST_F(LateMoves, AreOfWhoHadTheTaskThen) {
    begin(assigned + "2024-03-10 reassign_task task=T lead=X coordinating=OFFICE");
    EXPECT_EQ(objection("2024-03-05 state_obligation task=T agency=B obligation=x"), "");
    EXPECT_EQ(objection("2024-03-05 answer_obligation task=T agency=B"), "");
    EXPECT_EQ(refused("2024-03-05 state_obligation task=T agency=OFFICE obligation=x"),
              "is_assigned");
    EXPECT_EQ(refused("2024-03-10 state_obligation task=T agency=B obligation=x"), "is_assigned");
    EXPECT_EQ(objection("2024-03-10 state_obligation task=T agency=OFFICE obligation=x"), "");
}

TEST_F(LateMoves, ARefusalSaysWhetherTheWorkWasReturnedOrAccepted) {
    const auto told = [&](const char* answer) -> std::string {
        begin(std::string{"2024-01-03 assign_task task=T title_vi=x lead=A\n"
                          "2024-03-01 submit_task task=T\n2024-03-10 "} +
              answer);
        try {
            say("2024-04-01 void_event reason=x corrects=6\n2024-03-05 submit_task task=T");
        } catch (const error& e) {
            return e.what();
        }
        return "";
    };
    using testing::HasSubstr;
    EXPECT_THAT(told("accept_task task=T"), HasSubstr("task T was accepted on 2024-03-10"));
    EXPECT_THAT(told("return_task task=T reason=x"),
                HasSubstr("task T was returned on 2024-03-10"));
}

// Reviews of documents and items of programmes alike.
TEST_F(LateMoves, OfAReviewAndOfAnItemAreJudgedByTheirDay) {
    const std::string things =
        "2024-01-03 add_document document=D number=1 document_kind=plan issuer=A\n"
        "2024-01-03 schedule_document_review document_review=V document=D review_kind=final "
        "deadline=2024-03-01 lead=B\n"
        "2024-01-03 add_programme programme=P agency=A period=2024\n"
        "2024-01-03 add_item item=I programme=P title_vi=x planned_for=2024-03\n";
    const std::string review = "postpone_document_review document_review=V deadline=2024-04-01",
                      item = "postpone_item item=I decided_by=A planned_for=2024-06",
                      papers = "receive_papers item=I";
    const struct {
        const char* end;
        std::vector<std::string> moves;
        const char* rule;
    } cases[] = {
        {"complete_document_review document_review=V", {review}, "not_done"},
        {"drop_document_review document_review=V reason=x", {review}, "not_dropped"},
        {"withdraw_item item=I decided_by=A reason=x", {item, papers}, "not_withdrawn"},
        {"consider_item item=I", {item}, "not_considered"},
    };
    for (const auto& c : cases)
        for (const std::string& move : c.moves) {
            SCOPED_TRACE(c.end + (" / " + move));
            begin(things + "2024-03-20 " + c.end);
            EXPECT_EQ(objection("2024-02-15 " + move), "");
            EXPECT_EQ(objection("2024-03-20 " + move), c.rule) << "it stands after the end";
            EXPECT_EQ(objection("2024-04-01 " + move), c.rule);
            // The other way round the end would come before what was said of it.
            begin(things + "2024-02-15 " + move);
            EXPECT_EQ(objection("2024-02-10 " + std::string{c.end}), "others_stand_on_it");
            EXPECT_EQ(objection("2024-02-15 " + std::string{c.end}), "");
        }
    begin(things + "2024-03-20 complete_document_review document_review=V");
    say("2024-02-15 " + review);
    const auto reviews = [&](const char* day) {
        return tests::told(*record_, day, "document_reviews", "state due");
    };
    EXPECT_THAT(reviews("2024-03-10"), testing::ElementsAre("open | 2024-04-01"));
    EXPECT_THAT(reviews("2024-02-14"), testing::ElementsAre("open | 2024-03-01"));
    begin(things);
    const std::string event = std::to_string(say("2024-02-10 " + item));
    EXPECT_EQ(
        objection("2024-02-20 postpone_item item=I decided_by=A planned_for=2024-05 corrects=" +
                  event),
        "")
        << "what it replaces does not stand beside it";
}

TEST_F(LateMoves, AreRefusedWhereWhatWasSaidSinceWouldNotFit) {
    begin(assigned + "2024-03-10 state_obligation task=T agency=B obligation=x");
    EXPECT_EQ(refused("2024-03-05 reassign_task task=T lead=A coordinating=X"),
              "others_stand_on_it");
    EXPECT_EQ(objection("2024-03-11 reassign_task task=T lead=A coordinating=X"), "");
    begin("2024-01-01 limit_extensions most_times=1 most_days=60\n" + assigned +
          "2024-03-10 revise_deadline task=T deadline=2024-03-20");
    EXPECT_EQ(refused("2024-03-01 revise_deadline task=T deadline=2024-03-15"),
              "others_stand_on_it");
    // What brings the day forward puts nothing off.
    EXPECT_EQ(objection("2024-03-01 revise_deadline task=T deadline=2024-02-15"), "");
}

// A grant answers the request by being one (decision 25), by the order of their days.
TEST_F(LateMoves, ThatAskForWhatWasDecidedSinceWaitForNothing) {
    begin(assigned + "2024-03-10 revise_deadline task=T deadline=2024-03-20");
    say("2024-03-05 request_extension task=T proposed_deadline=2024-04-01 reason=x");
    EXPECT_EQ(refused("2024-03-12 refuse_extension task=T reason=x"), "requested_first");
    say("2024-03-15 request_extension task=T proposed_deadline=2024-04-01 reason=x");
    say("2024-03-12 revise_deadline task=T deadline=2024-03-22");
    EXPECT_EQ(objection("2024-03-16 refuse_extension task=T reason=x"), "")
        << "the decision of a day before it is none on it";
}

// What it answers, by the order of days.
TEST_F(LateMoves, AnswerWhatWaitedOnTheirDay) {
    begin(assigned + "2024-03-05 explain_delay task=T cause=other text=first\n" +
          "2024-03-20 explain_delay task=T cause=other text=second");
    EXPECT_EQ(refused("2024-03-04 accept_explanation task=T"), "after_what_it_answers");
    say("2024-03-10 return_explanation task=T reason=x");
    EXPECT_EQ(refused("2024-03-11 return_explanation task=T reason=x"), "after_what_it_answers");
    say("2024-03-21 accept_explanation task=T");
    EXPECT_EQ(refused("2024-03-22 accept_explanation task=T"), "explained_first");
    EXPECT_THAT(tests::told(*record_, "2024-12-31", "explanations", "text decision"),
                testing::ElementsAre("first | returned", "second | accepted"));

    begin(assigned + "2024-01-05 request_extension task=T proposed_deadline=2024-04-01 reason=x\n" +
          "2024-02-01 revise_deadline task=T deadline=2024-03-20\n" +
          "2024-03-01 request_extension task=T proposed_deadline=2024-05-01 reason=x");
    say("2024-01-10 refuse_extension task=T reason=x");
    EXPECT_EQ(refused("2024-01-11 refuse_extension task=T reason=x"), "after_what_it_answers");
    EXPECT_EQ(objection("2024-03-02 refuse_extension task=T reason=x"), "");
    EXPECT_THAT(tests::told(*record_, "2024-12-31", "extensions", "decided_on what"),
                testing::ElementsAre("2024-01-10 | refused", "2024-02-01 | granted",
                                     "2024-03-01 | requested"));
}

TEST_F(LateMoves, AskWhereNothingWaitedOnTheirDay) {
    const std::string asks = " request_extension task=T proposed_deadline=2024-05-01 reason=x";
    begin(assigned + "2024-01-05" + asks +
          "\n2024-02-01 revise_deadline task=T deadline=2024-03-20");
    EXPECT_EQ(refused("2024-01-10" + asks), "one_request") << "that of 5 January waited then";
    EXPECT_EQ(refused("2024-01-04" + asks), "others_stand_on_it") << "that would be one too many";
    say("2024-03-01" + asks);
    EXPECT_EQ(refused("2024-02-10" + asks), "others_stand_on_it");
    say("2024-02-20 revise_deadline task=T deadline=2024-03-25");
    EXPECT_EQ(objection("2024-02-10" + asks), "") << "it was granted before another waited";
}

// What stands on it is judged when the batch is through; itself by what comes before it there.
TEST_F(LateMoves, WithWhatAnswersThemAreTakenInOneBatch) {
    const std::string asks = " request_extension task=T proposed_deadline=2024-05-01 reason=x";
    const std::string asked = "2024-02-01" + asks,
                      no = "2024-02-05 refuse_extension task=T reason=x";
    begin(assigned + "2024-03-01" + asks);
    EXPECT_EQ(refused(asked), "others_stand_on_it");
    EXPECT_EQ(refused(asked + "\n2024-03-02 refuse_extension task=T reason=x"),
              "others_stand_on_it")
        << "that would answer the other one";
    try {
        say(no + "\n" + asked);
        ADD_FAILURE() << "its refusal comes first";
    } catch (const error& e) {
        EXPECT_THAT(e.what(), testing::HasSubstr("judged in their order in the batch"));
        EXPECT_THAT(e.what(), testing::StartsWith("command 1: refuse_extension: "));
    }
    try {
        say("2024-01-10 remind_task task=T number=1\n" + asked);
        ADD_FAILURE();
    } catch (const error& e) {
        EXPECT_THAT(e.what(), testing::StartsWith("command 2: request_extension: event 6 would"));
    }
    say(asked + "\n" + no);
    EXPECT_THAT(tests::told(*record_, "2024-12-31", "extensions", "decided_on what"),
                testing::ElementsAre("2024-02-05 | refused", "2024-03-01 | requested"));
    EXPECT_EQ(objection("2024-03-02 refuse_extension task=T reason=x"), "");
}

// The slow twin of the moves that do not change what a task is in: a fresh ledger, in which all of
// it is recorded in the order of its days.
TEST(AnyTask, TakesALateMoveWhereItCouldHaveBeenRecordedInOrder) {
    const auto takes = [](const std::vector<command>& all) {
        try {
            ledger::in_memory()->record(tests::by_clerk(parse_day("2024-12-31")), all);
        } catch (const error&) {
            return false;
        }
        return true;
    };
    const auto is_earlier = [](const command& one, const command& other) {
        return *one.effective_on < *other.effective_on;
    };
    int taken = 0, refused = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        tests::random_numbers random{seed};
        const auto any = [&](const char* letters) {
            return std::string(1, letters[random.below(3)]);
        };
        std::vector<command> said = tests::commands_of(
            "2024-01-01 add_agency agency=A name_vi=x\n2024-01-01 add_agency agency=B name_vi=x\n"
            "2024-01-01 add_agency agency=C name_vi=x\n"
            "2024-01-01 add_official official=O name_vi=x\n"
            "2024-01-01 limit_extensions most_times=2 most_days=60\n"
            "2024-01-05 assign_task task=T title_vi=x lead=A coordinating=B acceptance=not_asked "
            "deadline=2024-02-01");
        const auto record = ledger::in_memory();
        act by = tests::by_clerk(parse_day("2024-12-31"));
        record->record(by, said);
        civil_day last = parse_day("2024-01-05");
        std::vector<command> batch;
        for (int i = 0; i < 16; ++i) {
            const int change = random.below(17);  // of what the task is in, explained: never late
            civil_day on{parse_day("2024-01-03").since_epoch() + random.below(40)};
            if (change < 3 || change == 12) on = last = std::max(last, on);
            const std::string due =
                to_text(civil_day{parse_day("2024-01-20").since_epoch() + random.below(60)});
            const std::string words[] = {
                " suspend_task task=T reason=x",
                " resume_task task=T reason=x",
                random.below(2) == 0 ? " complete_task task=T" : " cancel_task task=T reason=x",
                " revise_deadline task=T deadline=" + due,
                " revise_deadline task=T deadline=" + due,
                " remind_task task=T number=1",
                " state_obligation task=T obligation=x agency=" + any("ABC"),
                " answer_obligation task=T agency=" + any("ABC"),
                " reassign_task task=T lead=" + any("ABC") + " coordinating=" + any("ABC"),
                " charge_official task=T official=O agency=" + any("ABC"),
                " plan_task task=T period=2024-Q1",
                " report_progress task=T percent=50",
                " explain_delay task=T cause=other text=x",
                " accept_explanation task=T",
                " return_explanation task=T reason=x",
                " request_extension task=T reason=x proposed_deadline=" + due,
                " refuse_extension task=T reason=x",
            };
            batch.push_back(tests::command_of(to_text(on) + words[change]));
            if (batch.size() == 1 && random.below(3) == 0) continue;  // two in one batch
            std::stable_sort(batch.begin(), batch.end(), is_earlier);
            std::vector<command> in_order = said;
            for (const command& c : batch)
                in_order.insert(std::upper_bound(in_order.begin(), in_order.end(), c, is_earlier),
                                c);
            bool is_taken = true;
            try {
                record->record(by, batch);
            } catch (const error&) {
                is_taken = false;
            }
            ASSERT_EQ(is_taken, takes(in_order))
                << "seed " << seed << ", step " << i << ": " << to_text(on) << words[change]
                << " and " << batch.size() - 1 << " more";
            ++(is_taken ? taken : refused);
            if (is_taken) said = std::move(in_order);
            if (is_taken) last = std::max(last, *batch.back().effective_on);
            batch.clear();
        }
    }
    EXPECT_GT(taken, 200);
    EXPECT_GT(refused, 200);
}

}  // namespace
}  // namespace mandate
