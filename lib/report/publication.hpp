#pragma once
// The edition for publication: figures and sentences in which nobody is named.

#include "mandate/report/report.hpp"

#include <string>

namespace mandate {

/// @pre r.publication
std::string publication_text(const review& r, language lang);
std::string publication_html(const review& r, language lang);

}  // namespace mandate
