// Signatures over events by the host's Ed25519 key.
#include "mandate/store/signature.hpp"

#include "asked.hpp"
#include "base/error_check.hpp"
#include "mandate/ledger/ledger.hpp"
#include "mandate/store/hash_chain.hpp"
#include "record.hpp"
#include "store/scratch_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

namespace mandate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using tests::commands_of;
using tests::told;

// RFC 8410, section 10.3, without its line breaks; and the public key of section 10.1.
constexpr const char* key =
    "-----BEGIN PRIVATE KEY-----\n"
    "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n"
    "-----END PRIVATE KEY-----\n";
constexpr const char* public_key =
    "19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1";

constexpr const char* record = R"(
2024-01-01 add_agency agency=A name_vi='Cơ quan A'
2024-01-10 assign_task task=T1 title_vi='Chuyển đổi số' lead=A deadline=2024-03-20
2024-02-01 report_progress task=T1 percent=10
)";

act clerk(const char* today = "2024-04-25") { return tests::by_clerk(parse_day(today)); }

std::string hex_of(const std::string& bytes) {
    std::string digits;
    for (const char c : bytes) {
        digits += "0123456789abcdef"[static_cast<unsigned char>(c) / 16];
        digits += "0123456789abcdef"[static_cast<unsigned char>(c) % 16];
    }
    return digits;
}

class Signature : public testing::Test {
protected:
    Signature() { open(open_mode::create)->record(clerk(), commands_of(record)); }
    std::unique_ptr<ledger> open(open_mode mode = open_mode::write) const {
        return ledger::open(path_, mode);
    }
    static std::vector<std::string> texts(const std::vector<finding>& findings) {
        std::vector<std::string> all;
        for (const finding& f : findings) all.push_back(f.key + ": " + f.text);
        return all;
    }
    /// Alters what the log holds and computes all hashes anew, as somebody could who knows how.
    void rewrite(const std::function<void(stored_event&)>& alter) const {
        auto from = sqlite_store(path_, open_mode::read, 0);
        std::vector<stored_event> rows;
        from->read(0, [&](const stored_event& row) { rows.push_back(row); });
        std::string last = genesis_hash(from->identity());
        const auto to = memory_store(from->identity());
        for (stored_event& row : rows) {
            alter(row);
            row.payload_hash = payload_hash(row);
            row.hash = event_hash(last, from->identity(), row);
            last = row.hash;
        }
        to->append({}, rows);
        from.reset();
        for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path_ + suffix);
        write_ledger_file(path_, *to);
    }

    const scratch_folder folder_;
    const std::string path_ = folder_.file("a.mandate");
};

TEST_F(Signature, IsThatOfTheStandardKeyAndIsListedFromItsDayOn) {
    EXPECT_EQ(hex_of(signing_key{key}.public_key()), public_key);
    const auto l = open();
    EXPECT_EQ(l->sign(clerk(), key).revision, 4);
    EXPECT_EQ(l->sign(clerk("2024-04-26"), key, 2).revision, 5);
    EXPECT_THAT(told(*l, "2024-04-26", "signatures", "event signed_on public_key recorded_by"),
                ElementsAre("3 | 2024-04-25 | " + std::string{public_key} + " | 4",
                            "2 | 2024-04-26 | " + std::string{public_key} + " | 5"));
    EXPECT_THAT(told(*l, "2024-04-25", "signatures", "event"), ElementsAre("3"));
    EXPECT_THAT(told(*l, "2024-04-26", "signatures event=2", "recorded_by"), ElementsAre("5"));
    EXPECT_THAT(l->verify(), IsEmpty());
    EXPECT_EQ(tests::all_that_can_be_asked(*open(open_mode::read)),
              tests::all_that_can_be_asked(*l));
}

