#pragma once
// Turns a number of links that is known only at run time into one that the compiler knows.

#include <cstdint>
#include <type_traits>

namespace mandate {

inline constexpr int any_degree = -1;

/// Calls body with std::integral_constant<int, degree>, or any_degree above 6.
template <class Body>
void with_degree(std::uint32_t degree, Body&& body) {
    switch (degree) {
        case 0:
            return body(std::integral_constant<int, 0>{});
        case 1:
            return body(std::integral_constant<int, 1>{});
        case 2:
            return body(std::integral_constant<int, 2>{});
        case 3:
            return body(std::integral_constant<int, 3>{});
        case 4:
            return body(std::integral_constant<int, 4>{});
        case 5:
            return body(std::integral_constant<int, 5>{});
        case 6:
            return body(std::integral_constant<int, 6>{});
        default:
            return body(std::integral_constant<int, any_degree>{});
    }
}

}  // namespace mandate
