// How fast is a period classed and counted by agency, its whole review made with the attribution of
// every late task and all pairs of agencies, and the review of one agency, against one full pass of
// the schedule of a plan of as many tasks? The record is made up: one task in ten without a
// deadline, six in ten finished, one in twenty with an extension. Of each list of the review a
// first page of fifty tasks is read; what the words of all tasks cost is printed apart.
//
//     figures_bench [--tasks N]

#include "graph/compact_schedule.hpp"
#include "judge.hpp"
#include "made_up_tasks.hpp"
#include "mandate/exchange/json_reader.hpp"
#include "mandate/ledger/ledger.hpp"
#include "network_plan.hpp"
#include "stopwatch.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>

namespace mandate::bench {
namespace {

constexpr int utc_offset = 420;
const civil_day today = std::chrono::year{2024} / 4 / 25;
const period quarter{period_kind::quarter, 2024, 1};

act host() {
    act by;
    by.today = today;
    by.now_us = std::int64_t{today.since_epoch()} * 86'400'000'000;
    by.actor = "host";
    return by;
}

std::unique_ptr<ledger> imported(std::uint32_t tasks) {
    auto made = ledger::in_memory(utc_offset);
    const made_up_plan plan = make_plan(tasks);
    made->import(host(), read_json_commands(plan.json, utc_offset));
    std::vector<command> extensions;
    for (std::size_t t = 0; t < plan.tasks.size(); t += 20) {
        const task_days& days = plan.tasks[t];
        if (days.deadline == never || days.finished != never) continue;
        command c;
        c.kind = command_kind::revise_deadline;
        c.effective_on = civil_day{std::min(days.deadline, today.since_epoch())};
        c.values.push_back({field::task, "T" + std::to_string(t + 1)});
        c.values.push_back({field::deadline, std::int64_t{days.deadline + 30}});
        c.values.push_back({field::decided_by, "A1"});
        extensions.push_back(std::move(c));
    }
    made->record(host(), extensions);
    return made;
}

table figures(const ledger& of, const view_request& view, const char* agency = nullptr) {
    arguments args;
    args.values = {{field::period, to_text(quarter)}};
    if (agency != nullptr) args.values.push_back({field::agency, agency});
    return of.ask(view, question_kind::review_figures, args);
}

bool same(const table& a, const table& b) {
    if (a.rows() != b.rows()) return false;
    for (std::size_t c = 0; c < a.columns().size(); ++c)
        for (std::size_t r = 0; r < a.rows(); ++r)
            if (c == 0 ? a.text(r, c) != b.text(r, c) : a.number(r, c) != b.number(r, c))
                return false;
    return true;
}

// As a reader of lists does.
std::size_t read_pages(const review& r, std::size_t page) {
    std::size_t bytes = 0;
    for (const auto* list :
         {&r.population, &r.overdue, &r.unfinished, &r.unexplained, &r.done_since, &r.carried_late,
          &r.carried_planned, &r.without_deadline, &r.awaiting_acceptance, &r.without_lead,
          &r.next_new, &r.next_planned, &r.unplanned})
        for (std::size_t i = 0; i < std::min(page, list->size()); ++i)
            bytes += r.tasks[(*list)[i]].title.vi.size();
    return bytes;
}

struct whole {
    double review, attribution, pairs;

    double all() const { return review + attribution + pairs; }
};

// With the schedule that the ledger keeps.
whole whole_review(const ledger& of, int repetitions) {
    const view_request now{today, {}, ""};
    const auto ask = [&](question_kind question, const arguments& args) {
        return median_seconds(repetitions, [&] { of.ask(now, question, args); });
    };
    arguments of_quarter;
    of_quarter.values = {{field::period, to_text(quarter)}};
    of.ask(now, question_kind::attribution_sums, {});
    return {median_seconds(repetitions, [&] { read_pages(of.review(now, quarter), 50); }),
            ask(question_kind::attribution_sums, {}), ask(question_kind::coordination, of_quarter)};
}

}  // namespace
}  // namespace mandate::bench

int main(int argc, char** argv) {
    using namespace mandate;
    using namespace mandate::bench;
    std::uint32_t tasks = 100'000;
    if (argc == 3) std::from_chars(argv[2], argv[2] + std::string_view{argv[2]}.size(), tasks);
    constexpr int repetitions = 9;

    double pass = 0;
    {
        const network_plan p = make_network_plan(tasks);
        compact_schedule schedule{
            *compact_network::build(compact_network::form::uniform, p.duration, {}, p.links),
            p.duration,
            {}};
        pass = median_seconds(repetitions, [&] { schedule.compute(); });
    }
    const auto of = imported(tasks);
    const view_request now{today, {}, ""};
    // For a viewer, here one who may see everything, every record is read.
    const view_request by_records{today, {}, "A1"};
    const double first = seconds_of([&] { figures(*of, now); });
    if (!same(figures(*of, now), figures(*of, by_records))) {
        std::printf("the figures in columns differ from those of the records\n");
        ++shortfalls;
    }
    const double counted = median_seconds(repetitions, [&] { figures(*of, now); });
    const double read = median_seconds(3, [&] { figures(*of, by_records); });
    const auto one_agency = [&] { read_pages(of->review(now, quarter, {"A2"}), 50); };
    one_agency();
    const double one = median_seconds(9, one_agency);
    const whole all = whole_review(*of, 5);
    const double words = seconds_of([&] {
        std::size_t bytes = 0;
        of->review(now, quarter).tasks.each([&](const review_task& t) {
            bytes += t.title.vi.size();
        });
    });
    std::printf("%u tasks, 200 agencies; a full pass %s\n", tasks, ms(pass).c_str());
    std::printf("    the first figures of a ledger: %s; from the records each time: %s\n",
                ms(first).c_str(), ms(read).c_str());
    judge("A2", "three periods classed and counted " + ms(counted) + " / full pass", counted / pass,
          1.0);
    const double few = median_seconds(9, [&] { figures(*of, now, "A2"); });
    judge("R1", "one agency's figures " + ms(few) + " / full pass", few / pass, 1.0);
    judge("R1", "one agency's review " + ms(one) + " / full pass", one / pass, 1.0);
    std::printf("    the review with its lists %s, attribution %s, pairs %s\n",
                ms(all.review).c_str(), ms(all.attribution).c_str(), ms(all.pairs).c_str());
    std::printf("    the words of all tasks, which the review makes when they are read: %s\n",
                ms(words).c_str());
    judge("R25", "all three " + ms(all.all()) + " / full pass", all.all() / pass, 25);
    const whole tenth = whole_review(*imported(tasks / 10), 3);
    judge("R25", "    / ten times those of a tenth of the tasks", all.all() / (10 * tenth.all()),
          1.3);
    return shortfalls == 0 ? 0 : 1;
}
