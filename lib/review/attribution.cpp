#include "review/attribution.hpp"

#include "mandate/base/error.hpp"
#include "review/answers.hpp"
#include "review/first_plan.hpp"
#include "review/link_demand.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace mandate {
namespace {

// The days of tasks, where they say what the view sees; who asks matters to nothing here.
std::shared_ptr<const task_days> days_of(const lens& through) {
    if (through.schedules == nullptr || through.times.known != through.record.revision())
        return nullptr;
    return through.schedules->keeper->days(*through.schedules);
}

}  // namespace

attribution::attribution(const lens& through, std::optional<std::int64_t> baseline)
    : through_{through}, days_{days_of(through)}, now_{through, {}}, dates_{now_.all->days()} {
    const state& s = through.record;
    consultations_.resize(s.consultations.size() == 0 ? 0 : s.tasks.size());
    for (row_number c = 0; c < s.consultations.size(); ++c)
        if (const auto* told = s.consultations[c].stated.at(through.times))
            consultations_[told->value.task].push_back(c);
    const std::vector<bool>& wholes = now_.made.is_whole;
    if (std::find(wholes.begin(), wholes.end(), true) != wholes.end())
        wholes_.emplace(through, through.times.as_of, days_ ? &days_->parts() : nullptr);
    find_baselines(baseline);
    find_slips();
    if (wholes_ || !now_.made.columns.links.empty()) find_drivers();
}

task_facts attribution::facts(row_number task) const {
    const task_facts own = facts_of(through_.record, through_.record.tasks[task],
                                    through_.times.as_of, through_.times);
    return wholes_ ? wholes_->judged(task, own) : own;
}

bool attribution::has_parts(row_number task) const {
    if (!wholes_) return false;
    const std::uint32_t number = now_.made.number_of[task];
    return number != no_task && now_.made.is_whole[number];
}

task_slip attribution::of(row_number task) const {
    task_slip one;
    if (baseline_[task] != no_day) one.baseline_finish = baseline_[task];
    one.slip = slip(task);
    one.driver = driver(task);
    one.has_parts = has_parts(task);
    const std::uint32_t number = now_.made.number_of[task];
    if (number == no_task || dates_.finish[number] == no_day) return one;
    one.finish = dates_.finish[number];
    one.actual = facts(task).finished_on.has_value();
    return one;
}

void attribution::find_baselines(std::optional<std::int64_t> baseline) {
    const state& s = through_.record;
    if (!baseline) {
        baseline_ = first_planned_finish(through_, days_.get(), now_);
        return;
    }
    baseline_.resize(s.tasks.size(), no_day);
    if (*baseline < 1 || *baseline > through_.times.known)
        throw error{errc::out_of_range,
                    "baseline: event " + std::to_string(*baseline) + " is not known here",
                    {{"field", "baseline"}, {"value", std::to_string(*baseline)}}};
    const auto seq = static_cast<seq_number>(*baseline);
    const civil_day day = std::min(s.events[seq - 1].effective_on, through_.times.as_of);
    const lens then{s, {day, seq}, last_day};
    const ledger_schedule planned{then, {}};
    for (row_number t = 0; t < s.tasks.size(); ++t) {
        const auto* told = s.tasks[t].stated.at(then.times);
        if (told == nullptr) continue;
        const std::uint32_t number = planned.made.number_of[t];
        const task_facts known = facts_of(s, s.tasks[t], day, then.times);
        if (number == no_task || planned.made.source[number] != duration_source::stated ||
            (planned.made.duration[number] == 0 && known.original->day)) {
            baseline_[t] = known.original->day.value_or(no_day);
        } else {
            const scheduled_task at = planned.result.at(number);
            if (at.state != scheduled_task::progress::no_forecast) baseline_[t] = at.finish;
        }
    }
}

