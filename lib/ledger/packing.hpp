#pragma once
// Any record of the model as bytes and back, without a list of its fields: Boost.PFR takes records
// apart, so a field is packed by being there. Numbers stand as this machine has them. Only for
// caches: `shape` tells whether bytes were written by the same records, nothing reads older ones.

#include "base/os.hpp"
#include "base/sha256.hpp"
#include "mandate/base/civil_day.hpp"
#include "mandate/calendar/period.hpp"
#include "model/compact.hpp"
#include "model/shared_rows.hpp"
#include "model/versions.hpp"

#include <boost/pfr/core.hpp>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <istream>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace mandate::packing {

// ---- kinds of values ----------------------------------------------------------------------------

template <class T>
inline constexpr bool is_plain =
    std::is_arithmetic_v<T> || std::is_enum_v<T> || std::is_same_v<T, civil_day>;
template <class T>
struct list_of : std::false_type {};
template <class T>
struct list_of<std::vector<T>> : std::true_type {};
template <class T>
struct list_of<small_list<T>> : std::true_type {};
template <class T>
struct maybe_of : std::false_type {};
template <class T>
struct maybe_of<std::optional<T>> : std::true_type {};
template <class T>
struct box_of : std::false_type {};
template <class T>
struct box_of<boxed<T>> : std::true_type {
    using content = T;
};
template <class T>
struct versions_of : std::false_type {};
template <class T>
struct versions_of<versions<T>> : std::true_type {
    using content = T;
};
template <class T>
struct rows_of : std::false_type {};
template <class T>
struct rows_of<shared_rows<T>> : std::true_type {
    using content = T;
};

// ---- shape --------------------------------------------------------------------------------------

constexpr std::uint64_t mix(std::uint64_t so_far, std::uint64_t next) noexcept {
    return (so_far ^ next) * 0x9E37'79B9'7F4A'7C15U ^ (so_far >> 29U);
}

/// A number for the fields of a type and of what is in it, in their order.
template <class T>
constexpr std::uint64_t shape() {
    if constexpr (is_plain<T>)
        return mix(1, sizeof(T) * 4 + std::is_enum_v<T> * 2 + std::is_signed_v<T>);
    else if constexpr (std::is_same_v<T, std::string>)
        return mix(2, 0);
    else if constexpr (std::is_same_v<T, period>)
        return mix(3, 1);
    else if constexpr (list_of<T>::value)
        return mix(4, shape<typename T::value_type>());
    else if constexpr (maybe_of<T>::value)
        return mix(5, shape<typename T::value_type>());
    else if constexpr (box_of<T>::value)
        return mix(6, shape<typename box_of<T>::content>());
    else if constexpr (versions_of<T>::value)
        return mix(7, shape<typename versions_of<T>::content>());
    else if constexpr (rows_of<T>::value)
        return mix(8, shape<typename rows_of<T>::content>());
    else
        return []<std::size_t... I>(std::index_sequence<I...>) {
            std::uint64_t all = mix(9, sizeof...(I));
            ((all = mix(all, shape<boost::pfr::tuple_element_t<I, T>>())), ...);
            return all;
        }
    (std::make_index_sequence<boost::pfr::tuple_size_v<T>>());
}

// ---- out ----------------------------------------------------------------------------------------

class writer {
public:
    template <class T>
    void put(const T& one) {
        if constexpr (is_plain<T>) {
            bytes_.append(reinterpret_cast<const char*>(&one), sizeof one);
        } else if constexpr (std::is_same_v<T, std::string>) {
            put_text(one);
        } else if constexpr (std::is_same_v<T, period>) {
            put(one.first()), put(one.last());
        } else if constexpr (list_of<T>::value) {
            put(static_cast<std::uint32_t>(one.size()));
            for (const auto& each : one) put(each);
        } else if constexpr (maybe_of<T>::value) {
            put(one.has_value());
            if (one) put(*one);
        } else if constexpr (box_of<T>::value) {
            put(one.has_value());
            if (one.has_value()) put(one.get());
        } else if constexpr (versions_of<T>::value) {
            put(static_cast<std::uint32_t>(one.all().size()));
            for (const auto& each : one.all()) put(each);
        } else if constexpr (rows_of<T>::value) {
            put(static_cast<std::uint32_t>(one.size()));
            for (std::size_t i = 0; i < one.size(); ++i) put(one[i]);
        } else {
            boost::pfr::for_each_field(one, [&](const auto& field) { put(field); });
        }
    }
    /// Read as a string.
    void put_text(std::string_view text) {
        put(static_cast<std::uint32_t>(text.size()));
        bytes_ += text;
    }
    std::string& bytes() noexcept { return bytes_; }

private:
    std::string bytes_;
};

