// Which tasks a period counts and in which class, against a twin that keeps plain lists of days.

#include "review/population.hpp"

#include "mandate/base/error.hpp"
#include "model/state_under_test.hpp"
#include "review/answers.hpp"
#include "review/build_review.hpp"
#include "table_lines.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace mandate {
namespace {

using tests::state_under_test;

// What was said of one task, in order of its days.
struct plain_task {
    std::string code;
    civil_day assigned;
    std::vector<std::string> leads, documents;
    std::string field;
    bool is_secret = false;
    std::optional<civil_day> standing_from;
    std::vector<std::pair<civil_day, std::optional<civil_day>>> deadlines;
    std::vector<std::pair<civil_day, bool>> suspended;  // from that day on
    std::optional<civil_day> cancelled;
    struct handed_in {
        civil_day on;
        std::optional<std::pair<civil_day, bool>> answer;  // accepted?
    };
    std::vector<handed_in> submissions;
    std::optional<civil_day> completed;

    std::optional<task_class> at(civil_day day, civil_day cut_off) const {
        if (day < assigned) return std::nullopt;
        if (cancelled && *cancelled <= day) return task_class::cancelled;
        bool rests = false;
        for (const auto& [from, is] : suspended)
            if (from <= day) rests = is;
        if (rests) return task_class::suspended;
        if (standing_from && *standing_from <= day) return task_class::standing;
        std::optional<civil_day> due, done, waits;
        for (const auto& [from, until] : deadlines)
            if (from <= day) due = until;
        for (const handed_in& s : submissions) {
            if (s.on > day) continue;
            const bool answered = s.answer && s.answer->first <= cut_off;
            if (!answered)
                waits = s.on;
            else if (s.answer->second)
                done = s.on;
        }
        if (completed && *completed <= day) done = completed;
        if (done)
            return !due            ? task_class::done_without_deadline
                   : *done <= *due ? task_class::done_in_time
                                   : task_class::done_late;
        if (!due) return task_class::open_without_deadline;
        return day <= *due || (waits && *waits <= *due) ? task_class::open_in_time
                                                        : task_class::open_overdue;
    }
    bool is_in(const period& of, civil_day cut_off) const {
        const civil_day end = std::min(of.last(), cut_off);
        if (assigned > end) return false;
        if (assigned >= of.first()) return true;
        const task_class before = *at(of.first() - 1, cut_off);
        return !is_done(before) && before != task_class::cancelled;
    }
};

class made_up {
public:
    explicit made_up(std::uint64_t seed) : random_{seed} {
        s.add(R"(
2023-01-01 add_agency agency=A name_vi=a
2023-01-01 add_agency agency=B name_vi=b
2023-01-01 add_agency agency=C name_vi=c
2023-01-01 add_access_class access_class=S name_vi=s rank=1
2023-01-01 set_highest_class access_class=S
2023-01-01 grant_access access_class=S agency=A
2023-01-01 add_document document=D1 number=1-KH/TU document_kind=plan issuer=A
2023-01-01 add_document document=D2 number=2-KH/TU document_kind=plan issuer=A
)");
        for (int i = 0; i < 40; ++i) assign("T" + std::to_string(i));
        for (civil_day day = begin_; day < end_; day = day + 1)
            for (int n = random_.below(4); n > 0; --n) move(tasks[pick()], day);
    }

    state_under_test s;
    std::vector<plain_task> tasks;

private:
    std::size_t pick() { return static_cast<std::size_t>(random_.below(40)); }
    bool yes(int in) { return random_.below(in) == 0; }
    std::optional<civil_day> perhaps_due(civil_day from) {
        if (yes(4)) return std::nullopt;
        return from + 1 + random_.below(160);
    }