void attribution::find_slips() {
    slip_.resize(through_.record.tasks.size(), none);
    const work_calendar& calendar = through_.calendar();
    const std::vector<row_number>& task = now_.made.task;
    for (std::uint32_t i = 0; i < task.size(); ++i)
        if (dates_.finish[i] != no_day && baseline_[task[i]] != no_day)
            slip_[task[i]] = calendar.count(baseline_[task[i]], dates_.finish[i]);
}

void attribution::find_drivers() {
    const state& s = through_.record;
    const ledger_plan& plan = now_.made;
    const std::size_t n = plan.task.size();
    driver_.resize(s.tasks.size(), no_row);
    waits_.resize(s.tasks.size());

    // The latest demand on each task so far, by its own links; then those of what it is a part of.
    struct latest {
        civil_day start = no_day;
        std::uint32_t task = no_task;
        bool waited = false;
        bool by_finish = false;       ///< of a task that had to finish, not to begin
        bool accepted_first = false;  ///< what was done let go only when it was accepted
        bool shown = true;            ///< one of these links is
    };
    std::vector<latest> found(n);
    find_parts_that_bind();
    std::vector<bool> left_out(plan.columns.links.size(), false);
    for (const std::uint32_t link : now_.result.left_out_links()) left_out[link] = true;
    const auto is_there = [&](std::uint32_t i) { return dates_.finish[i] != no_day; };
    for (std::uint32_t l = 0; l < plan.columns.links.size(); ++l) {
        const dependency& link = plan.columns.links[l];
        if (left_out[l] || !is_there(link.before) || !is_there(link.after)) continue;
        const work_calendar& days = *plan.columns.calendars[plan.columns.calendar[link.after]];
        const civil_day finish = let_go(link.before);
        const bool accepted_first = from_finish(link.type) && finish > dates_.finish[link.before];
        const link_demand demand{days};
        const civil_day asked = demand.of(link, dates_.start[link.before], finish);
        const bool waited =
            (to_finish(link.type) ? dates_.finish : dates_.start)[link.after] >= asked;
        const civil_day start = demand.start(link, dates_.start[link.before], finish,
                                             plan.columns.duration[link.after]);
        if (accepted_first) awaited_.push_back({link.after, l, start});
        latest& best = found[link.after];
        const auto key = [&](civil_day begins, std::uint32_t before) {
            return std::tuple{-begins.since_epoch(),
                              std::string_view{s.tasks[plan.task[before]].code}};
        };
        if (best.task == link.before && best.start == start)
            best.waited |= waited, best.by_finish |= from_finish(link.type),
                best.accepted_first |= accepted_first, best.shown |= now_.shows_link(l);
        else if (best.task == no_task || key(start, link.before) < key(best.start, best.task))
            best = {start,          link.before,       waited, from_finish(link.type),
                    accepted_first, now_.shows_link(l)};
    }
    std::sort(awaited_.begin(), awaited_.end());
    std::vector<std::uint32_t> wholes_first = plan.parts_first();
    std::reverse(wholes_first.begin(), wholes_first.end());
    find_awaiting_wholes(wholes_first);
    for (const std::uint32_t i : wholes_first) {
        latest& best = found[i];
        const std::uint32_t whole = plan.columns.parent[i];
        if (const latest above = whole == no_task ? latest{} : found[whole];
            above.task != no_task && (best.task == no_task || above.start > best.start)) {
            best = above;
            best.waited = dates_.start[i] >= best.start;
        }
        row_number& driver = driver_[plan.task[i]];
        if (plan.is_whole[i]) {  // it is finished with its last part, and its links bind its parts
            driver = innermost_slipped(last_to_finish_[i], i);
            if (driver != no_row && driver != plan.task[i]) continue;
            driver = no_row;
        }
        if (best.task == no_task || !best.waited) continue;
        driver =
            innermost_slipped(best.by_finish ? last_of(best.task) : first_of(best.task), best.task);
        if (!best.shown) {
            hidden_links_.resize(s.tasks.size());
            hidden_links_[plan.task[i]] = true;
        }
        if (best.accepted_first) waits_[plan.task[i]] = wait_behind(i, best.task, best.start);
    }
    awaited_.clear();
    awaiting_whole_.clear();
}

