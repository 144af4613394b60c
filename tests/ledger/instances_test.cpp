// Instances of a task whose assignment is corrected afterwards: they go their own way, a finding
// and the question `instances` name those that say otherwise, and a correction of the event that
// made them brings them up to the task.

#include "record_test.hpp"

namespace mandate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using tests::told;

class Instances : public tests::record_test {
protected:
    std::int64_t assigned_ = 0, fanned_out_ = 0;
    void SetUp() override {
        record_test::SetUp();
        assigned_ =
            say("2024-01-03 assign_task task=T title_vi=wrong assigner=X lead=A "
                "deadline=2024-03-01");
        fanned_out_ = say("2024-01-05 fan_out_task task=T agency=A,B");
    }
    std::vector<std::string> findings_of(const std::string& text) {
        act by = tests::by_clerk(parse_day("2024-12-31"));
        std::vector<std::string> all;
        for (const finding& f : record_->record(by, tests::commands_of(text)).findings) {
            std::string line = f.key;
            for (const auto& [name, content] : f.facts) line += " " + name + "=" + content;
            all.push_back(std::move(line));
        }
        return all;
    }
    std::vector<std::string> differing() const {
        return told(*record_, "2024-12-31", "instances task=T", "instance deadline differs_in");
    }
    std::string correction(const std::string& more) const {
        return "2024-01-03 assign_task task=T assigner=X lead=A corrects=" +
               std::to_string(assigned_) + " " + more;
    }
};

TEST_F(Instances, ThatSayTheOldThingAreNamedWhenTheirTaskIsCorrected) {
    EXPECT_THAT(differing(), ElementsAre("T/A | 2024-03-01 | -", "T/B | 2024-03-01 | -"));
    EXPECT_THAT(findings_of(correction("title_vi=right deadline=2024-06-01")),
                ElementsAre("task.instances_differ task=T instance=T/A event=" +
                            std::to_string(fanned_out_) + " instance=T/B"));
    EXPECT_THAT(differing(), ElementsAre("T/A | 2024-03-01 | title deadline",
                                         "T/B | 2024-03-01 | title deadline"));
    EXPECT_THAT(findings_of("2024-01-05 fan_out_task task=T agency=A,B corrects=" +
                            std::to_string(fanned_out_)),
                IsEmpty());
    EXPECT_THAT(differing(), ElementsAre("T/A | 2024-06-01 | -", "T/B | 2024-06-01 | -"));
    EXPECT_THAT(tasks(), ElementsAre("T | right | A", "T/A | right | A", "T/B | right | B"));
}

TEST_F(Instances, AreNotNamedForWhatTheyGoTheirOwnWayIn) {
    say("2024-02-01 revise_deadline task=T/A deadline=2024-04-01\n"
        "2024-02-01 reassign_task task=T/B lead=X");
    EXPECT_THAT(findings_of("2024-02-01 revise_deadline task=T deadline=2024-09-01"), IsEmpty())
        << "a decision after they were made";
    EXPECT_THAT(findings_of(correction("title_vi=wrong deadline=2024-03-01 note=x")), IsEmpty());
    EXPECT_THAT(differing(), ElementsAre("T/A | 2024-04-01 | -", "T/B | 2024-03-01 | -"));
}

TEST_F(Instances, AreNamedWhenADeadlineOfBeforeIsEnteredLateOrWithdrawn) {
    EXPECT_THAT(findings_of("2024-01-04 revise_deadline task=T deadline=2024-09-01"),
                ElementsAre(testing::StartsWith("task.instances_differ")));
    EXPECT_THAT(findings_of("2024-01-04 void_event reason=x corrects=" +
                            std::to_string(record_->revision())),
                IsEmpty());
}

TEST_F(Instances, OfPeriodsKeepTheirOwnDays) {
    const auto n =
        std::to_string(say("2024-01-03 assign_task task=R title_vi=wrong assigner=X "
                           "lead=A recurs=monthly deadline=2024-12-31"));
    say("2024-01-05 repeat_task task=R period=2024-01,2024-02");
    findings_of(
        "2024-01-03 assign_task task=R title_vi=right assigner=B lead=A recurs=monthly "
        "deadline=2024-06-30 corrects=" +
        n);
    EXPECT_THAT(told(*record_, "2024-02-15", "instances task=R", "instance deadline differs_in"),
                ElementsAre("R/2024-01 | 2024-01-31 | title assigner",
                            "R/2024-02 | 2024-02-29 | title assigner"));
}

