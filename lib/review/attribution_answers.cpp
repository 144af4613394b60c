// Slips and who held them, as tables.

#include "mandate/model/descriptor.hpp"
#include "review/answers.hpp"
#include "review/attribution.hpp"
#include "review/task_links.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace mandate {
namespace {

using f = field;

attribution attribution_of(const lens& through, const arguments& args) {
    return {through, args.integer(f::baseline)};
}

// How many working days past the deadline; absent: no deadline, or nothing to count.
std::optional<std::int64_t> delay_of(const lens& through, const task_facts& facts) {
    const auto& due = facts.current->day;
    if (!due) return std::nullopt;
    return through.calendar().count(*due, late_until(facts, through.times.as_of).value_or(*due));
}

std::string shown_driver(const lens& through, const attribution& why, row_number task) {
    return why.is_driver_hidden(task) ? std::string{}
                                      : through.code(entity_kind::task, why.driver(task));
}

/// The tasks that stand on a document; no_row: all.
class on_document {
public:
    on_document(const lens& through, row_number document) : through_{through}, document_{document} {
        if (document != no_row) links_.emplace(through);
    }
    bool is_any() const noexcept { return document_ == no_row; }
    bool has(row_number task) const {
        return is_any() || contains(basis_of(through_, *links_, task), document_);
    }

private:
    const lens& through_;
    const row_number document_;
    std::optional<clause_links> links_;
};

// Led by one of the agencies; none: whoever leads it.
bool is_asked(const lens& through, const task_facts& facts, const std::vector<row_number>& agencies,
              const on_document& document, row_number task) {
    const auto leads = [&](row_number agency) { return contains(*facts.leads, agency); };
    return facts.stated != nullptr && through.may_see(entity_kind::task, task) &&
           (agencies.empty() || std::any_of(agencies.begin(), agencies.end(), leads)) &&
           document.has(task);
}

/// Days by how they were held; what was won back apart, and what may not be shown.
struct day_sums {
    std::array<std::int64_t, held_as_count> of{};
    std::int64_t won_back = 0, tasks = 0;
    std::optional<std::int64_t> not_shown;

    void add(const held_days& h, std::int64_t times = 1) {
        (h.days < 0 ? won_back : of[static_cast<std::size_t>(h.how)]) += h.days * times;
    }
    void add(const day_sums& other) {
        for (std::size_t i = 0; i < of.size(); ++i) of[i] += other.of[i];
        won_back += other.won_back;
        if (other.not_shown) hide(*other.not_shown);
    }
    void hide(std::int64_t days) { not_shown = not_shown.value_or(0) + days; }
    std::int64_t days() const {
        std::int64_t all = won_back + not_shown.value_or(0);
        for (const std::int64_t one : of) all += one;
        return all;
    }
};

void put(answer_rows& out, std::string_view key, const day_sums& sums) {
    const auto days = [&](held_as how) { return sums.of[static_cast<std::size_t>(how)]; };
    out.put(key);
    out.put(sums.tasks);
    out.put(sums.days());
    out.put(days(held_as::lead));
    out.put(days(held_as::coordinating));
    out.put(days(held_as::acceptance));
    out.put(days(held_as::condition));
    out.put(days(held_as::objective));
    out.put(sums.won_back);
    out.put(sums.not_shown);
}

/// By code; "": nobody is named, or not shown.
using sums_by_code = std::vector<std::pair<std::string, day_sums>>;

// The slip of a task is the sum of the shares of its chain. Chains meet, so they are a forest in
// which each task points to its driver: what a task adds counts once for every slipped task that
// stands on it, and sums of all chains take one pass, drivers before those they drive.
class chain_sums {
public:
    chain_sums(const lens& through, const arguments& args)
        : through_{through},
          why_{attribution_of(through, args)},
          agencies_{asked_rows(through, args, f::agency)},
          document_{through, asked_row(through, args, f::document)} {
        const std::size_t n = through.record.tasks.size();
        order_.reserve(n);
        if (!why_.has_drivers()) {
            for (row_number t = 0; t < n; ++t)
                if (why_.slip(t)) order_.push_back(t);
            return;
        }
        std::vector<std::uint8_t> seen(n, 0);
        std::vector<row_number> climbed;
        for (row_number t = 0; t < n; ++t) {
            if (!why_.slip(t)) continue;
            for (row_number up = t; up != no_row && seen[up] == 0; up = why_.driver(up)) {
                seen[up] = 1;
                climbed.push_back(up);
            }
            for (; !climbed.empty(); climbed.pop_back()) order_.push_back(climbed.back());
        }
    }