// Of the parts of each task the one that lets go last, of several the one that is finished last,
// the one that begins first, and the one that it is finished with; of several the first by its
// code.
void attribution::find_parts_that_bind() {
    const ledger_plan& plan = now_.made;
    if (!wholes_) return;
    last_to_let_go_.assign(plan.task.size(), no_task);
    first_to_begin_.assign(plan.task.size(), no_task);
    last_to_finish_.assign(plan.task.size(), no_task);
    const auto code = [&](std::uint32_t i) -> const std::string& {
        return through_.record.tasks[plan.task[i]].code;
    };
    const auto is_better = [&](std::uint32_t one, std::uint32_t other, auto days_apart) {
        if (one == no_task || other == no_task) return other == no_task && one != no_task;
        const int apart = days_apart(one, other);
        return apart != 0 ? apart > 0 : code(one) < code(other);
    };
    for (const std::uint32_t i : plan.parts_first()) {
        if (!plan.is_whole[i] && dates_.finish[i] != no_day)
            last_to_let_go_[i] = first_to_begin_[i] = last_to_finish_[i] = i;
        const std::uint32_t whole = plan.columns.parent[i];
        if (whole == no_task) continue;
        if (is_better(last_to_let_go_[i], last_to_let_go_[whole],
                      [&](std::uint32_t a, std::uint32_t b) {
                          const int apart = let_go(a) - let_go(b);
                          return apart != 0 ? apart : dates_.finish[a] - dates_.finish[b];
                      }))
            last_to_let_go_[whole] = last_to_let_go_[i];
        if (is_better(last_to_finish_[i], last_to_finish_[whole],
                      [&](std::uint32_t a, std::uint32_t b) {
                          return dates_.finish[a] - dates_.finish[b];
                      }))
            last_to_finish_[whole] = last_to_finish_[i];
        if (is_better(first_to_begin_[i], first_to_begin_[whole],
                      [&](std::uint32_t a, std::uint32_t b) {
                          return dates_.start[b] - dates_.start[a];
                      }))
            first_to_begin_[whole] = first_to_begin_[i];
    }
}

// Of each task the nearest whole above it that a link from such a task leads to, so that nobody
// climbs over those that none leads to.
void attribution::find_awaiting_wholes(const std::vector<std::uint32_t>& wholes_first) {
    const ledger_plan& plan = now_.made;
    if (awaited_.empty() || !wholes_) return;
    awaiting_whole_.resize(plan.task.size());
    for (const std::uint32_t i : wholes_first) {
        const std::uint32_t whole = plan.columns.parent[i];
        if (whole == no_task) continue;
        const civil_day since =
            first_day_of(through_.record.tasks[plan.task[i]].stated, through_.times,
                         [&](const auto& told) { return told.parent == plan.task[whole]; });
        const whole_above& next = awaiting_whole_[whole];
        awaiting_whole_[i] = first_awaited(whole) != awaited_.end()
                                 ? whole_above{whole, since}
                                 : whole_above{next.number, std::max(since, next.since)};
    }
}

std::vector<attribution::awaited_link>::const_iterator attribution::first_awaited(
    std::uint32_t after) const {
    const auto found =
        std::lower_bound(awaited_.begin(), awaited_.end(), awaited_link{after, 0, {}});
    return found == awaited_.end() || found->after != after ? awaited_.end() : found;
}

std::uint32_t attribution::last_of(std::uint32_t number) const {
    return last_to_let_go_.empty() || last_to_let_go_[number] == no_task ? number
                                                                         : last_to_let_go_[number];
}

std::uint32_t attribution::first_of(std::uint32_t number) const {
    return first_to_begin_.empty() || first_to_begin_[number] == no_task ? number
                                                                         : first_to_begin_[number];
}

