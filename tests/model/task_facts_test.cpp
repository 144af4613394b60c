#include "model/task_facts.hpp"

#include "model/state_under_test.hpp"

#include <gtest/gtest.h>

namespace mandate {
namespace {

using tests::state_under_test;

constexpr const char* two_agencies =
    "2024-01-01 add_agency agency=A name_vi='Agency A'\n"
    "2024-01-01 add_agency agency=B name_vi='Agency B'\n";

// One story a row; the class on the last day of the quarter, by what is known on 25 April.
TEST(TaskFacts, ClassesEveryStory) {
    const struct {
        const char* assigned;
        const char* then;
        task_class expected;
        const char* why;
    } cases[] = {
        {"deadline=2024-03-20", "", task_class::open_overdue, "nothing came"},
        {"deadline=2024-03-31", "", task_class::open_in_time, "the deadline day is in time"},
        {"", "", task_class::open_without_deadline, "nobody set a deadline"},
        {"deadline=2024-03-20", "2024-03-20 submit_task task=T\n2024-04-10 accept_task task=T",
         task_class::done_in_time, "submitted in time and accepted late counts by its submission"},
        {"deadline=2024-03-20", "2024-03-20 submit_task task=T", task_class::open_in_time,
         "submitted in time and not answered: the waiting is the acceptor's"},
        {"deadline=2024-03-20", "2024-03-21 submit_task task=T", task_class::open_overdue,
         "submitted late and not answered"},
        {"deadline=2024-03-20",
         "2024-03-20 submit_task task=T\n2024-03-22 return_task task=T reason=unclear\n"
         "2024-03-28 submit_task task=T\n2024-03-29 accept_task task=T",
         task_class::done_late, "a returned submission does not count"},
        {"deadline=2024-03-20",
         "2024-03-20 submit_task task=T\n2024-04-02 return_task task=T reason=unclear",
         task_class::open_overdue, "its return is known at the cut-off"},
        {"", "2024-03-05 submit_task task=T\n2024-03-06 accept_task task=T",
         task_class::done_without_deadline, "done, and there was no deadline"},
        {"deadline=2024-03-20", "2024-04-03 submit_task task=T\n2024-04-04 accept_task task=T",
         task_class::open_overdue, "done after the quarter is not done in it"},
        {"deadline=2024-03-20",
         "2024-04-05 revise_deadline task=T deadline=2024-06-30 reason=asked",
         task_class::open_overdue, "an extension granted in April does not wash March"},
        {"deadline=2024-03-20",
         "2024-03-25 revise_deadline task=T deadline=2024-06-30 reason=asked",
         task_class::open_in_time, "extended after it had passed, but in March"},
        {"deadline=2024-03-20", "2024-02-01 suspend_task task=T reason=waiting",
         task_class::suspended, "suspended goes before overdue"},
        {"deadline=2024-03-20",
         "2024-02-01 suspend_task task=T reason=waiting\n2024-03-01 resume_task task=T",
         task_class::open_overdue, "resumed"},
        {"deadline=2024-03-20", "2024-03-30 cancel_task task=T reason=dropped",
         task_class::cancelled, "cancelled goes before all"},
        {"deadline=2024-03-20", "2024-04-02 cancel_task task=T reason=dropped",
         task_class::open_overdue, "cancelled only in April"},
        {"standing_from=2024-01-10", "", task_class::standing, "a standing task"},
        {"deadline=2024-12-31 standing_from=2025-01-01", "", task_class::open_in_time,
         "due this year and standing from the next"},
        {"deadline=2024-03-20 acceptance=not_asked", "2024-03-20 complete_task task=T",
         task_class::done_in_time, "done without acceptance on the deadline day"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.why);
        state_under_test s{two_agencies};
        s.add(std::string{"2024-01-10 assign_task task=T title_vi=Task lead=A "} + c.assigned);
        s.add(c.then);
        EXPECT_EQ(name_of(s.facts("T", "2024-03-31", "2024-04-25").its_class), name_of(c.expected));
    }
}

TEST(TaskFacts, ADocumentToBeIssuedIsDoneOnItsOwnDate) {
    state_under_test s{two_agencies};
    s.add(
        "2023-12-20 add_document document=D number=68-CTr/TU document_kind=plan issuer=A "
        "dated=2024-03-15\n"
        "2024-01-10 assign_task task=T title_vi=Issue lead=A deadline=2024-03-20 "
        "acceptance=not_asked\n"
        "2024-04-02 complete_task task=T document=D");
    const task_facts facts = s.facts("T", "2024-03-31", "2024-04-25");
    EXPECT_EQ(facts.its_class, task_class::done_in_time);
    EXPECT_EQ(facts.finished_on, parse_day("2024-03-15"));
    EXPECT_EQ(s.facts("T", "2024-03-14", "2024-04-25").its_class, task_class::open_in_time)
        << "the day before it was issued";
}

TEST(TaskFacts, DoesNotExistBeforeItsAssignment) {
    state_under_test s{two_agencies};
    s.add("2024-04-10 assign_task task=T title_vi=Task lead=A");
    EXPECT_EQ(s.facts("T", "2024-03-31", "2024-04-25").stated, nullptr);
    EXPECT_NE(s.facts("T", "2024-04-10").stated, nullptr);
}

TEST(TaskFacts, ALateEntryIsInAsOfAndNotInAsKnown) {
    state_under_test s{two_agencies};
    s.add("2024-01-10 assign_task task=T title_vi=Task lead=A deadline=2024-03-29");
    const seq_number before = s.record.revision();
    s.add("2024-03-28 submit_task task=T\n2024-04-01 accept_task task=T");
    EXPECT_EQ(s.facts("T", "2024-03-31", "2024-04-25").its_class, task_class::done_in_time);
    EXPECT_EQ(s.facts("T", "2024-03-31", "2024-04-25", before).its_class, task_class::open_overdue);
}

TEST(TaskFacts, ACorrectionCountsAtThePlaceOfWhatItReplaces) {
    state_under_test s{two_agencies};
    s.add(
        "2024-01-10 assign_task task=T title_vi=Task lead=A deadline=2024-03-20\n"  // event 3
        "2024-02-01 revise_deadline task=T deadline=2024-05-31 reason=typo\n"       // event 4
        "2024-02-01 revise_deadline task=T deadline=2024-06-15 reason=again\n"      // event 5
        "2024-02-01 revise_deadline task=T deadline=2024-04-30 reason=meant corrects=4");
    EXPECT_EQ(s.facts("T", "2024-03-31").current->day, parse_day("2024-06-15"))
        << "event 5 still stands after event 4's place";
    s.add("2024-02-02 void_event reason=never corrects=5");
    EXPECT_EQ(s.facts("T", "2024-03-31").current->day, parse_day("2024-04-30"));
    EXPECT_EQ(s.facts("T", "2024-03-31", {}, 5).current->day, parse_day("2024-06-15"))
        << "as it was known before the corrections";
    EXPECT_EQ(s.facts("T", "2024-01-31").current->day, parse_day("2024-03-20"));
}

// The slow twin: keeps the log, leaves out what is not known or was corrected by then, and lets
// the last remaining event in the order (effective_on, place) decide.
TEST(TaskFacts, DeadlinesAgreeWithReplayingTheLogOnRandomHistories) {
    tests::random_numbers random{7};
    for (int round = 0; round < 60; ++round) {
        state_under_test s{two_agencies};
        s.add("2024-01-10 assign_task task=T title_vi=Task lead=A deadline=2024-03-20");
        struct entry {
            civil_day effective_on;
            std::int64_t place, seq, corrects;
            std::optional<civil_day> deadline;  // absent: withdrawn
        };
        std::vector<entry> log{{parse_day("2024-01-10"), 3, 3, 0, parse_day("2024-03-20")}};
        const auto corrected_by = [&](std::int64_t seq, std::int64_t known) {
            for (const entry& e : log)
                if (e.corrects == seq && e.seq <= known) return true;
            return false;
        };
        for (int i = 0; i < 14; ++i) {
            const std::int64_t seq = 4 + i;
            const entry& old =
                log[static_cast<std::size_t>(random.below(static_cast<int>(log.size())))];
            const bool corrects =
                old.seq > 3 && old.deadline && random.below(3) == 0 && !corrected_by(old.seq, 99);
            const civil_day day = parse_day("2024-01-10") + random.below(100);
            command c;
            c.kind = command_kind::revise_deadline;
            c.effective_on = day;
            entry e{day, seq, seq, 0, day + 30};
            if (corrects) {
                c.corrects = old.seq;
                e.corrects = old.seq;
                e.place = old.place;
            }
            if (corrects && random.below(2) == 0) {
                c.kind = command_kind::void_event;
                c.values = {{field::reason, "wrong"}};
                e.deadline.reset();
            } else {
                c.values = {{field::task, "T"},
                            {field::deadline, std::int64_t{(day + 30).since_epoch()}}};
            }
            s.add(c);
            log.push_back(e);
        }
        for (int question = 0; question < 40; ++question) {
            const civil_day as_of = parse_day("2024-01-10") + random.below(110);
            const auto known = static_cast<std::int64_t>(3 + random.below(15));
            const entry* last = nullptr;
            for (const entry& e : log) {
                if (e.seq > known || !e.deadline || e.effective_on > as_of) continue;
                if (corrected_by(e.seq, known)) continue;
                if (last == nullptr ||
                    std::pair{last->effective_on, last->place} < std::pair{e.effective_on, e.place})
                    last = &e;
            }
            const task_facts facts =
                s.facts("T", to_text(as_of), {}, static_cast<seq_number>(known));
            ASSERT_EQ(facts.current->day, last->deadline)
                << "round " << round << " as of " << to_text(as_of) << " known " << known;
        }
    }
}

}  // namespace
}  // namespace mandate
