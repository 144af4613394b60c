// The names of the three languages.

#include "mandate/base/error.hpp"
#include "mandate/report/report.hpp"

namespace mandate {

language parse_language(std::string_view text) {
    if (text == "vi") return language::vi;
    if (text == "en") return language::en;
    if (text == "tr") return language::tr;
    throw error{errc::out_of_range,
                "no language \"" + std::string{text} + "\" for reports: vi, en or tr",
                {{"language", std::string{text}}}};
}

std::string_view name_of(language lang) noexcept {
    return lang == language::en ? "en" : lang == language::tr ? "tr" : "vi";
}

}  // namespace mandate
