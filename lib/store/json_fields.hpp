#pragma once
// The fields of a command as they stand in JSON: days as "2024-04-25", choices by name, lists as
// arrays. Used for stored payloads and for JSON from outside.

#include "mandate/model/descriptor.hpp"

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mandate {

/// Collects the fields of one JSON object from the events of a SAX parser. What is wrong with a
/// value is thrown as error{errc::malformed, out_of_range} that begins with the field's name.
class json_fields {
public:
    /// Starts a new object. `expected`: about how many values are to come. The memory of the values
    /// that are there is used again.
    void begin(std::size_t expected);

    /// A key; its value or array follows. @throws error if the key was there before.
    void key(const field_descriptor& f);
    void begin_list();
    void end_list() noexcept { in_list_ = false; }
    void take(std::string_view text);
    void take(std::int64_t number);
    /// A value of a kind that no field has: a fraction, true, null, an object.
    [[noreturn]] void refuse(std::string_view kind) const;

    bool in_list() const noexcept { return in_list_; }
    const field_descriptor& current() const noexcept { return *current_; }
    /// In the order of the text; before begin() what is there is of no account.
    std::vector<field_value>& values() {
        values_.resize(used_);
        return values_;
    }
    void use_memory_of(std::vector<field_value>& values) noexcept { values_.swap(values); }

private:
    value& add();

    std::vector<field_value> values_;
    std::size_t used_ = 0;  ///< of them; the rest is memory
    std::bitset<1024> seen_;
    const field_descriptor* current_ = nullptr;
    bool in_list_ = false;
};

/// Puts together a string that a SAX parser hands over in parts (Boost.JSON does so for strings
/// with escapes that are longer than its buffer).
class joined_text {
public:
    void add(std::string_view part) { parts_ += part; }
    /// The whole string; valid until the next call.
    std::string_view whole(std::string_view last) {
        if (parts_.empty()) return last;
        whole_.swap(parts_);
        parts_.clear();
        return whole_ += last;
    }

private:
    std::string parts_;
    std::string whole_;
};

}  // namespace mandate