row_number attribution::innermost_slipped(std::uint32_t part, std::uint32_t whole) const {
    const ledger_plan& plan = now_.made;
    for (; part != no_task; part = plan.columns.parent[part]) {
        if (slip_[plan.task[part]] != none) return plan.task[part];
        if (part == whole) break;
    }
    return no_row;
}

civil_day attribution::let_go(std::uint32_t number) const {
    const std::uint32_t last = last_of(number);
    const civil_day released = now_.made.columns.released[last];
    return released == no_day ? dates_.finish[last] : std::max(dates_.finish[last], released);
}

// Of all links that made it wait until then, its own and those of its wholes, the one that is
// stated first; not before it was there itself, or a part of that whole.
attribution::wait attribution::wait_behind(std::uint32_t waiting, std::uint32_t driver,
                                           civil_day start) const {
    const ledger_plan& plan = now_.made;
    const row_number task = plan.task[waiting];
    const civil_day accepted = let_go(driver);
    const civil_day begins = std::min(start, accepted + 1);
    wait found;
    const auto take = [&](std::uint32_t bound, civil_day there) {
        for (auto a = first_awaited(bound); a != awaited_.end() && a->after == bound; ++a) {
            const std::uint32_t before = plan.columns.links[a->link].before;
            if (a->start < begins || let_go(before) < accepted) continue;
            const civil_day done =
                std::max(dates_.finish[last_of(driver)], dates_.finish[last_of(before)]);
            const civil_day first = std::max({done + 1, bound_since(a->link), there});
            if (found.before != no_row && found.first <= first) continue;
            found = {plan.task[last_of(before)], first, accepted, now_.shows_link(a->link)};
        }
    };
    const auto& stated = through_.record.tasks[task].stated;
    take(waiting, first_day_of(stated, through_.times, [](const auto&) { return true; }));
    if (awaiting_whole_.empty()) return found;
    civil_day there = first_day;
    for (whole_above up = awaiting_whole_[waiting]; up.number != no_task;
         up = awaiting_whole_[up.number]) {
        there = std::max(there, up.since);
        take(up.number, there);
    }
    return found;
}

civil_day attribution::bound_since(std::uint32_t link) const {
    return through_.record.links[now_.made.link[link]].stated.at(through_.times)->effective_on;
}

std::vector<row_number> attribution::chain_to(row_number task) const {
    std::vector<row_number> chain;
    if (slip_[task] == none) return chain;
    // Dates go back along a chain, so it ends; with links that close a circle left out, surely.
    for (row_number t = task; t != no_row && chain.size() <= slip_.size(); t = driver(t))
        chain.push_back(t);
    std::reverse(chain.begin(), chain.end());
    return chain;
}

int attribution::share(row_number task) const {
    const row_number from = driver(task);
    return slip_[task] - (from == no_row ? 0 : slip_[from]);
}

bool attribution::is_held_by_lead(row_number task) const {
    if (!days_ || !days_->holds(task) || wait_of(task).before != no_row) return false;
    if (!consultations_.empty() && !consultations_[task].empty()) return false;
    return !days_->has(task, beyond_days::own_parts) && !days_->has(task, beyond_days::waived) &&
           !days_->has(task, beyond_days::submitted) && !days_->has(task, beyond_days::blocked);
}

namespace {

// Equal whole days for each; the rest to the first that is named.
std::vector<held_days> shared_out(const std::vector<row_number>& leads, const held_days& whole) {
    if (leads.empty()) return {whole};
    std::vector<held_days> all;
    const int each = whole.days / static_cast<int>(leads.size());
    for (const row_number lead : leads) {
        held_days part = whole;
        part.agency = lead;
        part.days = each;
        all.push_back(part);
    }
    all.front().days += whole.days - each * static_cast<int>(leads.size());
    std::erase_if(all, [](const held_days& h) { return h.days == 0; });
    return all;
}

}  // namespace

