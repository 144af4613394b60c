#include "review/schedule_keeper.hpp"

#include "mandate/base/error.hpp"
#include "review/ledger_schedule.hpp"
#include "review/question_parts.hpp"

#include <tuple>
#include <utility>

namespace mandate {

bulk_schedule made_in_bulk(const lens& through, const arguments& args) {
    ledger_plan made = plan_of(through, args);
    const schedule_policy policy = policy_of(args);
    schedule result = naming_tasks(through, made, [&] { return schedule{made.columns, policy}; });
    return {std::move(made), policy, std::move(result)};
}

namespace {

// A whole lasts from its first part to its last, and has no dates while one of them has none.
void add_wholes(const ledger_plan& plan, bulk_schedule::dates& all) {
    std::vector<bool> unknown(plan.task.size(), false);
    for (const std::uint32_t i : plan.parts_first()) {
        if (unknown[i]) all.start[i] = all.finish[i] = no_day;
        const std::uint32_t whole = plan.columns.parent[i];
        if (whole == no_task) continue;
        if (all.start[i] == no_day) unknown[whole] = true;
        if (unknown[whole]) continue;
        if (all.start[whole] == no_day || all.start[i] < all.start[whole])
            all.start[whole] = all.start[i];
        all.finish[whole] = std::max(all.finish[whole], all.finish[i]);
    }
}

}  // namespace

const bulk_schedule::dates& bulk_schedule::days() const {
    std::call_once(kept->made, [&] {
        const std::uint32_t n = result.tasks();
        dates& all = kept->days;
        all.start.resize(n, no_day);
        all.finish.resize(n, no_day);
        for (std::uint32_t i = 0; i < n; ++i) {
            if (made.is_whole[i]) continue;
            const scheduled_task at = result.at(i);
            if (at.state == scheduled_task::progress::no_forecast) continue;
            all.start[i] = at.start;
            all.finish[i] = at.finish;
        }
        add_wholes(made, all);
    });
    return kept->days;
}

schedule_keeper::key schedule_keeper::key_of(const lens& through, const arguments& args) {
    return {through.times,
            through.known_day(),
            asked_row(through, args, field::document),
            args.day(field::scope_start),
            args.integer(field::default_duration).value_or(1),
            policy_of(args)};
}

bool schedule_keeper::same(const key& a, const key& b) {
    const auto all = [](const key& k) {
        return std::tuple{k.times.as_of,
                          k.times.known,
                          k.known_day,
                          k.document,
                          k.scope_start,
                          k.default_duration,
                          k.policy.critical_slack,
                          k.policy.cycles,
                          k.policy.sequence,
                          k.policy.remaining,
                          k.policy.milestones};
    };
    return all(a) == all(b);
}

std::shared_ptr<const bulk_schedule> schedule_keeper::in_bulk(const schedule_place& at,
                                                              const lens& through,
                                                              const arguments& args) {
    const key wanted = key_of(through, args);
    {
        const std::lock_guard lock{keeping_};
        if (at.generation == generation_ && bulk_key_ && same(*bulk_key_, wanted)) return bulk_;
    }
    auto all = std::make_shared<const bulk_schedule>(made_in_bulk(through, args));
    const std::lock_guard lock{keeping_};
    if (at.generation == generation_) {
        bulk_key_ = wanted;
        bulk_ = all;
    }
    return all;
}

std::shared_ptr<const head_schedule> schedule_keeper::at_head(const schedule_place& at,
                                                              const lens& through,
                                                              const arguments& args) {
    const key wanted = key_of(through, args);
    const key usual{
        {through.times.as_of, through.record.revision()}, last_day, no_row, {}, 1, policy_of({})};
    if (!same(wanted, usual)) return nullptr;
    const std::lock_guard lock{keeping_};
    if (at.generation != generation_) return nullptr;
    const bool of_this_day = head_ && head_->as_of() == through.times.as_of;
    if (of_this_day && head_->revision() == through.times.known) return head_;
    if (head_ && head_->revision() > through.times.known) return nullptr;
    if (not_kept_ && not_kept_->as_of == through.times.as_of &&
        through.times.known < not_kept_->known + not_kept_->known / 2)
        return nullptr;
    try {
        if (of_this_day) {
            auto next = std::make_shared<head_schedule>(*head_);
            if (next->follow(at.record, through)) return head_ = std::move(next);
        }
        head_.reset();
        head_ = std::make_shared<head_schedule>(at.record, through);
        not_kept_.reset();
        return head_;
    } catch (const error&) {  // a schedule made in bulk says what is wrong, with names
        head_.reset();
        not_kept_ = through.times;
        return nullptr;
    }
}

std::shared_ptr<const task_days> schedule_keeper::days(const schedule_place& at) {
    const std::lock_guard lock{keeping_};
    if (at.generation != generation_) return nullptr;
    if (days_ && days_->record().revision() > at.record->revision()) return nullptr;
    if (!days_)
        days_ = std::make_shared<const task_days>(at.record);
    else if (days_->record().revision() < at.record->revision())
        days_ = std::make_shared<const task_days>(*days_, at.record);
    return days_;
}

void schedule_keeper::forget() {
    const std::lock_guard lock{keeping_};
    ++generation_;
    bulk_key_.reset();
    bulk_.reset();
    head_.reset();
    days_.reset();
    not_kept_.reset();
}

}  // namespace mandate