// A whole may be done before its parts: legal, and told with the parts.
TEST_F(Instances, AndOtherPartsLeftOpenUnderAWholeThatIsDoneAreNamed) {
    EXPECT_THAT(findings_of("2024-02-01 submit_task task=T"), IsEmpty());
    EXPECT_THAT(findings_of("2024-02-02 accept_task task=T"),
                ElementsAre("task.done_over_open_parts task=T n=2 parts=T/A, T/B"));
    EXPECT_THAT(findings_of("2024-02-03 submit_task task=T/A\n2024-02-03 accept_task task=T/A"),
                IsEmpty())
        << "it was told";
    EXPECT_THAT(findings_of("2024-02-03 cancel_task task=T/B reason=x"), IsEmpty());
    EXPECT_THAT(findings_of("2024-02-05 assign_task task=P title_vi=x lead=B parent_task=T"),
                ElementsAre("task.done_over_open_parts task=T n=1 parts=P"));
    EXPECT_THAT(findings_of("2024-02-05 assign_task task=W title_vi=x acceptance=not_asked\n"
                            "2024-02-05 assign_task task=W1 title_vi=x parent_task=W\n"
                            "2024-02-06 complete_task task=W"),
                ElementsAre("task.done_over_open_parts task=W n=1 parts=W1"));
    say("2024-02-05 assign_task task=V0 title_vi=x lead=A\n"
        "2024-02-05 fan_out_task task=V0 agency=A,B");
    EXPECT_THAT(findings_of("2024-02-06 suspend_task task=V0 reason=x"),
                ElementsAre("task.stopped_over_open_parts task=V0 n=2 parts=V0/A, V0/B "
                            "state=suspended"));
    EXPECT_THAT(findings_of("2024-02-07 resume_task task=V0"), IsEmpty());
    EXPECT_THAT(findings_of("2024-02-07 suspend_task task=V0/A reason=x\n"
                            "2024-02-08 cancel_task task=V0 reason=x"),
                ElementsAre("task.stopped_over_open_parts task=V0 n=1 parts=V0/B "
                            "state=cancelled"));
    // Of a part that the actor may not see it is told nothing.
    say("2024-01-01 add_access_class access_class=MAT name_vi=x rank=2\n"
        "2024-01-01 set_highest_class access_class=MAT\n"
        "2024-02-05 assign_task task=V title_vi=x lead=A assigner=X acceptance=not_asked\n"
        "2024-02-05 assign_task task=V1 title_vi=x parent_task=V access_class=MAT\n"
        "2024-02-05 set_policy policy=agencies office=OFFICE");
    act by = tests::by_clerk(parse_day("2024-12-31"));
    by.actor = "A";
    EXPECT_THAT(record_->record(by, tests::commands_of("2024-02-06 complete_task task=V")).findings,
                IsEmpty());
}

// A report that is due on a day of its own each month.
TEST_F(Instances, TheOneOfAPeriodFallsDueOnItsStatedDayElseOnThePeriodsLast) {
    say("2024-01-10 assign_task task=M title_vi=x lead=A assigner=X recurs=monthly product=p\n"
        "2024-01-10 repeat_task task=M period=2024-02 deadline=2024-02-25 "
        "deadline_as_stated='before the 25th'\n"
        "2024-01-10 repeat_task task=M period=2024-01 deadline=2024-02-05");
    const std::int64_t march = say("2024-01-10 repeat_task task=M period=2024-03");
    EXPECT_THAT(told(*record_, "2024-02-10", "tasks parent_task=M",
                     "task deadline deadline_as_stated class"),
                ElementsAre("M/2024-01 | 2024-02-05 |  | open_overdue",
                            "M/2024-02 | 2024-02-25 | before the 25th | open_in_time",
                            "M/2024-03 | 2024-03-31 |  | open_in_time"));
    EXPECT_THAT(told(*record_, "2024-02-10", "instances task=M", "instance differs_in"),
                testing::Not(testing::Contains(testing::HasSubstr("deadline"))));
    EXPECT_EQ(objection("2024-01-10 repeat_task task=M period=2024-04,2024-05 deadline=2024-06-05"),
              "one_day_for_one_period");
    EXPECT_THROW(say("2024-01-10 repeat_task task=M period=2024-04 deadline_as_stated=x"), error);
    say("2024-01-10 assign_task task=M title_vi=x lead=B assigner=X recurs=monthly product=q "
        "priority=urgent corrects=" +
        std::to_string(march - 3));
    EXPECT_THAT(told(*record_, "2024-02-10", "instances task=M", "instance differs_in"),
                testing::Contains("M/2024-03 | product priority lead"));
    say("2024-01-10 repeat_task task=M period=2024-03 corrects=" + std::to_string(march));
    EXPECT_THAT(told(*record_, "2024-02-10", "instances task=M", "instance differs_in"),
                testing::Contains("M/2024-03 | -"));
}

