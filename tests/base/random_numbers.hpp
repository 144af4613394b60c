#pragma once
// Random numbers for tests: the same on every machine, by the seed alone.

#include <cstdint>

namespace mandate {

/// SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014).
class random_numbers {
public:
    explicit random_numbers(std::uint64_t seed) noexcept : state_{seed} {}

    std::uint64_t next() noexcept {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EB;
        return z ^ (z >> 31U);
    }
    /// From low to high, both included; the slight bias of the remainder does not matter here.
    int between(int low, int high) noexcept {
        const std::int64_t width = std::int64_t{high} - low + 1;
        return static_cast<int>(
            low + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(width)));
    }

private:
    std::uint64_t state_;
};

}  // namespace mandate