TEST_F(Signature, FindsARecordThatWasRewrittenWithAllItsHashes) {
    open()->sign(clerk(), key);
    rewrite([](stored_event& row) {
        if (row.seq == 3) row.payload.replace(row.payload.find("10"), 2, "99");
    });
    const auto l = open();
    EXPECT_THAT(told(*l, "2024-04-25", "tasks", "task percent"), ElementsAre("T1 | 99"))
        << "the chain alone does not tell";
    EXPECT_THAT(texts(l->verify()),
                ElementsAre(HasSubstr("signature.broken: event 4: its signature does not fit "
                                      "event 3")));
}

TEST_F(Signature, MadeElsewhereIsRecordedIfItFits) {
    const auto l = open();
    const signing_key device{key};
    const std::string statement = l->statement_to_sign(3, parse_day("2024-04-25"));
    const auto with = [&](const std::string& day, const std::string& event,
                          const std::string& signature) {
        return commands_of(day + " sign_event event=" + event + " public_key=" + public_key +
                           " signature=" + signature);
    };
    const std::string good = hex_of(device.sign(statement));
    const auto refused = [&](const std::vector<command>& batch) {
        expect_error(errc::refused, "the signature does not fit event",
                     [&] { l->record(clerk(), batch); });
    };
    refused(with("2024-04-25", "2", good));
    refused(with("2024-04-24", "3", good));
    refused(with("2024-04-25", "3", hex_of(device.sign("something else"))));
    refused(with("2024-04-25", "3", good.substr(2)));
    refused(with("2024-04-25", "3", std::string(128, 'x')));
    EXPECT_EQ(l->revision(), 3);
    l->record(clerk(), with("2024-04-25", "3", good));
    EXPECT_THAT(l->verify(), IsEmpty());
}

TEST_F(Signature, IsNeverUndoneAndSignsOnlyWhatIsThere) {
    const auto l = open();
    l->sign(clerk(), key);
    expect_error(errc::refused, "event 4 is a signature", [&] {
        l->record(clerk(), commands_of("2024-04-25 void_event corrects=4 reason=x"));
    });
    expect_error(errc::unknown_reference, "event 9 is not in the ledger",
                 [&] { l->sign(clerk(), key, 9); });
    expect_error(errc::unknown_reference, "event 0 is not in the ledger",
                 [] { ledger::in_memory()->sign(clerk(), key); });
    expect_error(errc::unknown_reference, "event 0",
                 [&] { l->statement_to_sign(0, parse_day("2024-04-25")); });
    // words destroyed by order stay signed: the hash of the event stays
    l->record(clerk(), commands_of("2024-04-25 shred_event event=3 ordered_by='QD 1' reason=x"));
    EXPECT_THAT(texts(l->verify()), ElementsAre(HasSubstr("payload.shredded: event 3")));
    // a signature holds no words, and without it nothing tells whether event 3 stands as signed
    expect_error(errc::refused, "shred_event: event 4 is a signature, which holds no words", [&] {
        l->record(clerk(), commands_of("2024-04-25 shred_event event=4 ordered_by='QD 1' "
                                       "reason=x"));
    });
    EXPECT_THAT(texts(l->verify()), ElementsAre(HasSubstr("payload.shredded: event 3")));
}

TEST_F(Signature, AKeyThatIsNoneIsRefusedByNameWithoutItsText) {
    const auto l = open();
    const std::string body = "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC";
    const auto pem = [](const std::string& text) {
        return "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n";
    };
    const std::pair<std::string, const char*> cases[] = {
        {"", "is no PEM private key"},
        {body, "is no PEM private key"},
        {pem("?" + body), "is no base64"},
        {pem(body.substr(0, 40)), "is of another kind"},
        {pem("MC4CAQAwBQYDK2VuBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC"),
         "is of another kind"},
        {"-----BEGIN ENCRYPTED PRIVATE KEY-----\n", "is encrypted"},
    };
    for (const auto& [text, why] : cases) {
        expect_error(errc::malformed, why, [&, &t = text] { l->sign(clerk(), t); });
        try {
            l->sign(clerk(), text);
        } catch (const error& e) {
            EXPECT_THAT(e.what(), testing::Not(HasSubstr("MC4C")));
        }
    }
    EXPECT_EQ(l->revision(), 3);
}

}  // namespace
}  // namespace mandate