    const attribution& why() const noexcept { return why_; }

    /// A task on which slipped ones stand, itself among them where it slipped.
    struct link {
        row_number task;
        std::int64_t place;    ///< in its chain
        std::int64_t counted;  ///< slipped tasks that stand on it
        bool told = true;      ///< false: it stands for its chain, of which nothing may be shown
    };
    /// The chain to a task. What may not be shown to hold it up is one entry, the first.
    std::vector<link> chain_to(row_number asked) const {
        std::vector<link> all;
        for (const row_number t : why_.chain_to(asked)) {
            if (why_.is_driver_hidden(t) && !all.empty()) all = {{all.back().task, 0, 1, false}};
            if (shows(t))
                all.push_back({t, static_cast<std::int64_t>(all.size()), 1});
            else
                all = {{t, 0, 1, false}};
        }
        return all;
    }
    /// Drivers before those they drive.
    std::vector<link> links() const {
        const std::vector<std::int64_t> above = slipped_above();
        std::vector<std::int64_t> place(through_.record.tasks.size(), 0);
        std::vector<link> all;
        for (const row_number t : order_) {
            const row_number driver = why_.driver(t);
            place[t] = driver == no_row ? 0 : place[driver] + 1;
            const std::int64_t times = above.empty() ? std::int64_t{is_summed(t)} : above[t];
            if (times > 0) all.push_back({t, place[t], times});
        }
        return all;
    }

    bool is_summed(row_number t) const {
        if (!why_.is_summed(t)) return false;
        if (agencies_.empty() && document_.is_any()) return shows(t);  // what slips is there
        return is_asked(through_, why_.facts(t), agencies_, document_, t);
    }

    /// By who held them; what may not be shown last.
    sums_by_code by_agency() const {
        const std::vector<std::int64_t> above = slipped_above();
        const state& s = through_.record;
        std::vector<day_sums> of(s.agencies.size() + 1);  // the last: not named
        day_sums hidden;
        std::vector<row_number> counted;
        for (const row_number t : order_) {
            const std::int64_t times = above.empty() ? std::int64_t{is_summed(t)} : above[t];
            if (times == 0) continue;
            if (!shows(t)) {
                if (const int share = why_.share(t); share != 0) {
                    hidden.hide(share * times);
                    ++hidden.tasks;
                }
                continue;
            }
            counted.clear();
            const auto take = [&](row_number agency, const held_days& h) {
                if (agency == no_row) agency = static_cast<row_number>(of.size() - 1);
                of[agency].add(h, times);
                if (contains(counted, agency)) return;
                counted.push_back(agency);
                ++of[agency].tasks;
            };
            if (why_.is_held_by_lead(t)) {
                if (const int share = why_.share(t); share != 0)
                    take(why_.lead(t), {no_row, held_as::lead, share, {}, {}, {}});
                continue;
            }
            for (const held_days& h : why_.holders(t)) take(h.agency, h);
        }
        sums_by_code sums;
        for (row_number a = 0; a < of.size(); ++a)
            if (of[a].tasks > 0)
                sums.emplace_back(a + 1 < of.size() ? s.agencies[a].code : "", of[a]);
        std::sort(sums.begin(), sums.end(),
                  [](const auto& a, const auto& b) { return a.first < b.first; });
        if (hidden.tasks > 0) sums.emplace_back("", hidden);
        return sums;
    }

