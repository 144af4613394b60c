#include "review/task_days.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace mandate {
namespace {

constexpr std::int32_t never = std::numeric_limits<std::int32_t>::max();
constexpr std::uint16_t nobody = 0xFFFF;

std::int32_t number_of(const std::optional<civil_day>& day) {
    return day ? day->since_epoch() : never;
}

// The only version there ever was; null where there are several, or one that was corrected.
template <class Value>
const version<Value>* only_one(const versions<Value>& all) {
    return all.all().size() == 1 && all.all()[0].corrected_by == 0 ? &all.all()[0] : nullptr;
}

// Ascending; new rows mostly come last.
void add(std::vector<row_number>& rows, row_number row) {
    const auto at = rows.empty() || rows.back() < row
                        ? rows.end()
                        : std::lower_bound(rows.begin(), rows.end(), row);
    if (at == rows.end() || *at != row) rows.insert(at, row);
}

struct few_days {
    std::int32_t assigned, due, handed_in, accepted;
    std::uint16_t lead;
};

// Nothing where more than these days says in which class the task is.
std::optional<few_days> days_of(const task_record& t) {
    const auto* told = only_one(t.stated);
    const auto* held = only_one(t.held);
    const auto* deadline = only_one(t.deadline);
    if (told == nullptr || held == nullptr || deadline == nullptr || told->value.parent != no_row ||
        held->effective_on != told->effective_on || deadline->effective_on != told->effective_on ||
        deadline->value.standing_from || held->value.leads.size() > 1)
        return std::nullopt;
    few_days days{told->effective_on.since_epoch(), number_of(deadline->value.day), never, never,
                  nobody};
    if (held->value.leads.size() == 1) {
        const row_number lead = *held->value.leads.begin();
        if (lead >= nobody) return std::nullopt;
        days.lead = static_cast<std::uint16_t>(lead);
    }
    const auto& life = t.life();
    if (!life.conditions.all().empty() || !life.expected.all().empty()) return std::nullopt;
    const std::size_t completions = life.completions.all().size();
    const std::size_t submissions = life.submissions.all().size();
    if (completions + submissions == 0) return days;
    if (completions + submissions > 1) return std::nullopt;
    if (completions == 1) {
        const auto* done = only_one(life.completions);
        if (done == nullptr || done->value.document != no_row) return std::nullopt;
        days.handed_in = days.accepted = done->effective_on.since_epoch();
        return days;
    }
    const auto* submitted = only_one(life.submissions);
    if (submitted == nullptr) return std::nullopt;
    days.handed_in = submitted->effective_on.since_epoch();
    if (life.decisions.all().empty()) return days;
    const auto* decided = only_one(life.decisions);
    if (decided == nullptr || !decided->value.accepted ||
        decided->value.submission != submitted->place)
        return std::nullopt;
    days.accepted = decided->effective_on.since_epoch();
    return days;
}

// Without branches, so that the compiler can take several tasks at once. A task that is not counted
// gives task_class_count.
inline std::uint32_t class_in(const task_days::window& w, std::int32_t assigned, std::int32_t due,
                              std::int32_t handed_in, std::int32_t accepted) {
    const std::int32_t first = w.first.since_epoch(), end = w.end.since_epoch(),
                       cut_off = w.cut_off.since_epoch();
    const bool known = accepted <= cut_off, handed = handed_in <= end, dated = due != never;
    const bool counts = (assigned <= end) & ((assigned >= first) | !((handed_in < first) & known));
    const auto at = [](task_class c) { return static_cast<std::uint32_t>(c); };
    const std::uint32_t done =
        dated ? (handed_in <= due ? at(task_class::done_in_time) : at(task_class::done_late))
              : at(task_class::done_without_deadline);
    // Handed in by the day and not answered: the waiting is the acceptor's.
    const bool in_time = (end <= due) | (handed & (handed_in <= due));
    const std::uint32_t open =
        dated ? (in_time ? at(task_class::open_in_time) : at(task_class::open_overdue))
              : at(task_class::open_without_deadline);
    const std::uint32_t its = (handed & known) ? done : open;
    return counts ? its : static_cast<std::uint32_t>(task_class_count);
}

}  // namespace

