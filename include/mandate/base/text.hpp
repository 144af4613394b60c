#pragma once
// UTF-8 text: checked, normalised to NFC at the border, folded for search. No locale.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mandate {

/// Offset of the first byte that is not valid UTF-8, or nothing.
std::optional<std::size_t> find_invalid_utf8(std::string_view text) noexcept;

/// The text in normalisation form C. @throws error{errc::invalid_utf8} with the byte offset.
std::string nfc(std::string_view text);

/// The text as search sees it: case, accents, Vietnamese đ (also typed as ð), Turkish ı/İ and other
/// forms of letters (full width, ligatures, Roman numerals) folded away, dashes as hyphens
/// (`39–NQ/TW` is `39-nq/tw`), invisible characters left out, white space runs as one space, none
/// at the ends. `Chuyển  đổi số` -> `chuyen doi so`. A text of marks alone folds to nothing.
/// @throws error{errc::invalid_utf8} with the byte offset.
std::string fold(std::string_view text);

/// Case folded, NFC, white space runs as one space, accents kept: for matching names exactly but
/// for capitals and spacing. @throws error{errc::invalid_utf8} with the byte offset.
std::string fold_case(std::string_view text);

/// A number, locale-free.
std::string to_text(long long number);

}  // namespace mandate
