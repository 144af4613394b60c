#pragma once
// The blocks of the page, in the order of review_html.cpp. Each prints what is under its heading.

#include "report/html_page.hpp"

namespace mandate::html {

// html_summary.cpp
void print_head(html_page& page);
void print_summary(html_page& page);

// html_decisions.cpp
void print_decisions(html_page& page);

// html_answers.cpp
void print_answers(html_page& page);
/// What became of the conclusions of earlier meetings.
void print_conclusions(html_page& page);

// html_figures.cpp
void print_classes(html_page& page);
void print_agencies(html_page& page);
void print_indicators(html_page& page);

// html_tasks.cpp
void print_unfinished(html_page& page);
/// The course of the matter, folded; open on paper.
void print_course(html_page& page, const review_task& t);
void print_other_lists(html_page& page);
void print_next_period(html_page& page);

// html_register.cpp
void print_register(html_page& page);
void print_lists_by_agency(html_page& page);
void print_lists_by_class(html_page& page);

// html_records.cpp
void print_documents(html_page& page);
void print_recommendations(html_page& page);
void print_meeting(html_page& page);
void print_findings(html_page& page);
void print_method(html_page& page);

// html_matters.cpp
void print_programme(html_page& page);
void print_document_matters(html_page& page);

}  // namespace mandate::html
