#pragma once
// The blocks of the text report. Each prints its heading and its content, or one sentence where
// there is nothing to list.

#include "mandate/report/report.hpp"
#include "mandate/review/review.hpp"
#include "report/text_layout.hpp"

namespace mandate::text_blocks {

using text_layout::text_page;

// text_figures.cpp
void print_classes(text_page& page, const review& r, language lang);
void print_rates(text_page& page, const review& r, language lang);
void print_agencies(text_page& page, const review& r, language lang);
void print_indicators(text_page& page, const review& r, language lang);

// text_tasks.cpp
void print_unfinished(text_page& page, const review& r, language lang);
/// Done since, carried over, next period, without deadline, awaiting acceptance, without lead.
void print_task_lists(text_page& page, const review& r, language lang);

// text_records.cpp
void print_recommendations(text_page& page, const review& r, language lang);
void print_documents(text_page& page, const review& r, language lang);
void print_meeting(text_page& page, const review& r, language lang);
void print_findings(text_page& page, const review& r, language lang);

// text_answers.cpp
/// What needs a decision today.
void print_agenda(text_page& page, const review& r, language lang);
/// What became of the conclusions of earlier meetings.
void print_conclusions(text_page& page, const review& r, language lang);
/// Warnings, slow work, ratings, slipped days, pairs of agencies, standings.
void print_answers(text_page& page, const review& r, language lang);

// text_matters.cpp
/// Work programmes, reviews of documents, clauses that nobody carries out.
void print_matters(text_page& page, const review& r, language lang);

}  // namespace mandate::text_blocks
