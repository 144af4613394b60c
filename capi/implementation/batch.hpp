#pragma once
// A batch: commands, or the arguments of a question, being put together value by value.

#include "call.hpp"
#include "mandate.h"
#include "mandate/model/command.hpp"
#include "mandate/model/descriptor.hpp"

#include <atomic>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

struct mandate_batch {
    static constexpr std::uint32_t tag_of_open = 0x4D424154;  // MBAT
    std::uint32_t tag = tag_of_open;
    mutable std::atomic<bool> in_use = false;
    mandate::arguments before_first;  ///< values put in before the first command
    std::vector<mandate::command> commands;
};

namespace mandate::capi {

/// Holds a batch during a call, so that a second thread is told instead of tearing it.
/// @throws error{errc::invalid_argument} for NULL, errc::busy where another thread holds it.
template <class Batch>
class batch_in_use {
public:
    batch_in_use(const call& in, Batch* batch, std::string_view name) : batch_{batch} {
        in.required(batch, name);
        if (batch->tag != mandate_batch::tag_of_open) in.refuse(name, "is not a batch");
        if (batch->in_use.exchange(true, std::memory_order_acquire))
            throw error{errc::busy, "the batch is in use by another thread"};
    }
    ~batch_in_use() { batch_->in_use.store(false, std::memory_order_release); }
    batch_in_use(const batch_in_use&) = delete;
    batch_in_use& operator=(const batch_in_use&) = delete;

    Batch* operator->() const noexcept { return batch_; }

private:
    Batch* batch_;
};

/// A copy of the commands of a batch to record.
/// @throws error{errc::invalid_argument} if values stand before the first command.
std::vector<command> commands_of(const call& in, const mandate_batch* batch);

/// The arguments in a batch, checked against what is allowed; NULL is no arguments. `what` names
/// the question or report in the error.
/// @throws error{errc::invalid_argument} if the batch holds commands; check_form's errors.
arguments arguments_of(const call& in, const mandate_batch* batch,
                       std::span<const field_use> allowed, std::string_view what);

/// Whether the arguments in a batch, or in none, have a value for the field.
bool gives(const call& in, const mandate_batch* batch, field name);

}  // namespace mandate::capi
