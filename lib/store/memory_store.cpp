#include "mandate/store/event_store.hpp"
#include "store/event_store_checks.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace mandate {
namespace {

class memory_log final : public event_store {
public:
    explicit memory_log(ledger_identity identity) noexcept : identity_{std::move(identity)} {}

    const ledger_identity& identity() const noexcept override { return identity_; }

    std::int64_t revision() override { return static_cast<std::int64_t>(events_.size()); }

    std::string hash_of(std::int64_t seq) override {
        return seq < 1 || seq > revision() ? "" : events_[static_cast<std::size_t>(seq - 1)].hash;
    }

    void append(const log_head& expected, std::span<const stored_event> batch) override {
        require_sequence(expected.revision, batch);
        require_head(expected, {revision(), hash_of(revision())});
        // Where insert() itself makes room, a copy that fails leaves moved-from events behind.
        const std::size_t after = events_.size() + batch.size();
        if (after > events_.capacity()) events_.reserve(std::max(after, 2 * events_.capacity()));
        events_.insert(events_.end(), batch.begin(), batch.end());
    }

    void append_and_shred(const log_head& expected, std::span<const stored_event> batch,
                          std::span<const std::int64_t> shredded) override {
        append(expected, batch);
        for (const std::int64_t seq : shredded) {
            stored_event& e = events_[static_cast<std::size_t>(seq - 1)];
            for (std::string* gone : {&e.salt, &e.payload}) {
                std::fill(gone->begin(), gone->end(), '\0');
                std::string{}.swap(*gone);
            }
        }
    }

    void read(std::int64_t after, const std::function<void(const stored_event&)>& take) override {
        // By number: an append from inside `take` may move the events.
        for (auto i = static_cast<std::size_t>(after < 0 ? 0 : after); i < events_.size(); ++i)
            take(events_[i]);
    }

private:
    ledger_identity identity_;
    std::vector<stored_event> events_;
};

}  // namespace

std::unique_ptr<event_store> memory_store(ledger_identity identity) {
    return std::make_unique<memory_log>(std::move(identity));
}

}  // namespace mandate
