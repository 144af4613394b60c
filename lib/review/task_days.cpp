#include "review/task_days.hpp"

#include "model/task_facts.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace mandate {
namespace {

constexpr std::int32_t never = task_days::never;

std::int32_t number_of(const std::optional<civil_day>& day) {
    return day ? day->since_epoch() : never;
}

// The only version that was not corrected; null where there are several, or none. By all that the
// revision knows a corrected one is nowhere to be seen.
template <class Value>
const version<Value>* only_one(const versions<Value>& all) {
    const version<Value>* found = nullptr;
    for (const version<Value>& one : all.all()) {
        if (one.corrected_by != 0) continue;
        if (found != nullptr) return nullptr;
        found = &one;
    }
    return found;
}

template <class Value>
std::size_t uncorrected(const versions<Value>& all) {
    std::size_t n = 0;
    for (const version<Value>& one : all.all()) n += one.corrected_by == 0;
    return n;
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
    row_number lead = no_row;
    const version<task_record::statement>* told = nullptr;
    const small_list<row_number>* coordinating = nullptr;  // null: nobody
};

// Whether the deadlines are one that came with the assignment, and revisions of it.
bool are_revisions(const versions<task_record::due>& deadlines, civil_day assigned) {
    bool first = true;
    for (const auto& d : deadlines.all()) {
        if (d.corrected_by != 0) continue;
        if (d.value.original != first || d.value.standing_from ||
            (first && d.effective_on != assigned))
            return false;
        first = false;
    }
    return !first;
}

// Nothing where more than these days says in which class the task is.
std::optional<few_days> days_of(const task_record& t) {
    const auto* told = only_one(t.stated);
    const auto* held = only_one(t.held);
    if (told == nullptr || held == nullptr || told->value.parent != no_row ||
        held->effective_on != told->effective_on || held->value.leads.size() > 1 ||
        !are_revisions(t.deadline, told->effective_on))
        return std::nullopt;
    few_days days{told->effective_on.since_epoch(), never, never, never, no_row, told, nullptr};
    for (const auto& d : t.deadline.all())
        if (d.corrected_by == 0 && d.value.original) days.due = number_of(d.value.day);
    if (held->value.leads.size() == 1) days.lead = held->value.leads.front();
    if (held->value.coordinating) days.coordinating = &*held->value.coordinating;
    const auto& life = t.life();
    if (uncorrected(life.conditions) != 0 || uncorrected(life.expected) != 0) return std::nullopt;
    const std::size_t completions = uncorrected(life.completions);
    const std::size_t submissions = uncorrected(life.submissions);
    if (completions + submissions == 0) return days;
    if (completions + submissions > 1) return std::nullopt;
    if (completions == 1) {
        const auto* done = only_one(life.completions);
        if (done->value.document != no_row) return std::nullopt;
        for (const auto& found : life.verifications.all())
            if (found.value.verdict != verdict_kind::confirmed) return std::nullopt;
        days.handed_in = days.accepted = done->effective_on.since_epoch();
        return days;
    }
    const auto* submitted = only_one(life.submissions);
    days.handed_in = submitted->effective_on.since_epoch();
    if (uncorrected(life.decisions) == 0) return days;
    const auto* decided = only_one(life.decisions);
    if (decided == nullptr || !decided->value.accepted ||
        decided->value.submission != submitted->place)
        return std::nullopt;
    days.accepted = decided->effective_on.since_epoch();
    return days;
}

// Bits of beyond_days.
std::uint16_t beyond(const task_record& t) {
    const auto& life = t.life();
    std::uint16_t bits = 0;
    const auto set = [&](bool yes, beyond_days what) {
        if (yes) bits = static_cast<std::uint16_t>(bits | static_cast<std::uint16_t>(what));
    };
    const auto is_there = [](const auto& all) { return !all.all().empty(); };
    set(t.deadline.all().size() > 1, beyond_days::put_off);
    for (const auto& told : t.stated.all())
        set(told.value.duration != 0, beyond_days::planned_apart);
    set(t.stated.all().size() > 1, beyond_days::planned_apart);
    if (!t.after.has_value()) return bits;
    const auto says = [&](const auto& all) {
        for (const auto& one : all.all()) {
            set(true, beyond_days::said);
            if (one.value.agency == no_row) continue;
            bool leads = false, coordinates = false;
            const auto is_it = [&](row_number agency) { return agency == one.value.agency; };
            for (const auto& held : t.held.all()) {
                if (held.corrected_by != 0) continue;
                const auto& first = held.value.leads;
                leads |= std::any_of(first.begin(), first.end(), is_it);
                if (const auto& others = held.value.coordinating)
                    coordinates |= std::any_of(others->begin(), others->end(), is_it);
            }
            set(!leads && coordinates, beyond_days::said_by_coordinating);
            set(!leads && !coordinates, beyond_days::said_by_others);
        }
    };
    says(life.reports), says(life.submissions), says(life.completions), says(life.explanations);
    set(is_there(life.explanations), beyond_days::explained);
    set(is_there(life.work_plans), beyond_days::planned_apart);
    set(is_there(life.planned) || is_there(life.key), beyond_days::planned);
    set(is_there(life.obligations) || is_there(life.answers), beyond_days::own_parts);
    set(is_there(life.waivers), beyond_days::waived);
    set(is_there(life.extension_requests), beyond_days::asked_for_time);
    set(is_there(life.ratings), beyond_days::rated);
    set(is_there(life.verifications), beyond_days::verified);
    for (const auto& d : life.decisions.all())
        set(d.value.quality != quality_kind{}, beyond_days::rated);
    set(is_there(life.submissions), beyond_days::submitted);
    set(is_there(life.blocks), beyond_days::blocked);
    set(is_there(life.expected), beyond_days::expected);
    return bits;
}

constexpr auto left_out = static_cast<std::int32_t>(task_class_count);

// A window in numbers.
struct days_of_window {
    explicit days_of_window(const task_days::window& w)
        : first{w.first.since_epoch()},
          end{w.end.since_epoch()},
          cut_off{w.cut_off.since_epoch()} {}

