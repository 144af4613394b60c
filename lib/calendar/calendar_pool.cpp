#include "mandate/calendar/calendar_pool.hpp"

#include "calendar/working_day_store.hpp"

#include <algorithm>
#include <utility>

namespace mandate {

calendar_pool::calendar_pool() = default;
calendar_pool::~calendar_pool() = default;

// Oldest first. One that only the pool holds can be held by nobody else: it is given out under the
// lock alone.
void calendar_pool::drop_unused_table() {
    const auto unused = std::find_if(kept_.begin(), kept_.end(),
                                     [](const auto& store) { return store.use_count() == 1; });
    if (unused != kept_.end()) kept_.erase(unused);
}

std::shared_ptr<const working_day_store> calendar_pool::share(std::vector<std::uint64_t> words) {
    const std::lock_guard lock{mutex_};
    const auto same = [&](const auto& store) { return store->words == words; };
    const auto found = std::find_if(kept_.begin(), kept_.end(), same);
    if (found != kept_.end()) {
        std::rotate(found, found + 1, kept_.end());
        return kept_.back();
    }
    std::erase_if(others_, [](const auto& store) { return store.expired(); });
    for (const auto& one : others_)
        if (auto store = one.lock(); store && same(store)) return store;

    if (kept_.size() == most_tables) drop_unused_table();
    const bool room = kept_.size() < most_tables;
    auto store = std::make_shared<const working_day_store>(std::move(words), room);
    if (store->days().has_table())
        kept_.push_back(store);
    else
        others_.push_back(store);
    return store;
}

std::size_t calendar_pool::tables() const {
    const std::lock_guard lock{mutex_};
    return kept_.size();
}

}  // namespace mandate
