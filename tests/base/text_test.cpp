#include "mandate/base/text.hpp"

#include "base/error_check.hpp"
#include "base/random_numbers.hpp"

#include <gtest/gtest.h>

#include <clocale>
#include <cstdint>
#include <limits>
#include <vector>

namespace mandate {
namespace {

using namespace std::string_literals;

/// @pre `c` is a scalar value, or a surrogate to make something ill-formed of.
std::string encoded(char32_t c) {
    const auto tail = [&](unsigned shift) {
        return static_cast<char>(0x80 | ((c >> shift) & 0x3F));
    };
    if (c < 0x80) return {static_cast<char>(c)};
    if (c < 0x800) return {static_cast<char>(0xC0 | (c >> 6U)), tail(0)};
    if (c < 0x10000) return {static_cast<char>(0xE0 | (c >> 12U)), tail(6), tail(0)};
    return {static_cast<char>(0xF0 | (c >> 18U)), tail(12), tail(6), tail(0)};
}

/// Slow on purpose: puts the code point together, then asks whether that is its only form.
std::optional<std::size_t> first_invalid(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i]);
        const std::size_t size = first < 0x80   ? 1
                                 : first < 0xC0 ? 0
                                 : first < 0xE0 ? 2
                                 : first < 0xF0 ? 3
                                 : first < 0xF8 ? 4
                                                : 0;
        if (size == 0 || i + size > text.size()) return i;
        char32_t c = size == 1 ? first : first & (0x7FU >> size);
        for (std::size_t k = 1; k < size; ++k)
            c = c << 6U | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return i;
        if (encoded(c) != text.substr(i, size)) return i;
        i += size;
    }
    return std::nullopt;
}

std::vector<std::string> every_character() {
    std::vector<std::string> all;
    for (char32_t c = 1; c <= 0x10FFFF; ++c)
        if (c < 0xD800 || c > 0xDFFF) all.push_back(encoded(c));
    return all;
}

TEST(Utf8, EveryCharacterIsValidAndEverySurrogateIsNot) {
    for (const std::string& c : every_character()) ASSERT_EQ(find_invalid_utf8(c), std::nullopt);
    for (char32_t c = 0xD800; c <= 0xDFFF; ++c)
        ASSERT_EQ(find_invalid_utf8("a" + encoded(c)), 1U) << std::hex << std::uint32_t{c};
}

TEST(Utf8, RefusesWhatIsIllFormed) {
    const struct {
        std::string text;
        std::size_t at;
        const char* why;
    } cases[] = {
        {"\x80", 0, "a continuation without a beginning"},
        {"ab\xC3", 2, "cut in the middle of two bytes"},
        {"ab\xE1\xBA", 2, "cut in the middle of three bytes"},
        {"ab\xF0\x9F\x98", 2, "cut in the middle of four bytes"},
        {"\xC3(", 0, "the second byte is none"},
        {"\xE1\xBA(", 0, "the third byte is none"},
        {"\xC0\x80", 0, "an overlong NUL"},
        {"\xC1\xBF", 0, "an overlong DEL"},
        {"\xE0\x9F\xBF", 0, "three bytes for what fits in two"},
        {"\xF0\x8F\xBF\xBF", 0, "four bytes for what fits in three"},
        {"\xF4\x90\x80\x80", 0, "U+110000"},
        {"\xF5\x80\x80\x80", 0, "F5 begins nothing"},
        {"\xF8\x88\x80\x80\x80", 0, "five bytes"},
        {"\xFF", 0, "FF is nowhere"},
        {"eight by\xFFte", 8, "just after a group of eight"},
        {"eight bytes eig\xFF", 15, "the last of a group of eight"},
        {"đường \xC3( x", 10, "after other characters"},
        {"a\0\x80"s, 2, "after a NUL, which is valid"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.why);
        EXPECT_EQ(find_invalid_utf8(c.text), c.at);
    }
    EXPECT_EQ(find_invalid_utf8(""), std::nullopt);
}

TEST(Utf8, AgreesWithItsSlowTwinOnRandomBytes) {
    // Bytes near the borders of the table come often, ASCII in runs.
    constexpr unsigned char bytes[] = {'a',  'a',  'a',  0x7F, 0x80, 0x8F, 0x90, 0x9F,
                                       0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED,
                                       0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF};
    random_numbers random{42};
    for (int i = 0; i < 300'000; ++i) {
        std::string text(static_cast<std::size_t>(random.between(0, 12)), 'a');
        for (int n = random.between(0, 6); n > 0; --n)
            text +=
                static_cast<char>(bytes[random.between(0, static_cast<int>(std::size(bytes)) - 1)]);
        text.append(static_cast<std::size_t>(random.between(0, 9)), 'z');
        ASSERT_EQ(find_invalid_utf8(text), first_invalid(text)) << testing::PrintToString(text);
    }
}

