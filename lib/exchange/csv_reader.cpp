#include "mandate/exchange/csv_reader.hpp"

#include "exchange/text_position.hpp"
#include "mandate/base/text.hpp"

#include <algorithm>

namespace mandate {
namespace {

class csv_parser {
public:
    explicit csv_parser(std::string_view text)
        : text_{text}, at_{text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0} {}

    bool done() const noexcept { return at_ == text_.size(); }

    csv_row row() {
        csv_row out;
        out.line = line_;
        do {
            out.offsets.push_back(at_);
            out.cells.push_back(cell());
        } while (take(','));
        end_row();
        return out;
    }

private:
    bool next_is(char c) const noexcept { return at_ < text_.size() && text_[at_] == c; }
    bool take(char c) noexcept {
        const bool there = next_is(c);
        if (there) ++at_;
        return there;
    }
    [[noreturn]] void fail(const char* what, std::size_t offset) const {
        throw located(error{errc::malformed, what}, position_of(text_, offset));
    }

    std::string cell() {
        if (next_is('"')) return quoted_cell();
        const std::size_t end = std::min(text_.find_first_of(",\"\r\n", at_), text_.size());
        if (end < text_.size() && text_[end] == '"') fail("a quote inside an unquoted cell", end);
        std::string out{text_.substr(at_, end - at_)};
        at_ = end;
        return out;
    }

    std::string quoted_cell() {
        const std::size_t begin = at_++;
        std::string out;
        do {
            const std::size_t end = text_.find('"', at_);
            if (end == std::string_view::npos) fail("a quoted cell that is never closed", begin);
            const std::string_view part = text_.substr(at_, end - at_);
            line_ += static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n'));
            out += part;
            at_ = end + 1;
            if (next_is('"')) out += '"';
        } while (take('"'));
        if (!done() && text_.find_first_of(",\r\n", at_) != at_)
            fail("text behind the closing quote of a cell", at_);
        return out;
    }

    void end_row() {
        const std::size_t begin = at_;
        take('\r');
        if (!take('\n') && begin < at_) fail("a carriage return without a line feed", begin);
        ++line_;
    }

    std::string_view text_;
    std::size_t at_;
    std::size_t line_ = 1;
};

}  // namespace

std::vector<csv_row> read_csv(std::string_view text) {
    if (const auto invalid = find_invalid_utf8(text))
        throw located(error{errc::invalid_utf8,
                            "not UTF-8",
                            {{"offset", to_text(static_cast<long long>(*invalid))}}},
                      position_of(text, *invalid));
    std::vector<csv_row> rows;
    for (csv_parser parser{text}; !parser.done();) rows.push_back(parser.row());
    return rows;
}

}  // namespace mandate