    void assign(const std::string& code) {
        plain_task t;
        t.code = code;
        t.assigned = begin_ + random_.below(400);
        t.leads = yes(3) ? std::vector<std::string>{"A", "B"}
                         : std::vector<std::string>{yes(2) ? "B" : "C"};
        if (!yes(3)) t.documents.push_back("D1");
        if (yes(3)) t.documents.push_back("D2");
        if (yes(2)) t.field = yes(2) ? "f" : "g";
        t.is_secret = yes(5);
        std::string text = to_text(t.assigned) + " assign_task task=" + code + " title_vi=x lead=";
        for (const std::string& lead : t.leads) text += (lead == t.leads[0] ? "" : ",") + lead;
        for (const std::string& d : t.documents)
            text += (d == t.documents[0] ? " document=" : ",") + d;
        if (!t.field.empty()) text += " field_of_work=" + t.field;
        if (t.is_secret) text += " access_class=S";
        const auto due = perhaps_due(t.assigned);
        if (due) text += " deadline=" + to_text(*due);
        if (yes(12)) {
            t.standing_from = t.assigned + random_.below(200);
            text += " standing_from=" + to_text(*t.standing_from);
        }
        t.deadlines.push_back({t.assigned, due});
        s.add(text);
        tasks.push_back(std::move(t));
    }

    // Moves that the rules refuse happen to neither of the two.
    bool said(const std::string& text) {
        try {
            s.add(text);
            return true;
        } catch (const error&) {
            return false;
        }
    }

    void move(plain_task& t, civil_day day) {
        if (day < t.assigned) return;
        const std::string on = to_text(day), task = " task=" + t.code;
        switch (random_.below(9)) {
            case 0:
            case 1:
                if (said(on + " submit_task" + task)) t.submissions.push_back({day, {}});
                break;
            case 2:
            case 3:
                if (said(on + " accept_task" + task))
                    t.submissions.back().answer.emplace(day, true);
                break;
            case 4:
                if (said(on + " return_task" + task + " reason=x"))
                    t.submissions.back().answer.emplace(day, false);
                break;
            case 5: {
                const civil_day due = day + 1 + random_.below(90);
                if (!t.standing_from &&
                    said(on + " revise_deadline" + task + " deadline=" + to_text(due)))
                    t.deadlines.push_back({day, due});
                break;
            }
            case 6:
                if (said(on + " suspend_task" + task + " reason=x"))
                    t.suspended.push_back({day, true});
                break;
            case 7:
                if (said(on + " resume_task" + task)) t.suspended.push_back({day, false});
                break;
            default:
                if (yes(4) && said(on + " cancel_task" + task + " reason=x")) t.cancelled = day;
        }
    }

