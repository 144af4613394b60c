// Figures counted over columns of days, and reviews of the tasks that agencies have, against the
// same read task by task.

#include "review/task_days.hpp"

#include "model/state_under_test.hpp"
#include "review/answers.hpp"
#include "review/build_review.hpp"
#include "review/schedule_keeper.hpp"
#include "table_lines.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace mandate {
namespace {

using tests::state_under_test;

// A record in which all happens to tasks that can: a few simple ones, and each exception.
class growing {
public:
    explicit growing(std::uint64_t seed) : random_{seed} {
        for (const char* agency : {"A", "B", "C"})
            made_.add(std::string{"2023-01-01 add_agency name_vi=x agency="} + agency);
        made_.add("2023-01-01 add_document document=D number=1-KH/TU document_kind=plan issuer=A");
    }

    const state& record() const { return made_.record; }
    void grow(int events) {
        for (int n = 0; n < events; ++n) happen();
    }

private:
    bool yes(int in) { return random_.below(in) == 0; }
    civil_day day() { return parse_day("2023-01-02") + random_.below(540); }
    std::string task() { return " task=T" + std::to_string(random_.below(tasks_)); }

    void happen() {
        if (tasks_ == 0 || yes(3)) return assign();
        const std::string on = to_text(day()) + ' ';
        switch (random_.below(14)) {
            case 0:
            case 1:
                return say(on + "complete_task" + task());
            case 2:
            case 3:
                return say(on + "submit_task" + task());
            case 4:
            case 5:
                return say(on + "accept_task" + task());
            case 6:
                return say(on + "return_task reason=x" + task());
            case 7:
                return say(on + "revise_deadline deadline=" + to_text(day()) + task());
            case 8:
                return say(on + (yes(2) ? "suspend_task reason=x" : "resume_task") + task());
            case 9:
                return yes(3) ? say(on + "cancel_task reason=x" + task())
                              : say(on + "expect_document document=D" + task());
            case 10:
                return say(on + "reassign_task lead=" + agency() + task());
            case 11:
                return say(on + "link_tasks link=L" + std::to_string(made_.record.links.size()) +
                           task() + " after=T" + std::to_string(random_.below(tasks_)));
            default:
                return withdraw();
        }
    }
    std::string agency() { return yes(3) ? "A,B" : yes(2) ? "B" : "C"; }

    void assign() {
        std::string text =
            to_text(day()) + " assign_task title_vi=x task=T" + std::to_string(tasks_);
        if (!yes(6)) text += " lead=" + agency();
        if (yes(3)) text += " coordinating=C";
        if (!yes(4)) text += " deadline=" + to_text(day());
        if (yes(12)) text += " standing_from=" + to_text(day());
        if (yes(2)) text += " acceptance=not_asked";
        if (tasks_ > 0 && yes(6)) text += " parent_task=T" + std::to_string(random_.below(tasks_));
        const std::size_t before = made_.record.tasks.size();
        say(text);
        tasks_ += made_.record.tasks.size() != before;
    }
    void withdraw() {
        say("2024-06-30 void_event reason=x corrects=" +
            std::to_string(1 + random_.below(static_cast<int>(made_.record.revision()))));
    }
    // What the rules refuse does not happen.
    void say(const std::string& text) {
        try {
            made_.add(text);
        } catch (const error&) {
        }
    }

    state_under_test made_;
    tests::random_numbers random_;
    int tasks_ = 0;
};

std::vector<std::string> figures(const lens& through, const std::string& of,
                                 const char* agency = nullptr) {
    arguments args;
    args.values = {{field::period, of}};
    if (agency != nullptr) args.values.push_back({field::agency, agency});
    const table all = answer_review_figures(through, args);
    std::vector<std::string> columns;
    for (const column& c : all.columns()) columns.push_back(c.name);
    return tests::lines_of(all, columns);
}

std::string agency_review(const lens& through, const std::string& of) {
    return to_json(build_review(through, {parse_period(of), {"B", "C"}}));
}

TEST(TaskDays, GiveTheFiguresAndReviewsThatTheRecordsGiveHoweverTheRecordGrew) {
    std::size_t in_columns = 0, others = 0;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        growing made{seed};
        schedule_keeper followed;
        for (int step = 0; step < 8; ++step) {
            made.grow(60);
            const auto now = std::make_shared<const state>(made.record());
            schedule_keeper anew;
            for (const char* cut_off : {"2023-05-15", "2024-02-10", "2024-06-30"})
                for (const char* of : {"2023-Q2", "2024-01", "2024-H1"}) {
                    const view at{parse_day(cut_off), now->revision()};
                    if (at.as_of < parse_period(of).first()) continue;
                    SCOPED_TRACE(std::to_string(seed) + " step " + std::to_string(step) + ", " +
                                 of + " on " + cut_off);
                    const std::vector<std::string> by_records = figures({*now, at, last_day}, of);
                    const std::vector<std::string> of_c_by_records =
                        figures({*now, at, last_day}, of, "C");
                    const std::string review_by_records = agency_review({*now, at, last_day}, of);
                    for (schedule_keeper* keeper : {&followed, &anew}) {
                        const schedule_place kept{keeper, now, 0};
                        const lens through{*now, at, last_day, no_row, nullptr, &kept};
                        EXPECT_EQ(figures(through, of), by_records);
                        EXPECT_EQ(figures(through, of, "C"), of_c_by_records);
                        EXPECT_EQ(agency_review(through, of), review_by_records);
                    }
                }
            others += anew.days({&anew, now, 0})->others().size();
            in_columns += now->tasks.size();
        }
    }
    in_columns -= others;
    EXPECT_GT(in_columns, 300U) << "tasks that four days and a lead describe";
    EXPECT_GT(others, 300U);
}

}  // namespace
}  // namespace mandate
