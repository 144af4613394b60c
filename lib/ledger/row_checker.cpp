#include "ledger/row_checker.hpp"

#include "mandate/base/error.hpp"
#include "mandate/store/codec.hpp"

#include <utility>

namespace mandate {
namespace {

// So many that waiting for each other does not count, also where other work takes the processors.
constexpr std::size_t batch_rows = 4096;

}  // namespace

row_checker::row_checker(const ledger_identity& of, std::string before,
                         std::function<void(checked_row&)> take)
    : take_{std::move(take)}, hasher_{of, std::move(before)} {}

void row_checker::put(const stored_event& row) {
    if (filling_->count == filling_->rows.size()) filling_->rows.emplace_back();
    filling_->rows[filling_->count++].row = row;
    if (filling_->count == batch_rows) hand_over();
}

void row_checker::finish() {
    if (given_ != nullptr) {
        helper_.await();
        take_all_of(*std::exchange(given_, nullptr));
    }
    check(*filling_);
    take_all_of(*filling_);
}

void row_checker::hand_over() {
    helper_.run([this, full = filling_] { check(*full); });
    batch* const done = std::exchange(given_, filling_);
    filling_ = done != nullptr ? done : &two_;
    if (done != nullptr) take_all_of(*done);
}

void row_checker::take_all_of(batch& b) {
    for (std::size_t i = 0; i < b.count; ++i) take_(b.rows[i]);
    b.count = 0;
}

void row_checker::check(batch& b) {
    for (std::size_t i = 0; i < b.count; ++i) {
        checked_row& r = b.rows[i];
        hasher_.next(r.row, r.hashes);
        r.readable = false;
        if (r.row.shredded()) continue;
        try {
            decode(r.row, r.said);
            r.readable = true;
        } catch (const error&) {  // who takes the row will see why
        }
    }
}

}  // namespace mandate