    tests::random_numbers random_;
    const civil_day begin_ = parse_day("2023-01-02"), end_ = parse_day("2024-06-30");
};

using counts_by_key = std::map<std::string, class_counts>;

struct counted {
    class_counts all;
    std::int64_t hidden = 0;
    counts_by_key by_lead, by_document, by_field;
};

counted count(const made_up& made, const period& of, civil_day cut_off, bool sees_all) {
    counted out;
    for (const plain_task& t : made.tasks) {
        if (!t.is_in(of, cut_off)) continue;
        if (t.is_secret && !sees_all) {
            ++out.hidden;
            continue;
        }
        const task_class its = *t.at(std::min(of.last(), cut_off), cut_off);
        out.all.add(its);
        for (const std::string& lead : t.leads) out.by_lead[lead].add(its);
        for (const std::string& d : t.documents) out.by_document[d].add(its);
        if (t.documents.empty()) out.by_document["(none)"].add(its);
        out.by_field[t.field.empty() ? "(none)" : t.field].add(its);
    }
    return out;
}

// The rows of review_figures by key: "" all tasks, "(sum)" the rows added.
counts_by_key figures(const lens& through, const period& of, grouping_kind by) {
    arguments args;
    args.values.push_back({field::period, to_text(of)});
    args.values.push_back({field::grouped_by, static_cast<std::int64_t>(by)});
    const table rows = answer_review_figures(through, args);
    counts_by_key all;
    for (std::size_t r = 0; r < rows.rows(); ++r) {
        class_counts& c = all[std::string{rows.text(r, 0).value_or("")}];
        for (std::size_t i = 0; i < task_class_count; ++i) c.of[i] = *rows.number(r, i + 2);
    }
    return all;
}

class_counts sum_of(const counts_by_key& rows) {
    class_counts sum;
    for (const auto& [key, counts] : rows)
        for (std::size_t i = 0; i < task_class_count; ++i) sum.of[i] += counts.of[i];
    return sum;
}

TEST(Population, OfRandomLedgersIsWhatAPlainListSaysByDateViewerAndGroup) {
    std::set<task_class> met;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        const made_up made{seed};
        const state& s = made.s.record;
        for (const char* cut_off : {"2023-06-30", "2024-01-15", "2024-04-25", "2024-06-30"})
            for (const char* span :
                 {"2023-Q2", "2023", "2023-12", "2024-Q1", "2024-H1", "2023-10-20/2024-02-09"})
                for (const char* viewer : {"", "A", "C"}) {
                    const period of = parse_period(span);
                    const civil_day day = parse_day(cut_off);
                    if (day < of.first()) continue;
                    SCOPED_TRACE(std::to_string(seed) + " " + cut_off + " " + span + " " + viewer);
                    const row_number asking =
                        *viewer == '\0' ? no_row : *s.find(entity_kind::agency, viewer);
                    const lens through{s, {day, s.revision()}, last_day, asking};
                    const counted twin = count(made, of, day, *viewer != 'C');

                    const review r = build_review(through, {of});
                    EXPECT_EQ(r.at_end, twin.all);
                    EXPECT_EQ(r.not_shown, twin.hidden);
                    std::set<std::string> once;
                    for (const std::size_t i : r.population) {
                        EXPECT_TRUE(once.insert(r.tasks[i].code).second) << r.tasks[i].code;
                        met.insert(r.tasks[i].at_end);
                    }
                    EXPECT_EQ(static_cast<std::int64_t>(once.size()), twin.all.total());
                    EXPECT_EQ(r.sum_of_rows, sum_of(twin.by_lead));
                    for (const agency_row& row : r.agencies) {
                        if (row.led.total() > 0) {
                            EXPECT_EQ(row.led, twin.by_lead.at(row.agency.code));
                        }
                    }
                    for (const auto& [by, rows] : {std::pair{grouping_kind::agency, twin.by_lead},
                                                   {grouping_kind::document, twin.by_document},
                                                   {grouping_kind::field_of_work, twin.by_field}}) {
                        counts_by_key told = figures(through, of, by);
                        EXPECT_EQ(told.at(""), twin.all);
                        EXPECT_EQ(told.at("(sum)"), sum_of(rows));
                        told.erase(""), told.erase("(sum)");
                        // Rows of other periods stand beside, with nothing of this one.
                        std::erase_if(told,
                                      [](const auto& one) { return one.second.total() == 0; });
                        EXPECT_EQ(told, rows);
                    }
                    if (*viewer == '\0' &&
                        (of.kind() == period_kind::quarter || of.kind() == period_kind::own)) {
                        const period before = of.previous(), year_ago = *years_before(of, 1);
                        ASSERT_EQ(r.compared.size(), 2U);
                        EXPECT_EQ(r.compared[0].period, before);
                        EXPECT_EQ(r.compared[0].at_end, count(made, before, day, true).all);
                        EXPECT_EQ(r.compared[1].period, year_ago);
                        EXPECT_EQ(r.compared[1].at_end, count(made, year_ago, day, true).all);
                    }
                }
    }
    EXPECT_EQ(met.size(), task_class_count) << "each class was met";
}

TEST(Population, OfSeveralAgenciesIsWhatAnyOfThemLeads) {
    state_under_test s{R"(
2023-01-01 add_agency agency=A name_vi='Agency A'
2023-01-01 add_agency agency=B name_vi='Agency B'
2023-01-01 add_agency agency=C name_vi='Agency C'
2024-01-10 assign_task task=T1 title_vi=x lead=A
2024-01-10 assign_task task=T2 title_vi=x lead=B coordinating=A
2024-01-10 assign_task task=T3 title_vi=x lead=B
2024-01-10 assign_task task=T4 title_vi=x lead=C
)"};
    const lens through{s.record, {parse_day("2024-04-25"), s.record.revision()}, last_day};
    const auto total = [&](std::vector<std::string> agencies) {
        const review r = build_review(through, {parse_period("2024-Q1"), std::move(agencies)});
        return r.at_end.total();
    };
    EXPECT_EQ(total({}), 4);
    EXPECT_EQ(total({"A"}), 1);
    EXPECT_EQ(total({"A", "C"}), 2);
    EXPECT_EQ(total({"A", "B", "C"}), 4);
    EXPECT_THROW(total({"A", "NONE"}), error);
    const review r = build_review(through, {parse_period("2024-Q1"), {"A", "C"}});
    EXPECT_NE(to_json(r).find(R"("agency":null,"only_agencies":["A","C"])"), std::string::npos);
}

}  // namespace
}  // namespace mandate