task_days::task_days(std::shared_ptr<const state> record) : record_{std::move(record)} {
    const std::size_t n = record_->tasks.size();
    for (auto* column : {&assigned_, &due_, &handed_in_, &accepted_}) column->resize(n, never);
    lead_.resize(n, nobody);
    whole_.resize(n, false);
    of_agency_.resize(record_->agencies.size());
    for (row_number t = 0; t < n; ++t) read(t);
    list_others();
}

task_days::task_days(const task_days& earlier, std::shared_ptr<const state> record)
    : task_days{earlier} {
    const std::shared_ptr<const state> before = std::exchange(record_, std::move(record));
    const std::size_t n = record_->tasks.size(), old = before->tasks.size();
    for (auto* column : {&assigned_, &due_, &handed_in_, &accepted_}) column->resize(n, never);
    lead_.resize(n, nobody);
    whole_.resize(n, false);
    of_agency_.resize(record_->agencies.size());
    for (row_number t = 0; t < n; ++t)
        if (t >= old || &record_->tasks[t] != &before->tasks[t]) read(t);
    list_others();
}

void task_days::read(row_number t) {
    const task_record& task = record_->tasks[t];
    for (const auto& told : task.stated.all())
        if (told.value.parent != no_row) {
            whole_[told.value.parent] = true;
            assigned_[told.value.parent] = never;
            add(parts_, t);
        }
    for (const auto& held : task.held.all()) {
        for (const row_number agency : held.value.leads) add(of_agency_[agency], t);
        if (held.value.coordinating)
            for (const row_number agency : *held.value.coordinating) add(of_agency_[agency], t);
    }
    const auto days = whole_[t] ? std::nullopt : days_of(task);
    assigned_[t] = days ? days->assigned : never;
    if (!days) return;
    due_[t] = days->due;
    handed_in_[t] = days->handed_in;
    accepted_[t] = days->accepted;
    lead_[t] = days->lead;
}

void task_days::list_others() {
    others_.clear();
    for (row_number t = 0; t < assigned_.size(); ++t)
        if (assigned_[t] == never) others_.push_back(t);
}

std::vector<row_number> task_days::of_agencies(std::span<const row_number> agencies) const {
    std::vector<row_number> rows;
    for (const row_number agency : agencies)
        rows.insert(rows.end(), of_agency_[agency].begin(), of_agency_[agency].end());
    if (agencies.size() == 1) return rows;
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

template <std::size_t Windows>
void task_days::count(const std::array<window, Windows>& windows,
                      std::vector<std::array<class_counts, Windows>>& rows) const {
    constexpr std::size_t block = 2048;  // its columns stay in the first cache
    constexpr std::uint32_t classes = task_class_count + 1;
    const std::uint32_t last = static_cast<std::uint32_t>(rows.size() - 1);
    std::vector<std::uint32_t> counts(rows.size() * classes * Windows, 0);
    std::array<std::uint32_t, block> place;
    for (std::size_t begin = 0; begin < assigned_.size(); begin += block) {
        const std::size_t n = std::min(block, assigned_.size() - begin);
        const std::int32_t *assigned = &assigned_[begin], *due = &due_[begin],
                           *handed_in = &handed_in_[begin], *accepted = &accepted_[begin];
        const std::uint16_t* lead = &lead_[begin];
        for (std::size_t w = 0; w < Windows; ++w) {
            for (std::size_t i = 0; i < n; ++i)
                place[i] = (lead[i] == nobody ? last : lead[i]) * classes +
                           class_in(windows[w], assigned[i], due[i], handed_in[i], accepted[i]);
            std::uint32_t* const here = &counts[w * rows.size() * classes];
            for (std::size_t i = 0; i < n; ++i) ++here[place[i]];
        }
    }
    for (std::size_t w = 0; w < Windows; ++w)
        for (std::size_t r = 0; r < rows.size(); ++r)
            for (std::size_t c = 0; c < task_class_count; ++c)
                rows[r][w].of[c] += counts[(w * rows.size() + r) * classes + c];
}

template void task_days::count(const std::array<window, 1>&,
                               std::vector<std::array<class_counts, 1>>&) const;
template void task_days::count(const std::array<window, 3>&,
                               std::vector<std::array<class_counts, 3>>&) const;

}  // namespace mandate
