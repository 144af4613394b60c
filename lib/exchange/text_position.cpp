#include "exchange/text_position.hpp"

#include "base/with_rule.hpp"
#include "mandate/base/text.hpp"

#include <string>
#include <utility>

namespace mandate {

text_position position_of(std::string_view text, std::size_t offset) noexcept {
    text_position at;
    const std::size_t begin = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    for (std::size_t i = begin; i < offset && i < text.size(); ++i) {
        if (text[i] == '\n') {
            ++at.line;
            at.column = 1;
        } else if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) {
            ++at.column;
        }
    }
    return at;
}

error located(const error& e, text_position at, std::string_view inside, std::vector<fact> more) {
    const std::string line = to_text(static_cast<long long>(at.line));
    const std::string column = to_text(static_cast<long long>(at.column));
    std::string where = "line " + line + ", column " + column;
    if (!inside.empty()) where.append(": ").append(inside);
    more.insert(more.begin(), {{"line", line}, {"column", column}});
    return with_rule(e).at(where, std::move(more));
}

}  // namespace mandate
