// Questions about how agencies work together.

#include "mandate/model/descriptor.hpp"
#include "review/answers.hpp"
#include "review/coordination.hpp"
#include "review/medians.hpp"
#include "review/population.hpp"
#include "review/question_parts.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace mandate {
namespace {

using f = field;

struct pair_figures {
    std::int64_t of[4] = {};  // by case_state
    std::int64_t hand_offs = 0, consultations = 0, silent = 0;
    std::int64_t days_overdue = 0, waiting = 0;
    std::vector<int> given, taken;  // working days
    std::int64_t joint_due = 0, joint_in_time = 0, joint_rated = 0, joint_good = 0;
    std::int64_t attention = 0;  // rank; 0: none

    std::int64_t count(case_state s) const { return of[static_cast<std::size_t>(s)]; }
    std::int64_t due() const {
        return count(case_state::in_time) + count(case_state::late) + count(case_state::overdue);
    }
    rate on_time() const { return {count(case_state::in_time), due()}; }
};

// asking, asked
using agency_pair = std::pair<row_number, row_number>;

/// The figures of each pair that has any. One look-up in a square of numbers, where that is not
/// larger than a few megabytes.
class pair_table {
public:
    using value_type = std::pair<agency_pair, pair_figures>;

    explicit pair_table(std::size_t agencies) : agencies_{agencies} {
        if (agencies <= widest_square) square_.resize(agencies * agencies, none);
        all_.reserve(std::min<std::size_t>(agencies * agencies, 65'536));
    }

    /// The place of the pair among all.
    std::uint32_t at(const agency_pair& pair) {
        std::uint32_t& known = place(pair);
        if (known == none) {
            known = static_cast<std::uint32_t>(all_.size());
            all_.push_back({pair, {}});
        }
        return known;
    }
    pair_figures& operator[](const agency_pair& pair) { return all_[at(pair)].second; }
    std::size_t size() const noexcept { return all_.size(); }
    const pair_figures* find(const agency_pair& pair) const {
        std::uint32_t at = none;
        if (!square_.empty()) {
            at = square_[pair.first * agencies_ + pair.second];
        } else if (const auto found = sparse_.find(pair); found != sparse_.end()) {
            at = found->second;
        }
        return at == none ? nullptr : &all_[at].second;
    }

    auto begin() { return all_.begin(); }
    auto end() { return all_.end(); }
    auto begin() const { return all_.begin(); }
    auto end() const { return all_.end(); }

private:
    static constexpr std::size_t widest_square = 2048;
    static constexpr std::uint32_t none = 0xFFFF'FFFF;

    std::uint32_t& place(const agency_pair& pair) {
        if (!square_.empty()) return square_[pair.first * agencies_ + pair.second];
        return sparse_.try_emplace(pair, none).first->second;
    }

    const std::size_t agencies_;
    std::vector<value_type> all_;  // as they were met
    std::vector<std::uint32_t> square_;
    std::map<agency_pair, std::uint32_t> sparse_;
};

class coordination_asked {
public:
    coordination_asked(const lens& through, const arguments& args)
        : through_{through},
          asking_{asked_row(through, args, f::asking)},
          asked_{asked_row(through, args, f::asked)},
          last_{begun_period(through, args)} {
        std::vector<row_number> agencies(through.record.agencies.size());
        std::iota(agencies.begin(), agencies.end(), row_number{0});
        std::sort(agencies.begin(), agencies.end(), [&](row_number a, row_number b) {
            return through.record.agencies[a].code < through.record.agencies[b].code;
        });
        by_code_.resize(agencies.size());
        for (std::uint32_t i = 0; i < agencies.size(); ++i) by_code_[agencies[i]] = i;
    }

    bool fits(row_number asking, row_number asked) const {
        return (asking_ == no_row || asking_ == asking) && (asked_ == no_row || asked_ == asked);
    }
    const period& last() const { return last_; }
    /// By the codes of both.
    void sort(std::vector<const pair_table::value_type*>& pairs) const {
        std::vector<std::pair<std::uint64_t, const pair_table::value_type*>> keyed;
        keyed.reserve(pairs.size());
        for (const auto* one : pairs) {
            const auto [first, second] = order(one->first);
            keyed.emplace_back(std::uint64_t{first} << 32 | second, one);
        }
        std::sort(keyed.begin(), keyed.end());
        std::transform(keyed.begin(), keyed.end(), pairs.begin(),
                       [](const auto& one) { return one.second; });
    }
    /// By the code of the first, then of the second.
    std::pair<std::uint32_t, std::uint32_t> order(const agency_pair& pair) const {
        return {by_code_[pair.first], by_code_[pair.second]};
    }

    // The figures of all pairs, so that ranks do not depend on what is asked for.
    pair_table figures(const period& span) const {
        const civil_day end = std::min(span.last(), through_.times.as_of);
        const coordination all = coordination_of(through_, span);
        pair_table pairs{through_.record.agencies.size()};
        for (const coordination_case& c : all.cases) {
            pair_figures& p = pairs[{c.asking, c.asked}];
            const case_state state = c.state(end);
            ++p.of[static_cast<std::size_t>(state)];
            const bool opinion = c.kind == case_kind::consultation;
            p.hand_offs += c.kind == case_kind::hand_off ? 1 : 0;
            p.consultations += opinion ? 1 : 0;
            p.silent += opinion && (c.by_silence || state == case_state::overdue) ? 1 : 0;
            if (c.due) p.given.push_back(c.days_given);
            if (c.answered_on) p.taken.push_back(c.days_taken);
            p.waiting += c.is_waiting() ? 1 : 0;
            p.days_overdue += c.days_overdue;
        }
        count_joint(all.joint_tasks, pairs);
        rank(pairs);
        return pairs;
    }

private:
    // Of joint tasks there may be many more than pairs: their counts lie close together meanwhile.
    static void count_joint(const std::vector<joint_task>& tasks, pair_table& pairs) {
        struct counts {
            std::uint32_t due = 0, in_time = 0, rated = 0, good = 0;
        };
        std::vector<counts> of(pairs.size());
        for (const joint_task& j : tasks) {
            const std::uint32_t pair = pairs.at({j.lead, j.coordinating});
            if (pair == of.size()) of.emplace_back();
            counts& c = of[pair];
            ++c.due;
            c.in_time += j.done_in_time ? 1 : 0;
            c.rated += j.quality ? 1 : 0;
            c.good += j.quality == quality_kind::meets ? 1 : 0;
        }
        auto c = of.begin();
        for (auto& [pair, p] : pairs) {
            p.joint_due = c->due, p.joint_in_time = c->in_time;
            p.joint_rated = c->rated, p.joint_good = c->good;
            ++c;
        }
    }

    // By working days overdue, then by late answers, then by codes; a pair of which nothing was
    // late has none.
    void rank(pair_table& pairs) const {
        std::vector<pair_table::value_type*> slow;
        for (auto& one : pairs)
            if (one.second.count(case_state::overdue) > 0 || one.second.count(case_state::late) > 0)
                slow.push_back(&one);
        const auto key = [&](const pair_table::value_type* one) {
            return std::tuple{-one->second.days_overdue, -one->second.count(case_state::late),
                              order(one->first)};
        };
        std::sort(slow.begin(), slow.end(),
                  [&](const auto* a, const auto* b) { return key(a) < key(b); });
        for (std::size_t i = 0; i < slow.size(); ++i)
            slow[i]->second.attention = static_cast<std::int64_t>(i) + 1;
    }

    const lens& through_;
    const row_number asking_, asked_;
    const period last_;
    std::vector<std::uint32_t> by_code_;  // by row of the agency: its place in their order
};

}  // namespace

table answer_coordination(const lens& through, const arguments& args) {
    const coordination_asked asked{through, args};
    const state& s = through.record;
    answer_rows out{question_kind::coordination};
    period span = asked.last();
    for (std::int64_t left = args.integer(f::periods).value_or(1); left > 0; --left) {
        const std::string name = to_text(span);
        const pair_table pairs = asked.figures(span);
        std::vector<const pair_table::value_type*> shown;
        for (const auto& one : pairs)
            if (asked.fits(one.first.first, one.first.second)) shown.push_back(&one);
        asked.sort(shown);
        for (const auto* one : shown) {
            const pair_figures& p = one->second;
            const pair_figures* back = pairs.find({one->first.second, one->first.first});
            out.put(name);
            out.put(s.agencies[one->first.first].code);
            out.put(s.agencies[one->first.second].code);
            for (const case_state state :
                 {case_state::in_time, case_state::late, case_state::overdue, case_state::open})
                out.put(p.count(state));
            out.put(p.hand_offs);
            out.put(share(p.on_time()));
            out.put_flag(p.on_time().for_reference_only());
            out.put(median_of(p.given));
            out.put(median_of(p.taken));
            out.put(p.days_overdue);
            out.put(p.joint_due);
            out.put(p.joint_in_time);
            out.put(p.joint_rated);
            out.put(p.joint_good);
            out.put_flag(p.waiting > 0 && back != nullptr && back->waiting > 0);
            out.put(p.attention == 0 ? std::nullopt : std::optional{p.attention});
            out.put(p.consultations);
            out.put(p.silent);
        }
        const auto earlier = period_before(span);
        if (!earlier) break;
        span = *earlier;
    }
    return out.finish(args);
}

table answer_joint_tasks(const lens& through, const arguments& args) {
    const coordination_asked asked{through, args};
    const state& s = through.record;
    const civil_day end = std::min(asked.last().last(), through.times.as_of);
    const lens then = through.on(end);
    std::vector<joint_task> tasks = coordination_of(through, asked.last()).joint_tasks;
    std::erase_if(tasks, [&](const auto& j) { return !asked.fits(j.lead, j.coordinating); });
    const auto key = [&](const joint_task& j) {
        return std::tuple{std::string_view{s.agencies[j.lead].code},
                          std::string_view{s.agencies[j.coordinating].code},
                          std::string_view{s.tasks[j.task].code}};
    };
    std::sort(tasks.begin(), tasks.end(),
              [&](const auto& a, const auto& b) { return key(a) < key(b); });
    answer_rows out{question_kind::joint_tasks};
    for (const joint_task& j : tasks) {
        const task_facts facts = facts_of(s, s.tasks[j.task], end, through.times);
        const std::optional<civil_day>& due = facts.current->day;
        const std::optional<civil_day> until = late_until(facts, end);
        out.put(s.agencies[j.lead].code);
        out.put(s.agencies[j.coordinating].code);
        out.put(s.tasks[j.task].code);
        out.put(name_of(facts.its_class));
        out.put(due);
        out.put(facts.finished_on);
        out.put(until ? std::optional<std::int64_t>{through.calendar().count(*due, *until)}
                      : std::nullopt);
        out.put(j.quality ? choice_name(f::quality, static_cast<std::int64_t>(*j.quality))
                          : std::string_view{});
        out.put(std::int64_t{facts.times_returned});
        std::string_view part_class;
        for (const part_of_task& part : parts_of(then, s.tasks[j.task], facts))
            if (part.agency == j.coordinating && part.role == assignment_role::coordinating &&
                part.its_class && (part_class.empty() || !is_done(*part.its_class)))
                part_class = name_of(*part.its_class);
        out.put(part_class);
    }
    return out.finish(args);
}

table answer_coordination_cases(const lens& through, const arguments& args) {
    const coordination_asked asked{through, args};
    const state& s = through.record;
    const period& span = asked.last();
    const civil_day end = std::min(span.last(), through.times.as_of);
    std::vector<coordination_case> cases = coordination_of(through, span).cases;
    std::erase_if(cases, [&](const auto& c) { return !asked.fits(c.asking, c.asked); });
    std::sort(cases.begin(), cases.end(), [&](const auto& a, const auto& b) {
        const auto key = [&](const coordination_case& c) {
            return std::tuple{std::string_view{s.agencies[c.asking].code},
                              std::string_view{s.agencies[c.asked].code}, c.since, c.kind,
                              std::string_view{c.code}};
        };
        return key(a) < key(b);
    });
    answer_rows out{question_kind::coordination_cases};
    for (const coordination_case& c : cases) {
        out.put(s.agencies[c.asking].code);
        out.put(s.agencies[c.asked].code);
        out.put(name_of(c.kind));
        out.put(c.code);
        out.put(s.tasks[c.task].code);
        out.put(c.since);
        out.put(c.due);
        out.put(c.answered_on);
        out.put(c.due ? std::optional<std::int64_t>{c.days_given} : std::nullopt);
        out.put(std::int64_t{c.days_taken});
        out.put(name_of(c.state(end)));
        out.put(c.waited_until);
    }
    return out.finish(args);
}

}  // namespace mandate
