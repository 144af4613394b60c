#pragma once
// Writes HTML whose tags are balanced and whose texts and attributes are escaped.

#include <algorithm>
#include <array>
#include <cassert>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mandate::html {

/// The text with & < > " ' as character references: safe in elements and in quoted attributes.
inline std::string escape(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    return out;
}

struct attribute {
    std::string_view name;
    std::string value;
};
using attributes = std::initializer_list<attribute>;

class html_writer {
public:
    /// Tags are string literals; each is closed by close(), the last opened first.
    void open(std::string_view tag, attributes list = {}) {
        start(tag, list);
        open_.push_back(tag);
    }
    void close() {
        assert(!open_.empty());
        out_.append("</").append(open_.back()).append(">");
        open_.pop_back();
    }
    void text(std::string_view text) { out_ += escape(text); }
    /// A whole element with text in it.
    void element(std::string_view tag, std::string_view content, attributes list = {}) {
        open(tag, list);
        text(content);
        close();
    }
    /// An element that has no content and no end tag: meta, rect.
    void leaf(std::string_view tag, attributes list) {
        start(tag, list);
        out_.insert(out_.size() - 1, "/");
    }
    /// HTML that was escaped before.
    void raw(std::string_view html) { out_ += html; }

    std::string take() {
        assert(open_.empty());
        return std::move(out_);
    }

private:
    // Elements of a paragraph stay on its line; others begin a line, so that the source is legible.
    static bool is_inline(std::string_view tag) {
        constexpr std::array<std::string_view, 10> tags = {"a",   "b",    "del",   "dd",   "small",
                                                           "svg", "span", "title", "rect", "td"};
        return std::ranges::find(tags, tag) != tags.end();
    }
    void start(std::string_view tag, attributes list) {
        if (!is_inline(tag)) out_ += '\n';
        out_.append("<").append(tag);
        for (const auto& [name, value] : list)
            out_.append(" ").append(name).append("=\"").append(escape(value)).append("\"");
        out_ += '>';
    }

    std::string out_;
    std::vector<std::string_view> open_;
};

}  // namespace mandate::html
