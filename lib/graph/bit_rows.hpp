#pragma once
// A directed network of some thousand vertices at most, kept so that what is of no use any more is
// stepped over 64 at a time.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace mandate {

/// For each vertex the words, not all zero, of the row of bits that tells its successors. A dense
/// row costs a word for 64 successors, a thin one no more than a list of them. Immutable; any
/// thread.
class bit_rows {
public:
    using arrow = std::pair<std::uint32_t, std::uint32_t>;  // from, to
    struct word {
        std::uint32_t at;  // successors at * 64 .. at * 64 + 63
        std::uint64_t bits;
    };

    /// @pre arrows ascend; every end is below `vertices`.
    bit_rows(std::uint32_t vertices, std::span<const arrow> arrows);
    /// The same with every arrow turned round. Cost: O(vertices + arrows).
    bit_rows turned() const;

    std::uint32_t vertices() const noexcept {
        return static_cast<std::uint32_t>(first_.size() - 1);
    }
    std::size_t words_in_a_row() const noexcept { return (vertices() + std::size_t{63}) / 64; }
    std::span<const word> operator[](std::uint32_t vertex) const noexcept {
        return {words_.data() + first_[vertex], words_.data() + first_[vertex + 1]};
    }

private:
    bit_rows() = default;
    std::vector<std::uint32_t> first_;
    std::vector<word> words_;
};

/// Calls take(vertex) for each bit of a word of a row.
template <class Take>
void each_vertex(std::uint32_t at, std::uint64_t bits, Take&& take) {
    for (; bits != 0; bits &= bits - 1)
        take(at * 64 + static_cast<std::uint32_t>(std::countr_zero(bits)));
}

/// The strong component of each vertex, numbered from 0 by their smallest vertex.
/// Cost: O(vertices + words of all rows); not recursive.
/// @pre `against` is along.turned().
std::vector<std::uint32_t> strong_components(const bit_rows& along, const bit_rows& against);

/// Betweenness of each vertex: over all pairs of others, the part of their shortest ways that goes
/// through it. Not weighted, not normalised. The same bits at any number of threads.
/// Cost: O(vertices x words of all rows), and the arrows on shortest ways.
std::vector<double> betweenness(const bit_rows& network, unsigned threads);

}  // namespace mandate