// Those in which it waited for an acceptance, because there the share arose; the rest, and where it
// waited for none all, from the last backwards.
std::vector<attribution::days_held> attribution::days_of_share(row_number task, int share) const {
    const work_calendar& calendar = through_.calendar();
    const auto back_from = [&](civil_day last, int days) -> days_held {
        const civil_day until = calendar.rolled(last, roll::preceding);
        return {days == 1 ? until : calendar.subtract(until, days - 1), until};
    };
    const civil_day last = dates_.finish[now_.made.number_of[task]];
    if (const wait its = wait_of(task); its.before != no_row) {
        const civil_day accepted = std::min(its.last, last);
        const int waited = std::min(share, calendar.count(its.first - 1, accepted));
        const int rest = share - waited;
        if (waited > 0 && rest < calendar.count(accepted, last)) {
            std::vector<days_held> runs{back_from(accepted, waited)};
            if (rest > 0) runs.push_back(back_from(last, rest));
            return runs;
        }
    }
    return {back_from(last, share)};
}

std::vector<held_days> attribution::holders(row_number task) const {
    const int share = attribution::share(task);
    if (share == 0) return {};
    const task_facts facts = attribution::facts(task);
    const std::vector<row_number> leads_now{facts.leads->begin(), facts.leads->end()};
    if (share < 0) return shared_out(leads_now, {no_row, held_as::lead, share, {}, {}, {}});

    const work_calendar& calendar = through_.calendar();
    const std::vector<days_held> runs = days_of_share(task, share);
    if (is_waived(through_, task))
        return {{no_row, held_as::objective, share, runs.front().first, runs.back().last, {}}};

    holder_of_days who{through_, task, facts,
                       consultations_.empty() ? nullptr : &consultations_[task]};
    if (!has_parts(task)) who.wait_for_decisions();
    each_whole_since(
        through_, task,
        [&](row_number whole) { return !through_.record.tasks[whole].life().blocks.all().empty(); },
        [&](row_number whole, civil_day since) {
            if (const task_facts its = attribution::facts(whole); its.stated != nullptr)
                who.wait_for_conditions_of(
                    whole, since,
                    its.its_class == task_class::cancelled ? ended_on(its) : std::nullopt);
        });
    if (const wait its = wait_of(task); its.before != no_row)
        who.wait_for(its.before, attribution::facts(its.before), its.first, its.last, its.shown);
    // Days are counted for each holder; those of leads first for each set of them. Between the days
    // on which something changes the holder is the same, so a long share costs no more than a
    // short.
    using key = std::tuple<held_as, std::string, row_number, std::vector<row_number>>;
    std::map<key, held_days> found;
    for (const auto& [from, until] : runs) {
        const std::vector<civil_day> changes = who.changes_after(from);
        civil_day begin = from;
        for (std::size_t next = 0; begin <= until; ++next) {
            const civil_day end =
                next < changes.size() ? std::min(changes[next] - 1, until) : until;  // inclusive
            const int days = calendar.count(begin - 1, end);
            if (days > 0) {
                const held_days one = who.on(begin);
                const bool own = one.how == held_as::lead;
                held_days& sum = found[{one.how, one.because, one.agency,
                                        own ? who.leads_on(begin) : std::vector<row_number>{}}];
                if (sum.days == 0) sum = one, sum.from = calendar.rolled(begin, roll::following);
                sum.days += days;
                sum.until = calendar.rolled(end, roll::preceding);
            }
            begin = end + 1;
        }
    }
    std::vector<held_days> all;
    for (const auto& [which, sum] : found) {
        if (sum.how != held_as::lead) {
            all.push_back(sum);
            continue;
        }
        for (held_days& part : shared_out(std::get<3>(which), sum)) all.push_back(std::move(part));
    }
    std::stable_sort(all.begin(), all.end(), [](const held_days& a, const held_days& b) {
        return std::tie(a.how, a.from) < std::tie(b.how, b.from);
    });
    return all;
}

}  // namespace mandate
