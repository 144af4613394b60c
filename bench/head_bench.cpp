// How fast is a question about one task of a ledger, at its head, after a small change? The ledger
// keeps a schedule that follows the record; a past view makes its own in bulk. Both in one run.
//
//     head_bench [--tasks N]

#include "judge.hpp"
#include "mandate/ledger/ledger.hpp"
#include "network_plan.hpp"
#include "stopwatch.hpp"

#include <charconv>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

namespace mandate::bench {
namespace {

const civil_day today = std::chrono::year{2024} / 4 / 25;

command command_of(command_kind kind, std::vector<field_value> values) {
    command c;
    c.kind = kind;
    c.effective_on = std::chrono::year{2024} / 1 / 2;
    c.values = std::move(values);
    return c;
}
std::string task(std::uint32_t t) { return "T" + std::to_string(t); }

class filled_ledger {
public:
    explicit filled_ledger(const network_plan& p) {
        batch_.push_back(
            command_of(command_kind::add_agency, {{field::agency, "A"}, {field::name_vi, "A"}}));
        for (std::uint32_t t = 0; t < p.duration.size(); ++t)
            add(command_of(command_kind::assign_task,
                           {{field::task, task(t)},
                            {field::title_vi, "Task"},
                            {field::lead, "A"},
                            {field::duration, std::int64_t{p.duration[t] % 3 + 1}}}));
        for (std::size_t i = 0; i < p.links.size(); ++i)
            add(command_of(command_kind::link_tasks, {{field::link, "L" + std::to_string(i)},
                                                      {field::task, task(p.links[i].after)},
                                                      {field::after, task(p.links[i].before)}}));
        record();
    }
    void report(std::uint32_t t, std::int64_t percent) {
        command c = command_of(command_kind::report_progress,
                               {{field::task, task(t)}, {field::percent, percent}});
        c.effective_on = today;
        batch_.push_back(std::move(c));
        record();
    }
    std::size_t ask(question_kind question, std::uint32_t t, bool in_bulk) const {
        arguments args;
        args.values = {{field::task, task(t)}};
        if (question == question_kind::delay_impact)
            args.values.push_back({field::delay, std::int64_t{5}});
        view_request view{today, {}, ""};
        if (in_bulk) view.known_at_us = std::int64_t{today.since_epoch() + 1} * 86'400'000'000;
        return made_->ask(view, question, args).rows();
    }

private:
    void add(command c) {
        batch_.push_back(std::move(c));
        if (batch_.size() == 100'000) record();
    }
    void record() {
        act by;
        by.today = today;
        by.now_us = std::int64_t{today.since_epoch()} * 86'400'000'000;
        by.actor = "host";
        made_->import(by, batch_);
        batch_.clear();
    }
    std::unique_ptr<ledger> made_ = ledger::in_memory();
    std::vector<command> batch_;
};

double wall(auto&& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace
}  // namespace mandate::bench

int main(int argc, char** argv) {
    using namespace mandate::bench;
    using mandate::question_kind;
    std::uint32_t tasks = 100'000;
    if (argc == 3) std::from_chars(argv[2], argv[2] + std::string_view{argv[2]}.size(), tasks);
    const network_plan p = make_network_plan(tasks);
    filled_ledger l{p};
    std::printf("%u tasks, %zu links in a ledger in memory\n", tasks, p.links.size());
    const double first = wall([&] { l.ask(question_kind::why_this_date, 0, false); });
    random_numbers random{3};
    std::vector<double> why, impact, again;
    for (int i = 0; i < 200; ++i) {
        l.report(random.below(tasks), 10 + i % 80);
        const std::uint32_t t = random.below(tasks);
        why.push_back(wall([&] { l.ask(question_kind::why_this_date, t, false); }));
        again.push_back(wall([&] { l.ask(question_kind::why_this_date, t, false); }));
        impact.push_back(wall([&] { l.ask(question_kind::delay_impact, t, false); }));
    }
    std::vector<double> bulk;
    for (int i = 0; i < 3; ++i) {
        l.report(random.below(tasks), 5);
        const std::uint32_t t = random.below(tasks);
        bulk.push_back(wall([&] { l.ask(question_kind::why_this_date, t, true); }));
        if (l.ask(question_kind::why_this_date, t, true) !=
            l.ask(question_kind::why_this_date, t, false)) {
            std::printf("the chain of task %u differs from that made in bulk\n", t);
            ++shortfalls;
        }
    }
    const double in_bulk = quantile(bulk, 0.5);
    std::printf("    made by the first question: %s; of a past view: %s\n", ms(first).c_str(),
                ms(in_bulk).c_str());
    judge("H1", "why this date, after one report: p50 " + us(quantile(why, 0.5)) + ", p99 in ms",
          quantile(why, 0.99) * 1e3, tasks > 200'000 ? 10 : 5);
    std::printf("    asked again: p50 %s\n", us(quantile(again, 0.5)).c_str());
    judge("H1", "    / made in bulk, p50", quantile(why, 0.5) / in_bulk, 1.0 / 50);
    judge("H1", "impact of a delay, p50 " + us(quantile(impact, 0.5)) + " / made in bulk",
          quantile(impact, 0.5) / in_bulk, 1.0 / 50);
    return shortfalls == 0 ? 0 : 1;
}