    /// By the task that slipped, or by its first document.
    sums_by_code by_task(bool by_document) const {
        std::map<std::string, day_sums> sums;
        std::vector<day_sums> so_far(through_.record.tasks.size());
        for (const row_number t : order_) {
            if (const row_number driver = why_.driver(t); driver != no_row)
                so_far[t].add(so_far[driver]);
            if (!shows(t))
                so_far[t].hide(why_.share(t));
            else
                for (const held_days& h : why_.holders(t)) so_far[t].add(h);
            if (!is_summed(t)) continue;
            day_sums& sum = sums[by_document ? first_document(t) : through_.record.tasks[t].code];
            sum.add(so_far[t]);
            ++sum.tasks;
        }
        return {sums.begin(), sums.end()};
    }

private:
    bool shows(row_number t) const { return all_seen_ || through_.may_see(entity_kind::task, t); }

    // How many slipped tasks stand on each. Empty: nothing stands on another.
    std::vector<std::int64_t> slipped_above() const {
        std::vector<std::int64_t> above;
        if (why_.has_drivers()) above.resize(through_.record.tasks.size(), 0);
        for (auto t = order_.rbegin(); !above.empty() && t != order_.rend(); ++t) {
            above[*t] += is_summed(*t) ? 1 : 0;
            if (const row_number driver = why_.driver(*t); driver != no_row)
                above[driver] += above[*t];
        }
        return above;
    }

    std::string first_document(row_number t) const {
        const task_facts facts = why_.facts(t);
        for (const row_number d : facts.stated->value.documents)
            if (through_.may_see(entity_kind::document, d))
                return through_.record.documents[d].code;
        return {};
    }

    const lens& through_;
    const attribution why_;
    const std::vector<row_number> agencies_;
    const on_document document_;
    const bool all_seen_{through_.viewer == no_row};
    std::vector<row_number> order_;  ///< drivers before those they drive
};

}  // namespace

table answer_slips(const lens& through, const arguments& args) {
    const state& s = through.record;
    const attribution why = attribution_of(through, args);
    const row_number only = asked_row(through, args, f::task);
    const std::vector<row_number> agencies = asked_rows(through, args, f::agency);
    const on_document document{through, asked_row(through, args, f::document)};
    std::vector<row_number> tasks;
    for (row_number t = 0; t < s.tasks.size(); ++t)
        if (only == no_row || t == only) {
            const task_facts facts = why.facts(t);
            if (is_asked(through, facts, agencies, document, t) &&
                facts.its_class != task_class::cancelled)
                tasks.push_back(t);
        }
    std::sort(tasks.begin(), tasks.end(),
              [&](row_number a, row_number b) { return s.tasks[a].code < s.tasks[b].code; });
    answer_rows out{question_kind::slips};
    for (const row_number t : tasks) {
        const task_slip slip = why.of(t);
        const task_facts facts = why.facts(t);
        out.put(s.tasks[t].code);
        out.put(codes_of(s.agencies, *facts.leads));
        out.put(slip.baseline_finish);
        out.put(slip.finish);
        out.put_flag(slip.actual);
        out.put(slip.slip ? std::optional<std::int64_t>{*slip.slip} : std::nullopt);
        out.put(facts.current->day);
        out.put(delay_of(through, facts));
        out.put(facts.finished_on ? std::nullopt : facts.handed_in_on);
    }
    return out.finish(args);
}

table answer_attribution(const lens& through, const arguments& args) {
    const state& s = through.record;
    const chain_sums sums{through, args};
    const attribution& why = sums.why();
    const row_number asked = asked_row(through, args, f::task);
    answer_rows out{question_kind::attribution};
    for (const auto& [t, place, counted, told] :
         asked == no_row ? sums.links() : sums.chain_to(asked)) {
        const bool shown = told && through.may_see(entity_kind::task, t);
        const int share = told ? why.share(t) : *why.slip(t);
        if (!shown && share == 0 && asked == no_row) continue;
        std::vector<held_days> holders = why.holders(t);
        // What may not be shown, and a share of nothing, is one entry.
        if (!shown || holders.empty()) holders = {{no_row, held_as::lead, share, {}, {}, {}}};
        for (const held_days& h : holders) {
            out.put(place);
            out.put(shown ? std::string_view{s.tasks[t].code} : std::string_view{});
            out.put(shown ? std::optional<std::int64_t>{*why.of(t).slip} : std::nullopt);
            out.put(std::int64_t{share});
            out.put(code_of(s.agencies, h.agency));
            out.put(shown ? name_of(h.how) : std::string_view{"not_shown"});
            out.put(std::int64_t{h.days});
            out.put(h.from);
            out.put(h.until);
            out.put(h.because);
            out.put(told ? shown_driver(through, why, t) : std::string{});
            out.put(counted);
            out.put(shown ? why.of(t).baseline_finish : std::nullopt);
        }
    }
    return out.finish(args);
}