// ---- in -----------------------------------------------------------------------------------------

/// Bytes that end too early, or hold what no record holds.
struct unreadable : std::runtime_error {
    unreadable() : runtime_error{"packed bytes cannot be read"} {}
};

/// Reads piece by piece, so that the bytes never stand in memory as a whole; what was read of
/// damaged ones is told by their digest at the end, and until then may be anything.
class reader {
public:
    /// `size`: how many bytes follow.
    reader(std::istream& in, std::size_t size) : in_{in}, unread_{size} {}

    template <class T>
    T get() {
        if constexpr (std::is_same_v<T, bool>) {
            return get<unsigned char>() != 0;
        } else if constexpr (is_plain<T>) {
            T one{};
            std::memcpy(static_cast<void*>(&one), take(sizeof one).data(), sizeof one);
            return one;
        } else if constexpr (std::is_same_v<T, std::string>) {
            return std::string{text()};
        } else if constexpr (std::is_same_v<T, period>) {
            const auto first = get<civil_day>();
            return period{first, get<civil_day>()};
        } else if constexpr (list_of<T>::value) {
            return list<T>();
        } else if constexpr (maybe_of<T>::value) {
            return get<bool>() ? T{get<typename T::value_type>()} : T{};
        } else if constexpr (box_of<T>::value) {
            T box;
            if (get<bool>()) box.edit() = get<typename box_of<T>::content>();
            return box;
        } else if constexpr (versions_of<T>::value) {
            return T{get<small_list<version<typename versions_of<T>::content>>>()};
        } else if constexpr (rows_of<T>::value) {
            T rows;
            for (auto left = get<std::uint32_t>(); left > 0; --left)
                rows.push_back(get<typename rows_of<T>::content>());
            return rows;
        } else {
            // A list in braces is evaluated in its order.
            return [this]<std::size_t... I>(std::index_sequence<I...>) {
                return T{get<boost::pfr::tuple_element_t<I, T>>()...};
            }
            (std::make_index_sequence<boost::pfr::tuple_size_v<T>>());
        }
    }
    /// Of put_text(). It stands until more is read.
    std::string_view text() { return take(get<std::uint32_t>()); }
    bool at_end() const noexcept { return left() == 0; }
    /// SHA-256 of all of them. @pre at_end()
    std::string digest() {
        std::string all;
        digest_.take(all);
        return all;
    }

private:
    template <class List>
    List list() {
        using element = typename List::value_type;
        const auto size = get<std::uint32_t>();
        if (size > left()) throw unreadable{};
        if constexpr (std::is_same_v<List, small_list<element>>) {
            return List::of(size, [&] { return get<element>(); });
        } else {
            List all;
            all.reserve(size);
            for (std::uint32_t i = 0; i < size; ++i) all.push_back(get<element>());
            return all;
        }
    }
    std::string_view take(std::size_t size) {
        if (size > rest_.size()) read_on(size);
        const std::string_view taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }
    std::size_t left() const noexcept { return rest_.size() + unread_; }
    /// Until `size` bytes or more can be taken.
    void read_on(std::size_t size) {
        if (size > left()) throw unreadable{};
        constexpr std::size_t piece = std::size_t{1} << 20U;
        const std::size_t kept = rest_.size(),
                          more = std::min(std::max(size, piece) - kept, unread_);
        if (kept != 0) std::memmove(buffer_.data(), rest_.data(), kept);
        buffer_.resize(std::max(buffer_.size(), kept + more));
        if (!in_.read(buffer_.data() + kept, static_cast<std::streamsize>(more)))
            throw unreadable{};
        digest_.add({buffer_.data() + kept, more});
        rest_ = {buffer_.data(), kept + more};
        unread_ -= more;
        memory_.ask();
    }

    std::istream& in_;
    std::size_t unread_;
    std::string buffer_;
    std::string_view rest_;  ///< of the buffer, not taken yet
    sha256_digest digest_;
    large_pages memory_;
};

}  // namespace mandate::packing
