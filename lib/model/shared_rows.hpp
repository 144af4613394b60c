#pragma once
// Rows and a dictionary that revisions share: copying one copies few pointers, and a write copies
// only the chunk it touches. So a reader keeps its revision while the writer goes on.
//
// Both are trees: rows of four levels, the dictionary of three. A revision of a large ledger is
// copied for each batch, and a batch copies the way down to each row it writes to, so each level
// must be small; counting a reference up and down touches memory far away.

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace mandate {

/// What `p` points to, not shared with anybody.
// A count of one means that only this object can reach it: nobody can take another reference
// meanwhile, because the writer's revision is private until it is published.
template <class T>
T& own(std::shared_ptr<T>& p) {
    if (!p)
        p = std::make_shared<T>();
    else if (p.use_count() > 1)
        p = std::make_shared<T>(*p);
    return *p;
}

/// Grows at the end only. Copies are cheap; writes to a copy do not show in the original. The
/// copies may be read by other threads while one is written.
template <class Row>
class shared_rows {
    // Rows that own memory are copied one by one: fewer of them for each write.
    static constexpr std::size_t chunk_rows = std::is_trivially_copyable_v<Row> ? 32 : 8,
                                 fan_out = 64, branch_rows = fan_out * chunk_rows,
                                 bough_rows = fan_out * branch_rows;

    class chunk {
    public:
        chunk() noexcept {}  // leaves the bytes as they are
        chunk(const chunk& other) : chunk() {
            for (; size_ < other.size_; ++size_) std::construct_at(at(size_), other.row(size_));
        }
        chunk& operator=(const chunk&) = delete;
        ~chunk() { std::destroy_n(at(0), size_); }

        const Row& row(std::size_t i) const noexcept {
            return *std::launder(reinterpret_cast<const Row*>(bytes_) + i);
        }
        Row& row(std::size_t i) noexcept { return *std::launder(at(i)); }
        Row& push_back(Row row) {
            Row* const made = std::construct_at(at(size_), std::move(row));
            ++size_;
            return *made;
        }

    private:
        Row* at(std::size_t i) noexcept { return reinterpret_cast<Row*>(bytes_) + i; }

        std::size_t size_ = 0;
        alignas(Row) std::byte bytes_[chunk_rows * sizeof(Row)];
    };
    using branch = std::array<std::shared_ptr<chunk>, fan_out>;
    using bough = std::array<std::shared_ptr<branch>, fan_out>;

public:
    std::size_t size() const noexcept { return size_; }
    const Row& operator[](std::size_t i) const {
        return (*(
            *boughs_[i / bough_rows])[i % bough_rows / branch_rows])[i % branch_rows / chunk_rows]
            ->row(i % chunk_rows);
    }
    /// Into the cache, for who reads it a while later: first where it is, and when that has come,
    /// the row.
    void fetch_place(std::size_t i) const noexcept {
        if (i < size_)
            __builtin_prefetch(
                &(*(*boughs_[i / bough_rows])[i % bough_rows / branch_rows])[i % branch_rows /
                                                                             chunk_rows]);
    }
    void fetch(std::size_t i) const noexcept {
        if (i >= size_) return;
        const Row* const row = &(*this)[i];
        for (std::size_t line = 0; line < sizeof(Row); line += 64)
            __builtin_prefetch(reinterpret_cast<const char*>(row) + line);
    }
    Row& edit(std::size_t i) { return own_chunk(i).row(i % chunk_rows); }
    Row& push_back(Row row) {
        if (size_ % bough_rows == 0) boughs_.emplace_back();
        Row& made = own_chunk(size_).push_back(std::move(row));
        ++size_;
        return made;
    }

private:
    chunk& own_chunk(std::size_t i) {
        branch& near = own(own(boughs_[i / bough_rows])[i % bough_rows / branch_rows]);
        return own(near[i % branch_rows / chunk_rows]);
    }

    std::vector<std::shared_ptr<bough>> boughs_;  // shared between revisions, as what is below
    std::size_t size_ = 0;
};

/// Text -> number, never removed. Shared like shared_rows, in 4096 parts by hash.
class shared_dictionary {
public:
    static constexpr std::size_t parts = 4096;

    /// A table with open addressing; its texts stand one behind the other.
    class part {
    public:
        static constexpr std::uint32_t free = 0xFFFF'FFFF;
        struct slot {
            std::uint32_t tag = 0;  ///< the upper half of the hash; says where to look first
            std::uint32_t number = 0;
            std::uint32_t at = free;  ///< of the text in texts()
            std::uint32_t size = 0;
        };

        part() = default;
        /// As it was taken apart. False: these are not slots and texts of a part.
        static bool is_whole(const std::vector<slot>& slots, std::string_view texts) noexcept {
            if (slots.empty() || (slots.size() & (slots.size() - 1)) != 0) return false;
            bool has_room = false;
            for (const slot& s : slots) {
                has_room |= s.at == free;
                if (s.at != free && (s.at > texts.size() || s.size > texts.size() - s.at))
                    return false;
            }
            return has_room;
        }
        /// @pre is_whole(slots, texts)
        part(std::vector<slot> slots, std::string texts) noexcept
            : slots_{std::move(slots)}, texts_{std::move(texts)} {
            for (const slot& s : slots_) used_ += s.at != free;
        }

        const std::vector<slot>& slots() const noexcept { return slots_; }
        const std::string& texts() const noexcept { return texts_; }

        const slot* find(std::string_view text, std::uint32_t tag) const noexcept {
            const slot& s = slots_[place_of(text, tag)];
            return s.at == free ? nullptr : &s;
        }
        void fetch(std::uint32_t tag) const noexcept {
            __builtin_prefetch(&slots_[tag & (slots_.size() - 1)]);
        }
        /// The slot of the text that is probably meant; null: none.
        const slot* probable(std::uint32_t tag) const noexcept {
            const slot& s = slots_[tag & (slots_.size() - 1)];
            return s.at != free && s.tag == tag ? &s : nullptr;
        }
        void fetch_text(const slot* s) const noexcept {
            __builtin_prefetch(texts_.data() + (s != nullptr ? s->at : texts_.size()));
        }
        void set(std::string_view text, std::uint32_t tag, std::uint32_t number) {
            if ((used_ + 1) * 4 > slots_.size() * 3) grow();
            slot& s = slots_[place_of(text, tag)];
            if (s.at == free) {
                s = {tag, number, static_cast<std::uint32_t>(texts_.size()),
                     static_cast<std::uint32_t>(text.size())};
                texts_ += text;
                ++used_;
            }
            s.number = number;
        }

    private:
        /// Where the text stands, or would stand.
        std::size_t place_of(std::string_view text, std::uint32_t tag) const noexcept {
            const std::size_t mask = slots_.size() - 1;
            for (std::size_t i = tag & mask;; i = (i + 1) & mask) {
                const slot& s = slots_[i];
                if (s.at == free ||
                    (s.tag == tag && std::string_view{texts_.data() + s.at, s.size} == text))
                    return i;
            }
        }
        void grow() {
            std::vector<slot> wider(slots_.size() * 2);
            for (const slot& s : slots_) {
                if (s.at == free) continue;
                std::size_t i = s.tag & (wider.size() - 1);
                while (wider[i].at != free) i = (i + 1) & (wider.size() - 1);
                wider[i] = s;
            }
            slots_ = std::move(wider);
        }

        std::vector<slot> slots_ = std::vector<slot>(4);  ///< as many as a power of two, never full
        std::string texts_;
        std::size_t used_ = 0;
    };

    std::optional<std::uint32_t> find(std::string_view text) const {
        const std::size_t hash = hash_of(text);
        const part* const p = part_at(hash % parts);
        const part::slot* const found = p == nullptr ? nullptr : p->find(text, tag_of(hash));
        return found == nullptr ? std::nullopt : std::optional{found->number};
    }
    void set(std::string_view text, std::uint32_t number) {
        const std::size_t hash = hash_of(text);
        own_part(hash % parts).set(text, tag_of(hash), number);
    }

    /// What find() or set() will read, into the cache, for who does so a while later: first the
    /// place where the text is looked for, and when that has come, the text itself.
    void fetch(std::size_t hash) const noexcept {
        if (const part* const p = part_at(hash % parts)) p->fetch(tag_of(hash));
    }
    /// The number that find() will probably give.
    std::optional<std::uint32_t> fetch_text(std::size_t hash) const noexcept {
        const part* const p = part_at(hash % parts);
        if (p == nullptr) return std::nullopt;
        const part::slot* const s = p->probable(tag_of(hash));
        p->fetch_text(s);
        return s == nullptr ? std::nullopt : std::optional{s->number};
    }
    /// The same; nothing is fetched.
    std::optional<std::uint32_t> number(std::size_t hash) const noexcept {
        const part* const p = part_at(hash % parts);
        const part::slot* const s = p == nullptr ? nullptr : p->probable(tag_of(hash));
        return s == nullptr ? std::nullopt : std::optional{s->number};
    }

    /// For who keeps it elsewhere: a part or null. A text is found in the part by hash_of() only.
    const part* part_at(std::size_t i) const noexcept {
        const std::shared_ptr<group>& g = groups_[i / group_parts];
        return g ? (*g)[i % group_parts].get() : nullptr;
    }
    void put_part(std::size_t i, part p) { own_part(i) = std::move(p); }
    static std::size_t hash_of(std::string_view text) noexcept {
        return std::hash<std::string_view>{}(text);
    }

private:
    static constexpr std::size_t group_parts = 64;
    using group = std::array<std::shared_ptr<part>, group_parts>;

    static std::uint32_t tag_of(std::size_t hash) noexcept {
        return static_cast<std::uint32_t>(hash >> 32U);
    }
    part& own_part(std::size_t i) { return own(own(groups_[i / group_parts])[i % group_parts]); }

    std::array<std::shared_ptr<group>, parts / group_parts> groups_;  // shared between revisions
};

}  // namespace mandate
