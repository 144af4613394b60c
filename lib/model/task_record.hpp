#pragma once
// The record of one task. A plan has a million of them, so what few tasks have stands in boxes:
// `details` of the assignment, and the `history` of what happened after it.

#include "mandate/calendar/deadline.hpp"
#include "mandate/calendar/period.hpp"
#include "mandate/model/names.hpp"
#include "model/record_parts.hpp"

#include <optional>

namespace mandate {

struct task_record {
    struct details {
        std::string title_en, title_tr;
        row_number meeting = no_row, conclusion = no_row;
        std::string assigned_as_stated, lead_as_stated, coordinating_as_stated;
        std::string doubt, product, field_of_work;
        std::vector<row_number> indicators;
        remark said;
        recurrence_kind recurs{};  ///< 0: once
        /// Of an instance made by fan_out_task or repeat_task: for which agency or period.
        row_number instance_for = no_row;
        std::optional<period> instance_of_period;
    };
    struct statement {
        std::string title_vi;
        small_list<row_number> documents;
        boxed<details> rare;
        row_number assigner = no_row, parent = no_row;
        int duration = 0;  ///< working days; 0: not stated
        precision assigned_precision = precision::day;
        priority_kind priority = priority_kind::normal;
        bool acceptance_asked = true;
        bool instance = false;  ///< made by fan_out_task or repeat_task

        const details& more() const noexcept { return rare.get(); }
        words title() const { return {title_vi, more().title_en, more().title_tr}; }
    };
    struct holders {
        small_list<row_number> leads;
        /// Absent: whoever coordinated before goes on.
        std::optional<small_list<row_number>> coordinating;
    };
    struct due {
        struct wording {
            std::string as_stated, reason;
            row_number decided_by = no_row, document = no_row;
        };
        std::optional<civil_day> day, standing_from;
        boxed<wording> words;
        precision exact = precision::day;
        bool original = true;  ///< from assign_task; false: a revision

        const wording& said() const noexcept { return words.get(); }
    };
    enum class activity : std::uint8_t { active, suspended, cancelled };
    struct condition {
        activity now;
        std::string reason;
    };
    struct report {
        row_number agency;
        std::optional<int> percent, remaining;  ///< of the work; working days
        std::string text;
    };
    struct submission {
        row_number agency;
        std::string text;
    };
    /// The assigner's answer to the submission that was pending.
    struct decision {
        bool accepted;
        quality_kind quality{};  ///< 0: not rated
        seq_number submission;   ///< place of the submission it answers
        std::string text;
    };
    struct completion {
        row_number agency, document;
        std::string text;
    };
    struct explanation {
        row_number agency, responsible, responsible_official, blamed;
        std::string cause, text, measures, remedy;
        std::optional<civil_day> proposed;
    };
    /// Whether an explanation was accepted or returned.
    struct explanation_decision {
        bool accepted;
        seq_number explanation;  ///< place of the explanation it answers
        row_number agency;
        std::string text;
    };
    /// The Office's own finding of the cause.
    struct found_cause {
        row_number agency;
        std::string cause, text;
    };
    /// What a coordinating agency answers to the explanation that blames it.
    struct rejoinder {
        row_number agency;
        std::string text;
    };
    /// What one agency is to do in the task, by when.
    struct obligation {
        row_number agency;
        assignment_role role;
        std::string text;
        std::optional<civil_day> day;
        precision exact = precision::day;
        std::string as_stated;
    };
    struct answer {
        row_number agency, document;
        std::string text;
    };
    struct verification {
        row_number agency;
        verdict_kind verdict;
        std::optional<int> percent;
        std::string text;
    };
    struct extension_request {
        row_number agency;
        civil_day proposed;
        std::string reason;
    };
    struct extension_refusal {
        seq_number request;  ///< place of the request it answers
        row_number decided_by, document;
        std::string reason;
    };
    struct reminder {
        row_number agency;
        std::vector<row_number> addressed_to;
        std::string number, text;
        row_number document;
    };
    struct waiver {
        row_number decided_by, document;
        std::string cause, reason;
    };
    /// A condition that another body owes.
    struct block {
        row_number owed_by;
        std::string condition;
        std::optional<civil_day> due;
    };
    struct unblock {
        std::string condition;  ///< empty: all of them
        std::string text;
    };
    /// One of the documents that the task is to bring forth.
    struct expected_document {
        std::string key;
        row_number issuer;
        words title;
    };
    struct issued_document {
        std::string key;
        row_number document;
    };
    struct rating {
        row_number agency;
        quality_kind quality;
        std::string text;
    };
    struct priority_change {
        priority_kind priority;
        row_number decided_by;
        std::string reason;
    };
    /// Who does the agency's part from that day on.
    struct charge {
        row_number agency, official;
    };
    /// How the work is planned; replaces what was said before.
    struct work_plan {
        int duration = 0;  ///< working days; 0: that of the assignment
        bool milestone = false;
        std::optional<int> optimistic, pessimistic;  ///< working days
        std::optional<civil_day> not_before, must_start, not_after;
        row_number decided_by = no_row;
        std::string reason;
    };
    /// The instances that one fan_out_task or repeat_task made.
    struct fan_out {
        std::vector<row_number> instances;
    };

