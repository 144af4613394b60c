#pragma once
// The part of the descriptor table with the words a field chooses from, and the number of each.

#include "mandate/model/descriptor.hpp"

namespace mandate::tables::choices {

inline constexpr choice_descriptor agency_kinds[] = {
    {1, "body"}, {2, "agency"}, {3, "group"}, {4, "task_force"}};
inline constexpr choice_descriptor document_kinds[] = {{1, "resolution"},
                                                       {2, "directive"},
                                                       {3, "conclusion"},
                                                       {4, "regulation"},
                                                       {5, "working_rules"},
                                                       {6, "decision"},
                                                       {7, "action_programme"},
                                                       {8, "work_programme"},
                                                       {9, "plan"},
                                                       {10, "scheme"},
                                                       {11, "guideline"},
                                                       {12, "report"},
                                                       {13, "submission"},
                                                       {14, "notice_of_conclusions"},
                                                       {15, "letter"},
                                                       {16, "other"}};
inline constexpr choice_descriptor relations[] = {{1, "implements"}, {2, "basis"},
                                                  {3, "amends"},     {4, "supplements"},
                                                  {5, "replaces"},   {6, "repeals"}};
inline constexpr choice_descriptor meeting_roles[] = {{1, "chair"}, {2, "attendee"}};
inline constexpr choice_descriptor conclusion_kinds[] = {
    {1, "praise"}, {2, "criticism"}, {3, "approval_in_principle"}, {4, "request"}, {5, "task"}};
inline constexpr choice_descriptor precisions[] = {
    {1, "day"}, {2, "month"}, {3, "quarter"}, {4, "half_year"}, {5, "year"}, {6, "continuous"}};
inline constexpr choice_descriptor assigned_precisions[] = {
    {1, "day"}, {2, "month"}, {3, "quarter"}, {4, "half_year"}, {5, "year"}};
inline constexpr choice_descriptor acceptances[] = {{1, "asked"}, {2, "not_asked"}};
inline constexpr choice_descriptor qualities[] = {
    {1, "meets"}, {2, "meets_after_revision"}, {3, "fails"}};
inline constexpr choice_descriptor counted_links[] = {
    {1, "open_waits"}, {2, "binding"}, {3, "hand_offs"}};
inline constexpr choice_descriptor link_types[] = {
    {1, "finish_start"}, {2, "start_start"}, {3, "finish_finish"}, {4, "start_finish"}};
inline constexpr choice_descriptor lag_units[] = {{1, "working_days"}, {2, "calendar_days"}};
inline constexpr choice_descriptor recommendation_kinds[] = {
    {1, "view"}, {2, "proposal"}, {3, "request"}};
inline constexpr choice_descriptor recommendation_statuses[] = {
    {1, "noted"},    {2, "forwarded"}, {3, "in_progress"}, {4, "partly_answered"},
    {5, "answered"}, {6, "accepted"},  {7, "declined"},    {8, "withdrawn"}};
inline constexpr choice_descriptor directions[] = {{1, "higher_is_better"}, {2, "lower_is_better"}};
inline constexpr choice_descriptor priorities[] = {
    {1, "normal"}, {2, "urgent"}, {3, "very_urgent"}, {4, "express"}};
inline constexpr choice_descriptor recurrences[] = {
    {1, "monthly"}, {2, "quarterly"}, {3, "half_yearly"}, {4, "yearly"}};
inline constexpr choice_descriptor assignment_roles[] = {{1, "lead"}, {2, "coordinating"}};
inline constexpr choice_descriptor verdicts[] = {
    {1, "confirmed"}, {2, "partly_confirmed"}, {3, "not_confirmed"}};
inline constexpr choice_descriptor silences[] = {{1, "no_answer"}, {2, "agreement"}};
inline constexpr choice_descriptor opinions[] = {
    {1, "agree"}, {2, "agree_with_changes"}, {3, "disagree"}};
inline constexpr choice_descriptor satisfactions[] = {
    {1, "satisfied"}, {2, "partly_satisfied"}, {3, "not_satisfied"}};
inline constexpr choice_descriptor measures[] = {{1, "cumulative"}, {2, "point"}};
inline constexpr choice_descriptor finishing_days_chosen[] = {{1, "submission"}, {2, "acceptance"}};
inline constexpr choice_descriptor issue_days_chosen[] = {{1, "dated"}, {2, "recorded"}};
inline constexpr choice_descriptor policies[] = {{1, "host"}, {2, "agencies"}};
inline constexpr choice_descriptor yes_or_no[] = {{1, "no"}, {2, "yes"}};
inline constexpr choice_descriptor day_kinds[] = {{1, "off"}, {2, "worked"}};
inline constexpr choice_descriptor weekdays[] = {{1, "monday"},   {2, "tuesday"}, {3, "wednesday"},
                                                 {4, "thursday"}, {5, "friday"},  {6, "saturday"},
                                                 {7, "sunday"}};
inline constexpr choice_descriptor holiday_rules[] = {{1, "none"}, {2, "viet_nam"}};
inline constexpr choice_descriptor histories[] = {{1, "known"}, {2, "own"}};
inline constexpr choice_descriptor tet_windows[] = {{1, "one_before"}, {2, "two_before"}};
inline constexpr choice_descriptor sides[] = {{1, "before"}, {2, "after"}};
inline constexpr choice_descriptor review_kinds[] = {{1, "interim"}, {2, "final"}};
inline constexpr choice_descriptor forces[] = {{1, "in_force"}, {2, "not_in_force"}};
inline constexpr choice_descriptor figures[] = {{1, "as_of_day"}, {2, "successors"}};
inline constexpr choice_descriptor groupings[] = {{1, "agency"},   {2, "coordinating"},
                                                  {3, "document"}, {4, "field_of_work"},
                                                  {5, "priority"}, {6, "task"}};
inline constexpr choice_descriptor review_lists[] = {
    {1, "population"},      {2, "overdue"},          {3, "unfinished"},
    {4, "unexplained"},     {5, "done_since"},       {6, "carried_late"},
    {7, "carried_planned"}, {8, "without_deadline"}, {9, "awaiting_acceptance"},
    {10, "without_lead"},   {11, "next_new"},        {12, "next_planned"},
    {13, "unplanned"},      {14, "only_reported"}};
inline constexpr choice_descriptor roundings[] = {{1, "half_up"}, {2, "truncated"}};
inline constexpr choice_descriptor editions[] = {{1, "internal"}, {2, "publication"}};
inline constexpr choice_descriptor thing_kinds[] = {
    {1, "agency"},     {2, "official"}, {3, "document"},       {4, "clause"},    {5, "meeting"},
    {6, "conclusion"}, {7, "task"},     {8, "recommendation"}, {9, "indicator"}, {10, "item"},
    {11, "post"},      {12, "term"},    {13, "programme"}};
inline constexpr choice_descriptor languages[] = {{1, "vi"}, {2, "en"}, {3, "tr"}};
inline constexpr choice_descriptor task_classes[] = {
    {0, "cancelled"},    {1, "suspended"},    {2, "standing"},
    {3, "done_in_time"}, {4, "done_late"},    {5, "done_without_deadline"},
    {6, "open_overdue"}, {7, "open_in_time"}, {8, "open_without_deadline"}};
inline constexpr choice_descriptor orders[] = {{1, "code"}, {2, "deadline"}, {3, "assigned_on"}};

inline constexpr choice_descriptor sequences[] = {{1, "retained_logic"}, {2, "progress_override"}};
inline constexpr choice_descriptor rests[] = {{1, "on_status_day"}, {2, "after_status_day"}};
inline constexpr choice_descriptor milestone_days[] = {{1, "day_of_predecessor"},
                                                       {2, "next_working_day"}};

}  // namespace mandate::tables::choices