TEST(Nfc, PutsLettersAndMarksTogether) {
    EXPECT_EQ(nfc("chuye\u0302\u0309n"), "chuyển");
    EXPECT_EQ(nfc("u\u031B\u0323"), "ự");
    EXPECT_EQ(nfc("u\u0323\u031B"), "ự") << "marks in another order";
    EXPECT_EQ(nfc("\u1EA1\u0306"), "ặ");
    EXPECT_EQ(nfc("I\u0307"), "İ");
    EXPECT_EQ(nfc("\u212B"), "Å") << "a sign that is a letter";
    EXPECT_EQ(nfc("tra\u0309  l\u01A1\u0300i\n"), "trả  lời\n") << "white space is left alone";
    EXPECT_EQ(nfc("a\0b"s), "a\0b"s);
    EXPECT_EQ(nfc(""), "");
}

TEST(Nfc, WhatItLeavesAsPlainlyComposedIsWhatTheSlowWayGives) {
    // U+0338 composes with neither of its neighbours and takes the text off the short way.
    const auto slow_way = [](const std::string& text) {
        const std::string tail = "\u4E00\u0338";
        const std::string all = nfc(text + tail);
        return all.substr(0, all.size() - tail.size());
    };
    std::vector<std::string> plain;
    for (char32_t c = 1; c <= 0x2027; ++c)
        if (c < 0x300 || (c >= 0x1E00 && c < 0x1F00) || c >= 0x2010) plain.push_back(encoded(c));
    for (const std::string& c : plain) ASSERT_EQ(nfc(c), slow_way(c)) << c;
    random_numbers random{42};
    for (int i = 0; i < 100'000; ++i) {
        const auto any = [&] {
            return plain[static_cast<std::size_t>(
                random.between(0, static_cast<int>(plain.size()) - 1))];
        };
        const std::string text = any() + any() + any();
        ASSERT_EQ(nfc(text), slow_way(text)) << text;
    }
}

TEST(Fold, IsHowSearchSeesWords) {
    const struct {
        const char* text;
        const char* folded;
        const char* why;
    } cases[] = {
        {"chuyển đổi số", "chuyen doi so", "accents and đ"},
        {"CHUYỂN ĐỔI SỐ", "chuyen doi so", "capitals"},
        {"chuye\u0302\u0309n đo\u0302\u0309i so\u0302\u0301", "chuyen doi so", "decomposed"},
        {"  Chuyển \t đổi\r\nsố ", "chuyen doi so", "white space"},
        {"\u00A0Chuyển\u2003\u00A0đổi\u3000số\u202F", "chuyen doi so", "white space from Word"},
        {"uỷ ban", "uy ban", "the newer place of the tone"},
        {"ủy ban", "uy ban", "the older place of the tone"},
        {"hoà", "hoa", "the same for another vowel"},
        {"hòa", "hoa", "the same for another vowel"},
        {"İSTANBUL ISPARTA ılık", "istanbul isparta ilik", "the four letters i of Turkish"},
        {"Çağrı ŞÜKRÜ", "cagri sukru", "Turkish marks"},
        {"Straße", "strasse", "one letter that becomes two"},
        {"ΣΊΣΥΦΟΣ σίσυφος", "σισυφοσ σισυφοσ", "final sigma"},
        {"68-CTr/TU", "68-ctr/tu", "signs stay"},
        {"\u00D0\u1EA3ng \u00F0\u1EA3ng", "dang dang", "eth typed for đ"},
        {"\u0189\u1EA3ng \u0256\u1EA3ng", "dang dang", "African D typed for đ"},
        {"\uFF26\uFF35\uFF2C\uFF2C \u2167 \uFB01", "full viii fi", "other forms of letters"},
        {"chuy\u200Bển\uFEFF s\u00ADố", "chuyen so", "what nobody sees"},
        {"", "", "nothing"},
        {" \t\n", "", "only white space"},
        {"\u3000", "", "only wide white space"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.why);
        EXPECT_EQ(fold(c.text), c.folded);
    }
}