TEST_F(Instances, TheStatedDayOfAPeriodIsADayAndNotBeforeTheWorkIsGiven) {
    say("2024-01-10 assign_task task=M title_vi=x lead=A assigner=X recurs=monthly");
    EXPECT_EQ(objection("2024-01-10 repeat_task task=M period=2024-02 deadline=2024-02-25 "
                        "deadline_precision=continuous"),
              "deadline_precision");
    EXPECT_EQ(objection("2024-01-10 repeat_task task=M period=2024-02 "
                        "deadline_precision=continuous"),
              "deadline");
    EXPECT_THAT(findings_of("2024-02-10 repeat_task task=M period=2024-02 deadline=2024-02-05"),
                ElementsAre("task.due_before_assignment task=M"));
}

// Who leads may change: an instance goes its own way, unless what was said before it is corrected.
TEST_F(Instances, TheOneOfAPeriodIsNotNamedForALeadThatChangedAfterIt) {
    say("2024-01-10 assign_task task=M title_vi=x lead=A assigner=X recurs=monthly\n"
        "2024-03-05 repeat_task task=M period=2024-03\n2024-03-05 reassign_task task=M lead=B");
    const auto differs = [&] {
        return told(*record_, "2024-12-31", "instances task=M", "instance differs_in");
    };
    EXPECT_THAT(differs(), testing::Contains("M/2024-03 | -"));
    say("2024-03-01 reassign_task task=M lead=X");
    EXPECT_THAT(differs(), testing::Contains("M/2024-03 | lead")) << "entered late, of before";
}

// The library chose the code, so a slip does not take it for good.
TEST_F(Instances, OneThatWasCorrectedAwayMayBeMadeAgainOnItsTrueDay) {
    const auto again =
        " corrects=" + std::to_string(say("2024-01-05 fan_out_task task=T agency=A corrects=" +
                                          std::to_string(fanned_out_)));
    say("2024-06-03 fan_out_task task=T agency=B,X");
    EXPECT_THAT(told(*record_, "2024-12-31", "tasks parent_task=T", "task assigned_on"),
                ElementsAre("T/A | 2024-01-05", "T/B | 2024-06-03", "T/X | 2024-06-03"));
    EXPECT_EQ(refused("2024-01-05 fan_out_task task=T agency=A,B" + again), "agency")
        << "it stands by the other event";
    EXPECT_EQ(refused("2024-06-04 fan_out_task task=T agency=A"), "agency");
    say("2024-01-10 assign_task task=M title_vi=x lead=A assigner=X recurs=quarterly");
    const auto made =
        " corrects=" + std::to_string(say("2024-01-15 repeat_task task=M period=2024-Q4"));
    say("2024-01-15 repeat_task task=M period=2024-Q2" + made);
    const auto moves = told(*record_, "2024-06-30", "moves task=M", "command allowed");
    EXPECT_THAT(moves, testing::Contains("repeat_task | 1"));
    say("2024-07-01 repeat_task task=M period=2024-Q4");
    // Of another task's code, which a host chose, nothing is taken.
    say("2024-01-03 assign_task task=T/OFFICE title_vi=x lead=A assigner=X");
    say("2024-01-03 void_event reason=x corrects=" + std::to_string(record_->revision()));
    EXPECT_EQ(refused("2024-06-04 fan_out_task task=T agency=OFFICE"), "agency");
}

// A correction says it at its place: what was said after it on that day is not in it.
TEST_F(Instances, CorrectedOnADayOnWhichMoreWasSaidSayWhatWasSaidBefore) {
    say("2024-01-05 revise_deadline task=T deadline=2024-04-20\n"
        "2024-01-05 reassign_task task=T lead=X coordinating=B");
    say("2024-01-05 fan_out_task task=T agency=A,B corrects=" + std::to_string(fanned_out_));
    EXPECT_THAT(differing(), ElementsAre("T/A | 2024-03-01 | -", "T/B | 2024-03-01 | -"));
    EXPECT_THAT(told(*record_, "2024-12-31", "tasks parent_task=T", "task coordinating"),
                ElementsAre("T/A | ", "T/B | "));
}

}  // namespace
}  // namespace mandate