    std::int32_t first, end, cut_off;
};

// A task that is not counted gives left_out.
inline std::int32_t class_in(const days_of_window& w, std::int32_t assigned, std::int32_t due,
                             std::int32_t handed_in, std::int32_t accepted) {
    const std::int32_t ended = mask(handed_in < w.first) & mask(accepted <= w.cut_off);
    const std::int32_t counts = mask(assigned <= w.end) & (mask(assigned >= w.first) | ~ended);
    return chosen(counts, class_by_days(w.end, w.cut_off, due, handed_in, accepted), left_out);
}

}  // namespace

task_days::task_days(std::shared_ptr<const state> record) : record_{std::move(record)} {
    make_room();
    for (row_number t = 0; t < record_->tasks.size(); ++t) read(t);
    list_others();
}

task_days::task_days(const task_days& earlier, std::shared_ptr<const state> record)
    : task_days{earlier} {
    const std::shared_ptr<const state> before = std::exchange(record_, std::move(record));
    const std::size_t n = record_->tasks.size(), old = before->tasks.size();
    make_room();
    const bool all = !same_finishing_days(*before, *record_);
    for (row_number t = 0; t < n; ++t)
        if (all || t >= old || &record_->tasks[t] != &before->tasks[t]) read(t);
    if (unused_ > lists_.size() / 2) close_up();
    list_others();
}

void task_days::make_room() {
    const std::size_t n = record_->tasks.size();
    for (auto* column : {&assigned_, &due_, &handed_in_, &accepted_}) column->resize(n, never);
    lead_.resize(n, nobody);
    beyond_.resize(n, 0);
    whole_.resize(n, false);
    lists_at_.resize(n, 0);
    of_agency_.resize(record_->agencies.size());
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
    beyond_[t] = beyond(task);
    if (has(t, beyond_days::said_by_others)) {
        const auto speak = [&](const auto& words) {
            for (const auto& one : words.all())
                if (one.value.agency != no_row) add(of_agency_[one.value.agency], t);
        };
        const auto& life = task.life();
        speak(life.reports), speak(life.submissions), speak(life.completions),
            speak(life.explanations);
    }
    if (lists_at_[t] != 0) unused_ += run_of(t).size() + 1;
    lists_at_[t] = 0;
    assigned_[t] = never;
    const auto days = whole_[t] ? std::nullopt : days_of(task);
    if (!days) return;
    // They say when it was handed in, which need not be the day on which it was done.
    if (days->accepted != never && has(t, beyond_days::submitted) &&
        ever_chose_finishing_days(*record_))
        return;
    const std::size_t coordinating = days->coordinating == nullptr ? 0 : days->coordinating->size(),
                      documents = days->told->value.documents.size(),
                      revisions = uncorrected(task.deadline) - 1;
    if (days->lead != no_row && days->lead >= nobody) return;
    if (coordinating > most_listed || documents > most_listed || revisions > most_listed) return;
    assigned_[t] = days->assigned;
    due_[t] = days->due;
    handed_in_[t] = days->handed_in;
    accepted_[t] = days->accepted;
    lead_[t] = days->lead == no_row ? nobody : static_cast<std::uint16_t>(days->lead);
    if (coordinating + documents + revisions == 0) return;
    lists_at_[t] = static_cast<std::uint32_t>(lists_.size());
    lists_.push_back(static_cast<std::uint32_t>(coordinating | documents << 10 | revisions << 20));
    if (coordinating != 0)
        lists_.insert(lists_.end(), days->coordinating->begin(), days->coordinating->end());
    lists_.insert(lists_.end(), days->told->value.documents.begin(),
                  days->told->value.documents.end());
    for (const auto& d : task.deadline.all()) {
        if (d.corrected_by != 0 || d.value.original) continue;
        lists_.push_back(static_cast<std::uint32_t>(d.effective_on.since_epoch()));
        lists_.push_back(static_cast<std::uint32_t>(number_of(d.value.day)));
    }
}