// What stands on a slip still bears it where neither this task nor one between won it back: the
// least slip on the way, from the task that is asked for on, of a whole from each of its parts.
table answer_slip_impact(const lens& through, const arguments& args) {
    const state& s = through.record;
    const attribution why = attribution_of(through, args);
    const row_number asked = asked_row(through, args, f::task);
    struct moved {
        row_number task;
        std::int64_t step;
        int days;
    };
    std::vector<std::vector<row_number>> drives(s.tasks.size()), parts(s.tasks.size());
    for (row_number t = 0; t < s.tasks.size(); ++t) {
        const auto* told = s.tasks[t].stated.at(through.times);
        const row_number whole = told == nullptr ? no_row : told->value.parent;
        if (whole != no_row) parts[whole].push_back(t);
        if (!why.slip(t)) continue;
        if (why.driver(t) != no_row && !why.is_driver_hidden(t)) drives[why.driver(t)].push_back(t);
        // A whole is finished with the last of its parts, and lets go of others then.
        if (whole != no_row && why.slip(whole) && why.of(whole).finish == why.of(t).finish)
            drives[t].push_back(whole);
    }
    std::vector<bool> met(s.tasks.size());
    std::vector<moved> found;
    std::vector<row_number> asked_and_parts{asked};
    for (std::size_t i = 0; i < asked_and_parts.size(); ++i) {
        const row_number t = asked_and_parts[i];
        if (met[t]) continue;
        met[t] = true;
        if (const int slip = why.slip(t).value_or(0); slip > 0) found.push_back({t, 0, slip});
        asked_and_parts.insert(asked_and_parts.end(), parts[t].begin(), parts[t].end());
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        const moved from = found[i];
        for (const row_number next : drives[from.task]) {
            const int left = std::min(from.days, *why.slip(next));
            if (left <= 0 || met[next]) continue;
            met[next] = true;
            found.push_back({next, from.step + 1, left});
        }
    }
    std::erase_if(found, [&](const moved& m) {
        return m.step == 0 || !through.may_see(entity_kind::task, m.task);
    });
    std::sort(found.begin(), found.end(), [&](const moved& a, const moved& b) {
        return a.step != b.step ? a.step < b.step : s.tasks[a.task].code < s.tasks[b.task].code;
    });
    answer_rows out{question_kind::slip_impact};
    for (const moved& m : found) {
        const task_slip slip = why.of(m.task);
        const task_facts facts = why.facts(m.task);
        out.put(s.tasks[m.task].code);
        out.put(title_of(facts.stated->value));
        out.put(codes_of(s.agencies, *facts.leads));
        out.put(std::int64_t{m.days});
        out.put(m.step);
        out.put(shown_driver(through, why, m.task));
        out.put(std::int64_t{*slip.slip});
        out.put(slip.baseline_finish);
        out.put(slip.finish);
        out.put_flag(slip.actual);
        out.put(facts.current->day);
        out.put(delay_of(through, facts));
    }
    return out.finish(args);
}

table answer_attribution_sums(const lens& through, const arguments& args) {
    const auto by = static_cast<grouping_kind>(args.integer(f::grouped_by).value_or(1));
    const chain_sums sums{through, args};
    answer_rows out{question_kind::attribution_sums};
    for (const auto& [key, sum] : by == grouping_kind::agency
                                      ? sums.by_agency()
                                      : sums.by_task(by == grouping_kind::document))
        put(out, key, sum);
    return out.finish(args);
}

}  // namespace mandate
