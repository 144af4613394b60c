// A correction puts a move on a day on which it could have been recorded: what the task was in
// there, without what is corrected, is judged as for any entry of that day.

#include "lengths.hpp"
#include "record_test.hpp"

#include <algorithm>

namespace mandate {
namespace {

using testing::ElementsAre;

class CorrectedMoves : public tests::record_test {
protected:
    // Agencies are events 1 to 4.
    void begin(const std::string& text) {
        record_ = ledger::in_memory();
        record_test::SetUp();
        say("2023-01-01 add_official official=O name_vi=x");
        say(text);
    }
    std::vector<std::string> findings(const std::string& text) {
        act by = tests::by_clerk(parse_day("2024-12-31"));
        std::vector<std::string> keys;
        for (const finding& f : record_->check(by, tests::commands_of(text)).findings)
            keys.push_back(f.key);
        return keys;
    }
};

const std::string assigned =
    "2024-01-03 assign_task task=U title_vi=x lead=A\n"
    "2024-01-03 assign_task task=T title_vi=x lead=A coordinating=B acceptance=not_asked "
    "deadline=2024-02-15";

std::string corrects(std::int64_t event) { return " corrects=" + std::to_string(event); }

// Each move with what a second one of its kind says beside it.
struct said_twice {
    const char *first, *second;
};
constexpr said_twice moves[] = {
    {"set_priority task=T priority=urgent", ""},
    {"plan_task task=T period=2024-Q1", ""},
    {"mark_key_task task=T period=2024-Q1", ""},
    {"remind_task task=T number=1", ""},
    {"schedule_task task=T duration=3", ""},
    {"charge_official task=T agency=A official=O", ""},
    {"state_obligation task=T agency=B obligation=x", ""},
    {"answer_obligation task=T agency=B text=x", ""},
    {"report_progress task=T percent=10", ""},
    {"revise_deadline task=T deadline=2024-05-05", ""},
    {"reassign_task task=T lead=B", ""},
    {"request_extension task=T proposed_deadline=2024-06-06 reason=x", ""},
    {"block_task task=T condition=x owed_by=B", "block_task task=T condition=y owed_by=B"},
    {"fan_out_task task=T agency=B", "fan_out_task task=T agency=A"},
    {"repeat_task task=T period=2024-Q3", "repeat_task task=T period=2024-Q4"},
    {"rate_task task=T quality=meets", ""},
    {"verify_result task=T verdict=confirmed", ""},
    {"find_cause task=T cause=other", ""},
    {"explain_delay task=T cause=other text=x", ""},
    {"consult consultation=Q task=T agency=A addressed_to=B",
     "consult consultation=Q2 task=T agency=A addressed_to=B"},
    {"link_tasks link=L task=T after=U", "link_tasks link=L2 task=T after=U"},
    {"expect_document task=T expected=a", "expect_document task=T expected=b"},
    {"suspend_task task=T reason=x", ""},
};

TEST_F(CorrectedMoves, GoToNoDayOnWhichTheMoveSaidAnewWouldBeRefused) {
    int refused_alike = 0;
    for (const char* end : {"complete_task task=T", "cancel_task task=T reason=x"})
        for (const auto& [first, second] : moves) {
            SCOPED_TRACE(std::string{end} + " / " + first);
            const std::string move{first}, ends{end};
            const bool by_documents = move.starts_with("expect") && ends.starts_with("complete");
            if (by_documents || (move.starts_with("suspend") && ends.starts_with("complete")))
                continue;  // such a task is not completed
            begin(assigned);
            const std::int64_t event = say("2024-02-01 " + move);
            say("2024-03-01 " + ends);
            const std::string anew = *second != '\0' ? second : first;
            const std::string plain = objection("2024-04-01 " + anew);
            EXPECT_EQ(objection("2024-04-01 " + move + corrects(event)), plain);
            if (plain == "not_done" || plain == "not_cancelled") ++refused_alike;
            EXPECT_EQ(objection("2024-02-29 " + move + corrects(event)), "");
            EXPECT_EQ(objection("2024-02-01 " + move + corrects(event)), "");
            if (!move.starts_with("suspend")) {
                EXPECT_EQ(objection("2024-03-01 " + move + corrects(event)), "")
                    << "at its place, which is before the end";
            }
        }
    EXPECT_EQ(refused_alike, 37);
}

TEST_F(CorrectedMoves, OfAHandingInObeyWhatTheTaskIsInOnTheirDay) {
    const std::string asked = "2024-01-03 assign_task task=T title_vi=x lead=A assigner=OFFICE";
    for (const auto& [change, rule] :
         {std::pair{"suspend_task", "not_suspended"}, std::pair{"cancel_task", "not_cancelled"}}) {
        begin(asked);
        const std::int64_t event = say("2024-02-01 submit_task task=T");
        say("2024-03-01 " + std::string{change} + " task=T reason=x");
        EXPECT_EQ(refused("2024-04-01 submit_task task=T" + corrects(event)), rule);
        EXPECT_EQ(objection("2024-02-20 submit_task task=T text=x" + corrects(event)), "");
    }
    begin(asked);
    const std::int64_t event = say("2024-02-01 submit_task task=T");
    const std::int64_t answer = say("2024-02-10 accept_task task=T");
    EXPECT_EQ(objection("2024-02-09 submit_task task=T" + corrects(event)), "");
    EXPECT_EQ(objection("2024-02-20 accept_task task=T" + corrects(answer)), "")
        << "what it did itself is left out";
}

TEST_F(CorrectedMoves, OfTheEndItselfLeaveItOut) {
    for (const char* end : {"complete_task task=T", "cancel_task task=T reason=x"}) {
        begin(assigned);
        say("2024-02-01 report_progress task=T percent=10");
        const std::int64_t event = say("2024-03-01 " + std::string{end});
        for (const char* day : {"2024-02-02", "2024-03-01", "2024-04-01"})
            EXPECT_EQ(objection(std::string{day} + " " + end + corrects(event)), "") << day;
        EXPECT_THAT(findings("2024-01-15 " + std::string{end} + corrects(event)),
                    ElementsAre("task.out_of_order"));
        EXPECT_THAT(findings("2024-02-02 " + std::string{end} + corrects(event)), ElementsAre());
    }
}

TEST_F(CorrectedMoves, ThatKeepTheirDayAreTakenWhateverWasEnteredSince) {
    begin(assigned);
    const std::int64_t event = say("2024-02-10 report_progress task=T percent=10");
    say("2024-02-05 cancel_task task=T reason=x");  // late: a finding told of it
    EXPECT_EQ(objection("2024-02-10 report_progress task=T percent=20" + corrects(event)), "");
    EXPECT_EQ(objection("2024-02-09 report_progress task=T percent=20" + corrects(event)),
              "not_cancelled");
    EXPECT_EQ(objection("2024-02-04 report_progress task=T percent=20" + corrects(event)), "");
}

TEST_F(CorrectedMoves, ThatStateAgainWhatWasWithdrawnAreJudged) {
    begin(assigned);
    const std::int64_t event = say("2024-02-10 revise_deadline task=T deadline=2024-04-01");
    const std::int64_t gone = say("2024-02-11 void_event reason=x" + corrects(event));
    say("2024-02-05 complete_task task=T");
    EXPECT_EQ(refused("2024-02-10 revise_deadline task=T deadline=2024-04-01" + corrects(gone)),
              "not_done");
    EXPECT_EQ(objection("2024-02-04 revise_deadline task=T deadline=2024-04-01" + corrects(gone)),
              "");
}

TEST_F(CorrectedMoves, OfALinkOrAConsultationAreJudgedByTheTaskTheyName) {
    begin(assigned + "\n2024-01-03 assign_task task=S title_vi=x lead=A");
    const std::int64_t link = say("2024-02-10 link_tasks link=L task=T after=U");
    const std::int64_t asked =
        say("2024-02-10 consult consultation=Q task=T agency=A addressed_to=B");
    say("2024-02-05 cancel_task task=S reason=x");
    EXPECT_EQ(refused("2024-02-10 link_tasks link=L task=S after=U" + corrects(link)),
              "not_cancelled");
    EXPECT_EQ(refused("2024-02-10 consult consultation=Q task=S agency=A addressed_to=B" +
                      corrects(asked)),
              "not_cancelled");
    EXPECT_EQ(objection("2024-02-10 link_tasks link=L task=T after=S" + corrects(link)), "");
}

// By who had it there: what followed on the same day did not yet count.
TEST_F(CorrectedMoves, AreOfWhoHadTheTaskAtTheirPlace) {
    begin(assigned);
    const std::int64_t event = say("2024-02-10 charge_official task=T agency=A official=O");
    say("2024-02-10 reassign_task task=T lead=X");
    EXPECT_EQ(objection("2024-02-10 charge_official task=T agency=A official=O" + corrects(event)),
              "");
    EXPECT_EQ(refused("2024-02-11 charge_official task=T agency=A official=O" + corrects(event)),
              "is_assigned");
    EXPECT_EQ(objection("2024-02-11 charge_official task=T agency=X official=O" + corrects(event)),
              "");
}

TEST_F(CorrectedMoves, OfAnAnswerLookAtWhatItAnswered) {
    begin(assigned);
    say("2024-02-20 explain_delay task=T cause=other text=x");
    const std::int64_t answer = say("2024-02-21 accept_explanation task=T");
    say("2024-03-10 explain_delay task=T cause=other text=y");
    EXPECT_EQ(objection("2024-02-22 accept_explanation task=T text=x" + corrects(answer)), "")
        << "another waits since";
    EXPECT_EQ(refused("2024-02-19 accept_explanation task=T" + corrects(answer)),
              "after_what_it_answers");
}

// A condition that is owed is over after it began, and is owed once at a time.
TEST_F(CorrectedMoves, OfAConditionObeyWhatWasOwedOnTheirDay) {
    const std::string block = " block_task task=T condition=c owed_by=B",
                      unblock = " unblock_task task=T condition=c";
    begin(assigned);
    const std::int64_t owed = say("2024-02-01" + block), lifted = say("2024-03-01" + unblock);
    EXPECT_EQ(refused("2024-04-01" + block + corrects(owed)), "others_stand_on_it");
    EXPECT_EQ(refused("2024-02-01 block_task task=T condition=d owed_by=B" + corrects(owed)),
              "others_stand_on_it");
    EXPECT_EQ(refused("2024-01-25" + unblock + corrects(lifted)), "blocked_first");
    EXPECT_EQ(objection("2024-02-28" + block + corrects(owed)), "");
    EXPECT_EQ(objection("2024-02-02" + unblock + corrects(lifted)), "");
    say("2024-03-10" + block);
    EXPECT_EQ(refused("2024-04-10" + unblock + corrects(lifted)), "others_stand_on_it");
    EXPECT_EQ(refused("2024-04-10 void_event reason=x" + corrects(lifted)), "others_stand_on_it");
    EXPECT_EQ(refused("2024-03-20" + block + corrects(owed)), "owed_once");
    EXPECT_EQ(refused("2024-02-15" + block), "owed_once") << "also what is entered late";
    EXPECT_EQ(refused("2024-02-15" + unblock), "others_stand_on_it");
    EXPECT_THAT(tests::told(*record_, "2024-03-12", "conditions", "since until"),
                ElementsAre("2024-02-01 | 2024-03-01", "2024-03-10 | -"));
}

// Of both no order was kept when they were entered, a wait of last month in two commands.
TEST_F(CorrectedMoves, OfAWaitOfLastMonthThatIsEnteredLateAreFound) {
    begin(assigned +
          "\n2024-03-01 block_task task=T condition=c owed_by=B\n"
          "2024-04-01 unblock_task task=T condition=c");
    const std::string block = "2024-02-01 block_task task=T condition=c owed_by=B";
    EXPECT_THAT(findings(block), ElementsAre("task.out_of_order"));
    EXPECT_THAT(findings(block + "\n2024-02-20 unblock_task task=T condition=c"), ElementsAre());
    say(block);
    say("2024-02-20 unblock_task task=T condition=c");
    EXPECT_THAT(tests::told(*record_, "2024-12-31", "conditions", "since until"),
                ElementsAre("2024-02-01 | 2024-02-20", "2024-03-01 | 2024-04-01"));
}

TEST_F(CorrectedMoves, OfARefusalOrAGrantStayTheAnswerToTheirRequest) {
    const std::string ask = " request_extension task=T proposed_deadline=2024-06-01 reason=x",
                      refuse = " refuse_extension task=T reason=x",
                      grant = " revise_deadline task=T deadline=2024-05-01";
    begin(assigned);
    const std::int64_t asked = say("2024-01-05" + ask), answered = say("2024-01-21" + refuse);
    const std::int64_t granted = say("2024-01-26" + grant);
    EXPECT_EQ(refused("2024-05-06" + refuse + corrects(answered)), "requested_first")
        << "it was granted by then";
    EXPECT_EQ(refused("2024-01-04" + refuse + corrects(answered)), "after_what_it_answers");
    EXPECT_EQ(refused("2024-01-10" + grant + corrects(granted)), "others_stand_on_it");
    EXPECT_EQ(refused("2024-01-22" + ask + corrects(asked)), "others_stand_on_it");
    EXPECT_EQ(objection("2024-01-25" + refuse + corrects(answered)), "");

    begin(assigned);
    say("2024-01-05" + ask);
    const std::int64_t first = say("2024-01-21 revise_deadline task=T deadline=2024-03-01");
    say("2024-01-26" + ask);
    const std::int64_t second = say("2024-02-01" + refuse);
    EXPECT_EQ(refused("2024-01-28 revise_deadline task=T deadline=2024-03-01" + corrects(first)),
              "others_stand_on_it")
        << "two would wait";
    EXPECT_EQ(refused("2024-02-03 void_event reason=x" + corrects(first)), "others_stand_on_it");
    EXPECT_EQ(refused("2024-01-10" + refuse + corrects(second)), "after_what_it_answers");
}

TEST_F(CorrectedMoves, OfADecisionOnAnExplanationStayWithIt) {
    begin(assigned);
    say("2024-02-20 explain_delay task=T cause=other text=x");
    const std::int64_t answer = say("2024-02-21 accept_explanation task=T");
    say("2024-03-10 explain_delay task=T cause=other text=y");
    EXPECT_EQ(refused("2024-03-11 accept_explanation task=T" + corrects(answer)),
              "answers_the_same");
    EXPECT_EQ(objection("2024-03-09 accept_explanation task=T" + corrects(answer)), "");
}

TEST_F(CorrectedMoves, OfWhatWasSaidOfABlamedAgencyLeaveItsAnswerToWhatWasBeforeIt) {
    begin(assigned);
    const std::string blame = " explain_delay task=T cause=other text=x blamed=B";
    say("2024-02-20" + blame);
    const std::int64_t again = say("2024-03-01" + blame);
    say("2024-03-05 answer_explanation task=T agency=B text=no");
    say("2024-03-10" + blame + corrects(again));
    EXPECT_THAT(tests::told(*record_, "2024-12-31", "explanations", "given_on rejoinder"),
                ElementsAre("2024-02-20 | no", "2024-03-10 | -"));
}

TEST_F(CorrectedMoves, OfADocumentAreFoundWhereItWasNeitherExpectedNorDated) {
    begin(
        "2024-01-01 add_document document=D number=1 document_kind=plan issuer=A "
        "dated=2024-02-15\n"
        "2024-01-03 assign_task task=T title_vi=x lead=A");
    const std::int64_t expected = say("2024-02-01 expect_document task=T expected=e");
    const std::string issue = " issue_document task=T expected=e document=D";
    EXPECT_THAT(findings("2024-01-25" + issue), ElementsAre("task.out_of_order"));
    EXPECT_THAT(findings("2024-02-14" + issue), ElementsAre("task.out_of_order"));
    EXPECT_THAT(findings("2024-02-15" + issue), ElementsAre());
    say("2024-02-20" + issue);
    EXPECT_EQ(refused("2024-02-21 expect_document task=T expected=e" + corrects(expected)),
              "others_stand_on_it");
}

TEST_F(CorrectedMoves, OfADateOfADocumentAreFoundWhereItWasIssuedBefore) {
    begin(assigned);
    const std::string document = " add_document document=D number=1 document_kind=plan issuer=A";
    const std::int64_t made = say("2024-01-04" + document + " dated=2024-02-15");
    say("2024-02-01 expect_document task=T expected=e\n"
        "2024-02-20 issue_document task=T expected=e document=D");
    EXPECT_THAT(findings("2024-01-04" + document + " dated=2024-03-01" + corrects(made)),
                ElementsAre("task.out_of_order"));
    EXPECT_THAT(findings("2024-01-04" + document + " dated=2024-02-20" + corrects(made)),
                ElementsAre());
}

TEST_F(CorrectedMoves, TellWhatTheyLeaveOnADayOnWhichItCouldNotHaveBeen) {
    begin("2024-01-03 assign_task task=T title_vi=x lead=A assigner=OFFICE");
    say("2024-01-10 suspend_task task=T reason=x");
    const std::int64_t event = say("2024-01-20 resume_task task=T");
    say("2024-02-01 submit_task task=T");
    EXPECT_THAT(findings("2024-02-05 resume_task task=T" + corrects(event)),
                ElementsAre("task.out_of_order"));
    for (const char* day : {"2024-01-21", "2024-03-01"})
        EXPECT_THAT(findings(std::string{day} + " void_event reason=x" + corrects(event)),
                    ElementsAre("task.out_of_order"));
    EXPECT_THAT(findings("2024-01-31 resume_task task=T" + corrects(event)), ElementsAre());
}

TEST_F(CorrectedMoves, AreJudgedInAnImportedHistoryAsOfThen) {
    const auto imports = [](const std::string& late) {
        std::vector<command> all = tests::commands_of(
            "2024-01-01 add_agency agency=A name_vi=x\n"
            "2024-01-03 assign_task task=T title_vi=x lead=A acceptance=not_asked\n"
            "2024-02-01 report_progress task=T percent=10\n" +
            late);
        std::int64_t now = parse_instant("2024-02-02T08:00:00+07:00", 420);
        for (command& c : all) {
            c.recorded_at_us = now += 1'000'000;
            c.actor = "A";
        }
        try {
            ledger::in_memory()->import(tests::by_clerk(parse_day("2024-12-31")), all);
            return std::string{};
        } catch (const error& e) {
            for (const fact& one : e.facts())
                if (one.first == "rule") return one.second;
            return std::string{e.what()};
        }
    };
    const std::string end = "2024-02-02 complete_task task=T\n",
                      earlier = "2024-01-20 report_progress task=T percent=10 corrects=3";
    EXPECT_EQ(imports(end + earlier), "");
    EXPECT_EQ(imports(earlier + "\n" + end), "");
    EXPECT_EQ(imports("2024-01-15 complete_task task=T\n" + earlier), "not_done");
}

// Of the word that names it, too.
TEST_F(CorrectedMoves, NameAnotherConditionTogether) {
    begin(assigned);
    const std::int64_t owed = say("2024-02-01 block_task task=T condition=mapp owed_by=B"),
                       lifted = say("2024-03-01 unblock_task task=T condition=mapp");
    const std::string block =
                          "2024-02-01 block_task task=T condition=map owed_by=B" + corrects(owed),
                      unblock = "2024-03-01 unblock_task task=T condition=";
    EXPECT_EQ(refused(block), "others_stand_on_it");
    EXPECT_EQ(refused(block + "\n" + unblock + "other" + corrects(lifted)), "blocked_first");
    try {
        say(unblock + "map" + corrects(lifted) + "\n" + block);
        ADD_FAILURE() << "the block comes first";
    } catch (const error& e) {
        EXPECT_THAT(e.what(), testing::HasSubstr("judged in their order in the batch"));
    }
    say(block + "\n" + unblock + "map" + corrects(lifted));
    EXPECT_THAT(tests::told(*record_, "2024-12-31", "conditions", "condition since until"),
                ElementsAre("map | 2024-02-01 | 2024-03-01"));
}

// The moves on a task are in order when the batch is through.
TEST_F(CorrectedMoves, MoveTogetherWithWhatAnswersThem) {
    begin("2024-01-05 assign_task task=T title_vi=x lead=A assigner=B deadline=2024-03-01");
    const auto submitted = say("2024-02-01 submit_task task=T"),
               accepted = say("2024-02-05 accept_task task=T");
    const std::string later = "2024-02-10 submit_task task=T" + corrects(submitted);
    EXPECT_EQ(refused(later), "others_stand_on_it");
    EXPECT_EQ(refused(later + "\n2024-02-07 accept_task task=T" + corrects(accepted)),
              "submitted_first");
    say(later + "\n2024-02-12 accept_task task=T" + corrects(accepted));
    EXPECT_THAT(tests::told(*record_, "2024-12-31", "tasks", "task finished_on class"),
                ElementsAre("T | 2024-02-10 | done_in_time"));
}

// A wait that was over before the one that is open began.
TEST_F(CorrectedMoves, OfAnEarlierWaitStandBesideAnOpenOne) {
    begin(assigned);
    say("2024-03-01 block_task task=T condition=c owed_by=B");
    const std::string block = "2024-02-01 block_task task=T condition=c owed_by=B",
                      unblock = "2024-02-20 unblock_task task=T condition=c";
    EXPECT_THAT(findings(block + "\n" + unblock), ElementsAre());
    EXPECT_THAT(findings(block), ElementsAre("task.out_of_order"));
    say(block);
    say(unblock);
    EXPECT_THAT(tests::told(*record_, "2024-12-31", "conditions", "condition since until"),
                ElementsAre("c | 2024-02-01 | 2024-02-20", "c | 2024-03-01 | -"));
    EXPECT_EQ(refused("2024-03-10 block_task task=T condition=c owed_by=B"), "owed_once");
}

// The slow twin: a fresh ledger, in which all that counts is recorded in the order of days and
// places. What is taken with a finding could not be.
class any_history {
public:
    explicit any_history(std::uint64_t seed) : random_{seed} {
        first_ = tests::commands_of(
            "2024-01-01 add_agency agency=A name_vi=x\n2024-01-01 add_agency agency=B name_vi=x\n"
            "2024-01-01 add_agency agency=C name_vi=x\n"
            "2024-01-01 add_official official=O name_vi=x\n"
            "2024-01-01 add_document document=D number=1 document_kind=plan issuer=A\n"
            "2024-01-01 limit_extensions most_times=2 most_days=60\n"
            "2024-01-05 assign_task task=T title_vi=x lead=A coordinating=B acceptance=" +
            std::string{random_.below(2) == 0 ? "asked" : "not_asked"} +
            " assigner=C deadline=2024-02-01");
        record_->record(by_, first_);
    }

