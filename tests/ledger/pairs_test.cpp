// What is asked and answered, begun and ended: a correction that puts the answer before the
// question, or the question after the answer, or takes the question away, is refused, or leaves
// nothing that is shorter than nothing.

#include "lengths.hpp"
#include "record_test.hpp"

namespace mandate {
namespace {

using testing::IsEmpty;

const std::string things =
    "2024-01-01 add_official official=O name_vi=x\n"
    "2024-01-01 add_post post=P agency=A name_vi=x\n"
    "2024-01-01 add_document document=D number=1 document_kind=plan issuer=A\n"
    "2024-01-01 add_document document=D2 number=2 document_kind=plan issuer=A\n"
    "2024-01-01 add_document document=D3 number=3 document_kind=plan issuer=X\n"
    "2024-01-01 hold_meeting meeting=M name_vi=x body=A\n"
    "2024-01-01 add_programme programme=G agency=A period=2024\n"
    "2024-01-01 add_access_class access_class=K name_vi=x rank=1\n"
    "2024-01-01 add_access_class access_class=K2 name_vi=x rank=2\n"
    "2024-01-01 set_highest_class access_class=K2\n"
    "2024-01-01 add_indicator indicator=I name_vi=x unit=x\n"
    "2024-01-02 assign_task task=T title_vi=x lead=A coordinating=B assigner=OFFICE "
    "deadline=2024-01-20\n"
    "2024-01-02 assign_task task=N title_vi=x lead=A acceptance=not_asked deadline=2024-01-20";

struct pair_of_events {
    const char *first, *then, *between = "";
};
constexpr pair_of_events pairs[] = {
    {"submit_task task=T", "accept_task task=T"},
    {"submit_task task=T", "return_task task=T reason=x"},
    {"return_task task=T reason=x", "submit_task task=T", "submit_task task=T"},
    {"suspend_task task=T reason=x", "resume_task task=T"},
    {"resume_task task=T", "suspend_task task=T reason=x", "suspend_task task=T reason=x"},
    {"suspend_task task=T reason=x", "cancel_task task=T reason=x"},
    {"assign_task task=W title_vi=x lead=A acceptance=not_asked", "complete_task task=W"},
    {"assign_task task=W title_vi=x lead=A", "cancel_task task=W reason=x"},
    {"assign_task task=W title_vi=x lead=A", "link_tasks link=L task=N after=W"},
    {"assign_task task=W title_vi=x lead=A", "assign_task task=W1 title_vi=x parent_task=W"},
    {"block_task task=T condition=x owed_by=B", "unblock_task task=T condition=x"},
    {"block_task task=T condition=x owed_by=B", "unblock_task task=T"},
    {"unblock_task task=T condition=x", "block_task task=T condition=x owed_by=B",
     "block_task task=T condition=x owed_by=B"},
    {"request_extension task=T proposed_deadline=2024-06-01 reason=x",
     "refuse_extension task=T reason=x"},
    {"request_extension task=T proposed_deadline=2024-06-01 reason=x",
     "revise_deadline task=T deadline=2024-06-01"},
    {"refuse_extension task=T reason=x",
     "request_extension task=T proposed_deadline=2024-06-01 reason=x",
     "request_extension task=T proposed_deadline=2024-05-01 reason=x"},
    {"revise_deadline task=T deadline=2024-02-20",
     "request_extension task=T proposed_deadline=2024-06-01 reason=x",
     "request_extension task=T proposed_deadline=2024-02-20 reason=x"},
    {"explain_delay task=T cause=other text=x", "accept_explanation task=T"},
    {"explain_delay task=T cause=other text=x", "return_explanation task=T reason=x"},
    {"explain_delay task=T cause=other text=x blamed=B",
     "answer_explanation task=T agency=B text=x"},
    {"state_obligation task=T agency=B obligation=x deadline=2024-02-20",
     "answer_obligation task=T agency=B"},
    {"expect_document task=T expected=e", "issue_document task=T expected=e document=D"},
    {"report_progress task=T percent=10", "verify_result task=T verdict=confirmed percent=10"},
    {"remind_task task=T number=1", "report_progress task=T percent=10"},
    {"fan_out_task task=T agency=X", "report_progress task=T/X percent=10"},
    {"repeat_task task=T period=2024-Q1", "submit_task task=T/2024-Q1"},
    {"reassign_task task=T lead=X coordinating=B", "charge_official task=T agency=X official=O"},
    {"consult consultation=Q task=T agency=A addressed_to=B",
     "answer_consultation consultation=Q agency=B opinion=agree"},
    {"consult consultation=Q task=T agency=A addressed_to=B answer_due=2024-04-20 "
     "silence=agreement",
     "answer_consultation consultation=Q agency=B opinion=agree"},
    {"raise_recommendation recommendation=R text_vi=x raised_by=A addressed_to=B",
     "answer_recommendation recommendation=R recommendation_status=answered"},
    {"raise_recommendation recommendation=R text_vi=x raised_by=A addressed_to=B",
     "repeat_recommendation recommendation=R"},
    {"raise_recommendation recommendation=R text_vi=x raised_by=A addressed_to=B",
     "relate_recommendation recommendation=R task=T"},
    {"answer_recommendation recommendation=R recommendation_status=answered",
     "judge_answer recommendation=R satisfied=satisfied",
     "raise_recommendation recommendation=R text_vi=x raised_by=A addressed_to=B"},
    {"answer_recommendation recommendation=R recommendation_status=answered",
     "repeat_recommendation recommendation=R answer_due=2024-04-30",
     "raise_recommendation recommendation=R text_vi=x raised_by=A addressed_to=B"},
    {"schedule_document_review document_review=V document=D review_kind=final deadline=2024-06-01",
     "complete_document_review document_review=V"},
    {"schedule_document_review document_review=V document=D review_kind=final deadline=2024-06-01",
     "drop_document_review document_review=V reason=x"},
    {"postpone_document_review document_review=V deadline=2024-07-01",
     "complete_document_review document_review=V",
     "schedule_document_review document_review=V document=D review_kind=final "
     "deadline=2024-06-01"},
    {"hold_meeting meeting=M2 name_vi=x body=A",
     "conclude conclusion=C meeting=M2 conclusion_kind=praise text_vi=x"},
    {"hold_meeting meeting=M2 name_vi=x body=A",
     "attend_meeting meeting=M2 meeting_role=chair agency=A"},
    {"conclude conclusion=C meeting=M conclusion_kind=task text_vi=x",
     "assign_task task=W title_vi=x lead=A conclusion=C"},
    {"add_programme programme=G2 agency=A period=2024",
     "add_item item=E programme=G2 title_vi=x planned_for=2024-06 decided_by=A"},
    {"add_item item=E programme=G title_vi=x planned_for=2024-06 decided_by=A",
     "postpone_item item=E planned_for=2024-07 decided_by=A"},
    {"add_item item=E programme=G title_vi=x planned_for=2024-06 decided_by=A",
     "withdraw_item item=E decided_by=A reason=x"},
    {"add_item item=E programme=G title_vi=x planned_for=2024-06 decided_by=A",
     "receive_papers item=E"},
    {"add_item item=E programme=G title_vi=x planned_for=2024-06 decided_by=A",
     "consider_item item=E"},
    {"receive_papers item=E", "consider_item item=E",
     "add_item item=E programme=G title_vi=x planned_for=2024-06 decided_by=A"},
    {"hold_post official=O post=P", "leave_post official=O post=P"},
    {"add_post post=P2 agency=A name_vi=x", "hold_post official=O post=P2"},
    {"add_agency agency=Y name_vi=x", "dissolve_agency agency=Y reason=x"},
    {"add_agency agency=Y name_vi=x", "merge_agency agency=Y into=A"},
    {"add_agency agency=Y name_vi=x", "split_agency agency=Y into=A,B duty=x,y"},
    {"add_agency agency=Y name_vi=x", "rename_agency agency=Y name_vi=y"},
    {"add_agency agency=Y name_vi=x", "move_agency agency=Y parent=A"},
    {"dissolve_agency agency=B reason=x", "hand_over agency=B into=X consultation=Q",
     "consult consultation=Q task=T agency=A addressed_to=B"},
    {"explain_delay task=T cause=other text=x blamed=B", "hand_over agency=B into=X blamed_in=T"},
    {"hand_over agency=B into=X blamed_in=T", "answer_explanation task=T agency=X text=x",
     "explain_delay task=T cause=other text=x blamed=B"},
    {"expect_document task=T expected=e issuer=B", "hand_over agency=B into=X task=T expected=e"},
    {"hand_over agency=B into=X task=T expected=e", "issue_document task=T expected=e document=D3",
     "expect_document task=T expected=e issuer=B"},
    {"add_agency agency=Y name_vi=x", "charge_field agency=Y field_of_work=f"},
    {"grant_access access_class=K agency=B", "revoke_access access_class=K agency=B"},
    {"add_access_class access_class=K3 name_vi=x rank=3", "grant_access access_class=K3 agency=B"},
    {"relate_documents document=D2 relation=implements to_document=D",
     "relate_documents document=D2 relation=replaces to_document=D"},
    {"draft_review review=W agency=A period=2023-Q4 cut_off=2024-01-15",
     "send_review review=W addressed_to=B"},
    {"send_review review=W addressed_to=B", "comment_on_review review=W agency=B text=x",
     "draft_review review=W agency=A period=2023-Q4 cut_off=2024-01-15"},
    {"send_review review=W addressed_to=B", "close_review review=W agency=A reason=x",
     "draft_review review=W agency=A period=2023-Q4 cut_off=2024-01-15"},
    {"add_indicator indicator=I2 name_vi=x unit=x",
     "observe_indicator indicator=I2 agency=A period=2024-01 value=1"},
    {"set_target indicator=I agency=A period=2024-Q1 target_low=5",
     "observe_indicator indicator=I agency=A period=2024-01 value=1"},
    {"delegate_rights agency=A delegate=B until=2024-12-31",
     "delegate_rights agency=A delegate=X until=2024-12-31"},
};

class Pairs : public tests::record_test {
protected:
    void begin(const pair_of_events& pair) {
        record_ = ledger::in_memory();
        record_test::SetUp();
        say(things);
        if (*pair.between != '\0') say("2024-01-22 " + std::string{pair.between});
        first_ = say("2024-02-01 " + std::string{pair.first});
        then_ = say("2024-03-01 " + std::string{pair.then});
    }
    // Refused with a rule and a field, or nothing is wrong afterwards. Whether it was refused.
    bool is_harmless(const std::string& correction) {
        SCOPED_TRACE(correction);
        try {
            record_->check(tests::by_clerk(parse_day("2024-12-31")),
                           tests::commands_of(correction));
        } catch (const error& e) {
            for (const char* fact : {"rule", "field"})
                EXPECT_TRUE(std::any_of(e.facts().begin(), e.facts().end(),
                                        [&](const auto& one) { return one.first == fact; }))
                    << fact << " in " << e.what();
            return true;
        }
        say(correction);
        EXPECT_THAT(
            tests::wrong_lengths(*record_, {"2024-12-31"},
                                 tests::command_of("2024-01-01 add_agency task=T document=D "
                                                   "period=2024-Q1 text=x delay=5 since=0")),
            IsEmpty());
        return false;
    }
    std::int64_t first_ = 0, then_ = 0;
};

TEST_F(Pairs, KeepTheirOrderUnderCorrections) {
    int refused = 0, taken = 0;
    for (const pair_of_events& pair : pairs) {
        SCOPED_TRACE(std::string{pair.first} + " / " + pair.then);
        const auto try_it = [&](const std::string& correction, const std::int64_t& event) {
            const bool kept = is_harmless(correction + " corrects=" + std::to_string(event));
            ++(kept ? refused : taken);
            if (!kept) begin(pair);
        };
        begin(pair);
        try_it("2024-04-01 " + std::string{pair.first}, first_);
        try_it("2024-01-25 " + std::string{pair.then}, then_);
        try_it("2024-04-01 void_event reason=x", first_);
    }
    EXPECT_GT(refused, 100);
    EXPECT_GT(taken, 10);
}

}  // namespace
}  // namespace mandate
