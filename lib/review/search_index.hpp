#pragma once
// Search over names, titles and numbers: their folded text stands in a few long strings, so that a
// search is one scan of bytes, and what it hits is looked up afterwards.

#include "mandate/base/table.hpp"
#include "mandate/model/command.hpp"
#include "review/lens.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mandate {

/// Of how many kinds the things are that have words which are searched.
inline constexpr std::size_t searched_kinds = 13;

/// What all events up to a revision say in words that are searched, also what was corrected since:
/// the view decides. Copies share what they have in common. Immutable once made.
class search_index {
public:
    /// Holds nothing.
    search_index() = default;
    /// What `before` holds, and what `s` recorded since. Cost: folding the new words.
    search_index(const search_index& before, const state& s);

    seq_number revision() const noexcept { return revision_; }
    /// The bytes that a search scans.
    std::size_t bytes() const noexcept;

    struct entry {
        std::uint32_t begin;  ///< in its chunk
        row_number row;
        seq_number seq;  ///< of the event that says it
        entity_kind kind;
        std::uint8_t which;  ///< of the texts of that event
    };
    /// The entries whose folded text holds the folded words, in order of record; none for no words.
    /// Cost: one scan of the bytes.
    std::vector<entry> find(std::string_view folded) const;

private:
    struct chunk {
        std::string bytes;  // each text ends with a line feed, which no folded text holds
        std::vector<entry> entries;
    };
    static constexpr std::size_t chunk_bytes = 1 << 20;

    void add(entry of, const std::vector<std::string_view>& texts);

    std::vector<std::shared_ptr<const chunk>> full_;
    std::shared_ptr<const chunk> last_;
    std::shared_ptr<chunk> growing_;                  // while it is made
    std::array<std::size_t, searched_kinds> rows_{};  // how many of each kind are in it
    seq_number revision_ = 0;
};

/// The answer to the question `search`.
table answer_search(const lens& through, const search_index& index, const arguments& args);

}  // namespace mandate