    void add() {
        const int kind = random_.below(kinds);
        event one{words(kind), kind};
        if (changes_what_it_is_in(kind) || is_asked_or_answers(kind))
            one.said.effective_on = std::max(last_, *one.said.effective_on);
        if (!is_taken(one.said)) return;
        one.seq = record_->revision();
        last_ = std::max(last_, *one.said.effective_on);
        one.name = events_.size() + 1;
        events_.push_back(std::move(one));
        events_.back().answers = answered()[events_.size() - 1];
    }

    std::vector<std::string> wrong_lengths() const {
        return tests::wrong_lengths(*record_, {"2024-01-25", "2024-04-01"},
                                    tests::command_of("2024-01-01 add_agency task=T "
                                                      "period=2024-Q1 delay=5 since=0"));
    }

    // What was taken, and whether it should have been.
    enum class result { none, taken, refused };
    result correct() {
        if (events_.empty()) return result::none;
        event& one =
            events_[static_cast<std::size_t>(random_.below(static_cast<int>(events_.size())))];
        const event old = one;
        command c;
        if (one.stands && random_.below(4) == 0) {
            c = tests::command_of("2024-03-01 void_event reason=x");
            one.stands = false;
        } else {
            c = words(one.kind);
            if (random_.below(3) == 0) c.effective_on = old.said.effective_on;
            one.said = c;
            one.stands = true;
        }
        bool fits = takes(in_order());
        const std::vector<std::size_t> now = answered();
        for (std::size_t i = 0; i < events_.size(); ++i)
            fits &= !events_[i].stands || now[i] == events_[i].answers;
        c.corrects = old.seq;
        bool found = false;
        std::string refusal;
        try {
            for (const finding& f : record_->check(by_, std::vector{c}).findings)
                found |= f.key == "task.out_of_order";
        } catch (const error& e) {
            refusal = e.what();
        }
        const bool taken = refusal.empty();
        EXPECT_EQ(taken && !found, fits)
            << descriptor_of(c.kind).name << " of " << to_text(*c.effective_on) << " for event "
            << old.seq << " of " << to_text(*old.said.effective_on) << ": " << refusal;
        if (!changes_what_it_is_in(old.kind)) {
            EXPECT_FALSE(found) << "it moves nothing but itself";
        }
        if (!taken || found) {
            one = old;
            return result::refused;
        }
        record_->record(by_, std::vector{c});
        one.seq = record_->revision();
        if (one.stands) last_ = std::max(last_, *one.said.effective_on);
        return result::taken;
    }

private:
    struct event {
        command said;
        int kind;
        std::int64_t seq = 0;  // of its last correction
        bool stands = true;
        std::size_t name = 0;     // its place
        std::size_t answers = 0;  // the name of what it answered when it was recorded; 0: nothing
    };
    static constexpr int kinds = 28;
    static bool changes_what_it_is_in(int kind) { return kind < 7 || kind == 24 || kind == 25; }
    static bool is_asked_or_answers(int kind) { return kind >= 16; }