TEST(FoldCase, KeepsAccents) {
    const struct {
        const char* text;
        const char* folded;
        const char* why;
    } cases[] = {
        {"Ban  Tổ chức\u00A0Tỉnh ủy ", "ban tổ chức tỉnh ủy", "capitals and white space"},
        {"BAN TO\u0302\u0309 CHỨC", "ban tổ chức", "decomposed"},
        {"ĐẢNG", "đảng", "đ is a letter of its own"},
        {"uỷ", "uỷ", "another spelling is another name"},
        {"VPTU", "vptu", "ASCII only"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.why);
        EXPECT_EQ(fold_case(c.text), c.folded);
    }
    EXPECT_NE(fold_case("ủy"), fold_case("uỷ"));
}

TEST(Fold, TwiceIsOnceForEveryCharacter) {
    std::vector<std::string> cased_or_marked = every_character();
    cased_or_marked.resize(0x1FFFF);  // above: ideographs, tags and private use
    for (const std::string& c : cased_or_marked) {
        const std::string searched = fold(c);
        ASSERT_EQ(fold(searched), searched) << c;
        ASSERT_EQ(fold(nfc(c)), searched) << c << ": its Unicode form does not matter";
        const std::string named = fold_case(c);
        ASSERT_EQ(fold_case(named), named) << c;
        ASSERT_EQ(fold_case(nfc(c)), named) << c;
    }
}

TEST(Fold, AnAsciiTextComesOutTheSameByTheShortAndTheLongWay) {
    random_numbers random{42};
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (int n = random.between(0, 12); n > 0; --n)
            text += static_cast<char>(random.between(1, 127));
        ASSERT_EQ(fold(text + "đ"), fold(text + "d")) << testing::PrintToString(text);
        ASSERT_EQ(fold_case(text), fold(text));
        ASSERT_EQ(fold_case(text + "ê").size(), fold_case(text + "ee").size());
    }
}

TEST(Fold, DoesNotAskTheLocale) {
    const std::string before = std::setlocale(LC_ALL, nullptr);
    // Where one is not installed the test says less, but nothing false.
    for (const char* name : {"tr_TR.UTF-8", "vi_VN", "de_DE.UTF-8", "C.UTF-8"}) {
        std::setlocale(LC_ALL, name);
        EXPECT_EQ(fold("ISPARTA İzmir Đà"), "isparta izmir da") << name;
        EXPECT_EQ(to_text(-1234567), "-1234567") << name;
    }
    std::setlocale(LC_ALL, before.c_str());
}

TEST(Text, ThatIsNotUtf8IsRefusedWithItsPlace) {
    const std::string cut = "ch\u1EC3\xE1\xBB";
    for (const auto& function : {nfc, fold, fold_case})
        expect_error(errc::invalid_utf8, "at byte 5", [&] { function(cut); });
    try {
        nfc(cut);
    } catch (const error& e) {
        ASSERT_EQ(e.facts().size(), 1U);
        EXPECT_EQ(e.facts()[0], (fact{"offset", "5"}));
    }
}

TEST(Number, AsTextHasNoSeparators) {
    EXPECT_EQ(to_text(0), "0");
    EXPECT_EQ(to_text(std::numeric_limits<long long>::max()), "9223372036854775807");
    EXPECT_EQ(to_text(std::numeric_limits<long long>::min()), "-9223372036854775808");
}

// A character of another range makes fold() ask the library for the whole text.
TEST(Fold, IsTheSameByTableAndByTheLibrary) {
    const std::string other = "\u4E00";
    const auto encoded = [](unsigned c) {
        std::string out;
        if (c < 0x80) return std::string(1, static_cast<char>(c));
        if (c < 0x800) {
            out += static_cast<char>(0xC0 | c >> 6);
        } else {
            out += static_cast<char>(0xE0 | c >> 12);
            out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        }
        return out += static_cast<char>(0x80 | (c & 0x3F));
    };
    std::string all;
    for (unsigned c = 0x20; c < 0x1F00; c = c == 0x2FF ? 0x1E00 : c + 1) {
        if (c == 0x7F) c = 0xA1;
        all += encoded(c);
        EXPECT_EQ(fold("x" + encoded(c) + "y") + other, fold("x" + encoded(c) + "y" + other)) << c;
    }
    EXPECT_EQ(fold(all) + other, fold(all + other));
}

}  // namespace
}  // namespace mandate