    struct history {
        versions<condition> conditions;
        versions<report> reports;
        versions<submission> submissions;
        versions<decision> decisions;
        versions<completion> completions;
        versions<explanation> explanations;
        versions<explanation_decision> explanation_decisions;
        versions<found_cause> found_causes;
        versions<rejoinder> rejoinders;
        versions<obligation> obligations;
        versions<answer> answers;
        versions<verification> verifications;
        versions<extension_request> extension_requests;
        versions<extension_refusal> extension_refusals;
        versions<reminder> reminders;
        versions<waiver> waivers;
        versions<block> blocks;
        versions<unblock> unblocks;
        versions<expected_document> expected;
        versions<issued_document> issued;
        versions<rating> ratings;
        versions<priority_change> priorities;
        versions<charge> charges;
        versions<work_plan> work_plans;
        versions<fan_out> fan_outs;
        versions<period> planned;
        versions<period> key;
        bool has_parts = false;  ///< some task was ever stated as a part of it

        template <class F>
        void attributes(F&& f) {
            each(*this, f);
        }
        template <class F>
        void attributes(F&& f) const {
            each(*this, f);
        }

    private:
        template <class History, class F>
        static void each(History& h, F& f) {
            f(h.conditions), f(h.reports), f(h.submissions), f(h.decisions), f(h.completions),
                f(h.explanations), f(h.explanation_decisions), f(h.found_causes), f(h.rejoinders),
                f(h.obligations), f(h.answers), f(h.verifications), f(h.extension_requests),
                f(h.extension_refusals), f(h.reminders), f(h.waivers), f(h.blocks), f(h.unblocks),
                f(h.expected), f(h.issued), f(h.ratings), f(h.priorities), f(h.charges),
                f(h.work_plans), f(h.fan_outs), f(h.planned), f(h.key);
        }
    };

    std::string code;
    versions<statement> stated;
    versions<holders> held;
    versions<due> deadline;
    boxed<history> after;

    /// Who coordinates in this view; empty where it is not assigned there.
    const small_list<row_number>& coordinating(const view& v) const {
        static const small_list<row_number> nobody;
        const small_list<row_number>* found = &nobody;
        held.each(v, [&](const auto& h) {
            if (h.value.coordinating) found = &*h.value.coordinating;
        });
        return *found;
    }

    /// What happened after the assignment.
    const history& life() const noexcept { return after.get(); }

    template <class F>
    void attributes(F&& f) {
        f(stated), f(held), f(deadline);
        if (after.has_value()) after.edit().attributes(f);
    }
    template <class F>
    void attributes(F&& f) const {
        f(stated), f(held), f(deadline);
        if (after.has_value()) life().attributes(f);
    }
};

}  // namespace mandate