// Without the runs that nobody uses any more.
void task_days::close_up() {
    std::vector<row_number> kept{0};
    kept.reserve(lists_.size() - unused_);
    for (std::uint32_t& at : lists_at_) {
        if (at == 0) continue;
        const auto from = lists_.begin() + at;
        const std::size_t size = run{&*from + 1, *from}.size() + 1;
        at = static_cast<std::uint32_t>(kept.size());
        kept.insert(kept.end(), from, from + static_cast<std::ptrdiff_t>(size));
    }
    lists_ = std::move(kept);
    unused_ = 0;
}

void task_days::list_others() {
    others_.clear();
    put_off_.clear();
    for (row_number t = 0; t < assigned_.size(); ++t) {
        if (assigned_[t] == never)
            others_.push_back(t);
        else if (has(t, beyond_days::put_off))
            put_off_.push_back(t);
    }
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

bool task_days::is_led_by(row_number task, std::span<const row_number> agencies) const noexcept {
    return std::find(agencies.begin(), agencies.end(), lead(task)) != agencies.end();
}

std::int32_t task_days::revised_due(row_number task, std::int32_t on) const noexcept {
    std::int32_t due = due_[task];
    const run r = run_of(task);
    const row_number* revision = r.rows + r.coordinating() + r.documents();
    for (std::uint32_t i = 0; i < r.revisions(); ++i, revision += 2)
        if (static_cast<std::int32_t>(revision[0]) <= on)
            due = static_cast<std::int32_t>(revision[1]);
    return due;
}

template <std::size_t Windows>
void task_days::count(const std::array<window, Windows>& windows,
                      std::vector<std::array<class_counts, Windows>>& rows) const {
    constexpr std::size_t block = 2048;  // its columns stay in the first cache
    constexpr std::int32_t classes = task_class_count + 1;
    const auto last = static_cast<std::int32_t>(rows.size() - 1);
    std::vector<std::uint32_t> counts(rows.size() * classes * Windows, 0);
    std::array<std::int32_t, block> row, place;
    for (std::size_t begin = 0; begin < assigned_.size(); begin += block) {
        const std::size_t n = std::min(block, assigned_.size() - begin);
        const std::int32_t *assigned = &assigned_[begin], *due = &due_[begin],
                           *handed_in = &handed_in_[begin], *accepted = &accepted_[begin];
        const std::uint16_t* lead = &lead_[begin];
        std::int32_t earliest = never;
        for (std::size_t i = 0; i < n; ++i) {
            row[i] = std::min<std::int32_t>(lead[i], last) * classes;  // nobody is the greatest
            earliest = std::min(earliest, assigned[i]);
        }
        for (std::size_t w = 0; w < Windows; ++w) {
            const days_of_window in{windows[w]};
            if (earliest > in.end) continue;
            for (std::size_t i = 0; i < n; ++i)
                place[i] = row[i] + class_in(in, assigned[i], due[i], handed_in[i], accepted[i]);
            std::uint32_t* const here = &counts[w * rows.size() * classes];
            for (std::size_t i = 0; i < n; ++i) ++here[place[i]];
        }
    }
    // Those were by the first deadlines: what has been put off since is counted again.
    for (const row_number t : put_off_) {
        const auto at = static_cast<std::size_t>(std::min<std::int32_t>(lead_[t], last)) * classes;
        for (std::size_t w = 0; w < Windows; ++w) {
            const days_of_window in{windows[w]};
            if (assigned_[t] > in.end) continue;
            const std::int32_t due = revised_due(t, in.end);
            if (due == due_[t]) continue;
            std::uint32_t* const here = &counts[w * rows.size() * classes + at];
            --here[class_in(in, assigned_[t], due_[t], handed_in_[t], accepted_[t])];
            ++here[class_in(in, assigned_[t], due, handed_in_[t], accepted_[t])];
        }
    }
    for (std::size_t w = 0; w < Windows; ++w)
        for (std::size_t r = 0; r < rows.size(); ++r)
            for (std::size_t c = 0; c < task_class_count; ++c)
                rows[r][w].of[c] += counts[(w * rows.size() + r) * classes + c];
}

template <std::size_t Windows>
void task_days::count(const std::array<window, Windows>& windows, row_number t,
                      std::vector<std::array<class_counts, Windows>>& rows) const {
    std::array<class_counts, Windows>& row = lead_[t] == nobody ? rows.back() : rows[lead_[t]];
    for (std::size_t w = 0; w < Windows; ++w) {
        const days_of_window in{windows[w]};
        const std::int32_t its =
            class_in(in, assigned_[t], due(t, in.end), handed_in_[t], accepted_[t]);
        if (its != left_out) ++row[w].of[static_cast<std::size_t>(its)];
    }
}

template void task_days::count(const std::array<window, 3>&,
                               std::vector<std::array<class_counts, 3>>&) const;
template void task_days::count(const std::array<window, 3>&, row_number,
                               std::vector<std::array<class_counts, 3>>&) const;

}  // namespace mandate