    command words(int kind) {
        const auto any = [&] { return std::string(1, "ABC"[random_.below(3)]); };
        const civil_day on{parse_day("2024-01-04").since_epoch() + random_.below(40)};
        const std::string due =
            to_text(civil_day{parse_day("2024-01-20").since_epoch() + random_.below(60)});
        const std::string all[kinds] = {
            " suspend_task task=T reason=x",
            " resume_task task=T reason=x",
            " complete_task task=T",
            " cancel_task task=T reason=x",
            " submit_task task=T",
            " return_task task=T reason=x",
            " accept_task task=T",
            " revise_deadline task=T deadline=" + due,
            " revise_deadline task=T deadline=" + due,
            " remind_task task=T number=1",
            " state_obligation task=T obligation=x agency=" + any(),
            " answer_obligation task=T agency=" + any(),
            " reassign_task task=T lead=" + any() + " coordinating=" + any(),
            " charge_official task=T official=O agency=" + any(),
            " set_priority task=T priority=urgent",
            " report_progress task=T percent=50",
            " block_task task=T owed_by=B condition=" + any(),
            " unblock_task task=T" + (random_.below(3) == 0 ? "" : " condition=" + any()),
            " request_extension task=T reason=x proposed_deadline=" + due,
            " refuse_extension task=T reason=x",
            " explain_delay task=T cause=other text=x blamed=B",
            " accept_explanation task=T",
            " return_explanation task=T reason=x",
            " answer_explanation task=T agency=B text=x",
            " expect_document task=T expected=" + any(),
            " issue_document task=T document=D expected=" + any(),
            " hand_over agency=" + any() + " into=" + any() + " blamed_in=T",
            " answer_explanation task=T text=x agency=" + any(),
        };
        return tests::command_of(to_text(on) + all[kind]);
    }
    // What each event answers in the order of days: the last of its kind that waits.
    std::vector<std::size_t> answered() const {
        std::vector<const event*> standing;
        for (const event& one : events_)
            if (one.stands) standing.push_back(&one);
        std::stable_sort(standing.begin(), standing.end(), [](const event* a, const event* b) {
            return *a->said.effective_on < *b->said.effective_on;
        });
        std::vector<std::size_t> all(events_.size()), requests, explanations;
        const auto take_last = [&](std::vector<std::size_t>& waiting, const event& by) {
            if (waiting.empty()) return;
            all[by.name - 1] = waiting.back();
            waiting.pop_back();
        };
        for (const event* one : standing) switch (one->said.kind) {
                case command_kind::request_extension:
                    requests.push_back(one->name);
                    break;
                case command_kind::revise_deadline:
                    requests.clear();
                    break;
                case command_kind::refuse_extension:
                    take_last(requests, *one);
                    break;
                case command_kind::explain_delay:
                    explanations.push_back(one->name);
                    break;
                case command_kind::accept_explanation:
                case command_kind::return_explanation:
                    take_last(explanations, *one);
                    break;
                default:
                    break;
            }
        return all;
    }
    bool is_taken(const command& c) {
        try {
            record_->record(by_, std::vector{c});
            return true;
        } catch (const error&) {
            return false;
        }
    }
    std::vector<command> in_order() const {
        std::vector<command> all = first_;
        for (const event& one : events_)  // by place
            if (one.stands) all.push_back(one.said);
        std::stable_sort(
            all.begin() + static_cast<std::ptrdiff_t>(first_.size()), all.end(),
            [](const command& a, const command& b) { return *a.effective_on < *b.effective_on; });
        return all;
    }
    bool takes(const std::vector<command>& all) const {
        try {
            ledger::in_memory()->record(by_, all);
        } catch (const error&) {
            return false;
        }
        return true;
    }

    tests::random_numbers random_;
    const act by_ = tests::by_clerk(parse_day("2024-12-31"));
    const std::unique_ptr<ledger> record_ = ledger::in_memory();
    std::vector<command> first_;
    std::vector<event> events_;
    civil_day last_ = parse_day("2024-01-05");
};

TEST(AnyTask, TakesACorrectionWhereItCouldHaveBeenRecordedInOrder) {
    int taken = 0, refused = 0;
    for (std::uint64_t seed = 1; seed <= 14 && !testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE(seed);
        any_history history{seed};
        for (int i = 0; i < 24; ++i) {
            history.add();
            const auto result = history.correct();
            taken += result == any_history::result::taken ? 1 : 0;
            refused += result == any_history::result::refused ? 1 : 0;
        }
        EXPECT_THAT(history.wrong_lengths(), testing::IsEmpty());
    }
    EXPECT_GT(taken, 50);
    EXPECT_GT(refused, 40);
}

}  // namespace
}  // namespace mandate
