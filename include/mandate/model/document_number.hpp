#pragma once
// What the number of a document says of itself. It is read for order and comparison only: the
// number is kept and printed as it was written, and kind and issuer are never taken from its
// letters (QĐ stands for a decision and for a regulation, TW for three issuers).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mandate {

enum class number_form : std::uint8_t {
    irregular,  ///< none of the forms below; only its letters are compared
    party,      ///< 39-NQ/TW, 68-CTr/TU (Guideline 36-HD/VPTW)
    state,      ///< 42/2014/QĐ-TTg, 162/NQ-CP, 6907/UBND-KSTT (Decree 30/2020/NĐ-CP)
};
std::string_view name_of(number_form form) noexcept;

struct document_number {
    number_form form = number_form::irregular;
    std::optional<std::int64_t>
        serial;               ///< 39; its place in the series of its kind and year or term
    std::optional<int> year;  ///< 2014, where the number says it
    std::string letters;      ///< what stands behind, without blanks, as written: NQ/TW, QĐ-TTg

    friend bool operator==(const document_number&, const document_number&) = default;
};

/// Reads a number in its common and its careless spellings: blanks around the signs, dashes of any
/// length, leading zeros (`55 – TB/TW`, `39 -NQ/TW`). Never fails: what it cannot read is
/// irregular.
/// @pre valid UTF-8.
document_number read_document_number(std::string_view written);

/// Equal for two spellings of one number: 68-CTr/TU, 68-Ctr/TU and 068 – CTR/TU. Not for ĐA and DA.
std::string comparable_number(std::string_view written);

}  // namespace mandate
