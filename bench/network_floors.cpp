#include "network_floors.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace mandate::bench {

void plain_rows::renumber(const network_plan& p, bool by_degree) {
    const auto n = static_cast<std::uint32_t>(p.duration.size());
    std::vector<std::uint32_t> first(n + 1, 0), after(p.links.size()), degree(n, 0);
    for (const dependency& d : p.links) ++first[d.before + 1], ++degree[d.after];
    std::partial_sum(first.begin(), first.end(), first.begin());
    {
        auto next = first;
        for (const dependency& d : p.links) after[next[d.before]++] = d.after;
    }
    level_.assign(n, 0);
    auto waits = degree;
    std::vector<std::uint32_t> queue;
    for (std::uint32_t t = 0; t < n; ++t)
        if (waits[t] == 0) queue.push_back(t);
    for (std::size_t i = 0; i < queue.size(); ++i)
        for (std::uint32_t k = first[queue[i]]; k < first[queue[i] + 1]; ++k) {
            level_[after[k]] = std::max(level_[after[k]], level_[queue[i]] + 1);
            if (--waits[after[k]] == 0) queue.push_back(after[k]);
        }
    task_at_.resize(n);
    std::iota(task_at_.begin(), task_at_.end(), 0);
    std::sort(task_at_.begin(), task_at_.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple{level_[a], by_degree ? degree[a] : 0, a} <
               std::tuple{level_[b], by_degree ? degree[b] : 0, b};
    });
    position_.resize(n);
    duration_.resize(n);
    for (std::uint32_t i = 0; i < n; ++i) {
        position_[task_at_[i]] = i;
        duration_[i] = p.duration[task_at_[i]];
    }
    first_.assign(n + 1, 0);
    for (const dependency& d : p.links) ++first_[position_[d.after] + 1];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    links_.resize(p.links.size());
    auto next = first_;
    for (const dependency& d : p.links)
        links_[next[position_[d.after]]++] = {position_[d.before], weight_of(p, d)};
    early_.assign(n, 0);
    late_.assign(n, 0);
    slack_.assign(n, 0);
    critical_.assign(n, 0);
}

std::vector<std::uint32_t> topological_order(const network_plan& p) {
    struct renumbered : plain_rows {
        explicit renumbered(const network_plan& plan) : plain_rows{plan} {}
        std::vector<std::uint32_t> order() const { return task_at_; }
    };
    return renumbered{p}.order();
}

plain_rows::plain_rows(const network_plan& p) { renumber(p, false); }

void plain_rows::run() {
    const std::size_t n = task_at_.size();
    end_ = 0;
    for (std::size_t i = 0; i < n; ++i) {
        std::int32_t start = 0;
        for (std::uint32_t k = first_[i]; k < first_[i + 1]; ++k)
            start = std::max(start, early_[links_[k].before] + links_[k].weight);
        early_[i] = start;
        end_ = std::max(end_, start + duration_[i]);
    }
    for (std::size_t i = 0; i < n; ++i) late_[i] = end_ - duration_[i];
    for (std::size_t i = n; i-- > 0;)
        for (std::uint32_t k = first_[i]; k < first_[i + 1]; ++k) {
            std::int32_t& of = late_[links_[k].before];
            of = std::min(of, late_[i] - links_[k].weight);
        }
    for (std::size_t i = 0; i < n; ++i) {
        slack_[i] = late_[i] - early_[i];
        critical_[i] = slack_[i] <= 0 ? 1 : 0;
    }
}

start_days plain_rows::result() const {
    start_days r{early_, late_, end_};
    for (std::uint32_t i = 0; i < task_at_.size(); ++i) {
        r.early[task_at_[i]] = early_[i];
        r.late[task_at_[i]] = late_[i];
    }
    return r;
}

column_floor::column_floor(const network_plan& p) {
    renumber(p, true);
    before_.resize(links_.size());
    weight_.resize(links_.size());
    const auto n = static_cast<std::uint32_t>(task_at_.size());
    const auto degree = [&](std::uint32_t i) { return first_[i + 1] - first_[i]; };
    for (std::uint32_t i = 0, j = 0; i < n; i = j) {
        while (j < n && level_[task_at_[j]] == level_[task_at_[i]] && degree(j) == degree(i)) ++j;
        const block b{i, j - i, degree(i), first_[i]};
        for (std::uint32_t k = 0; k < b.degree; ++k)
            for (std::uint32_t t = 0; t < b.tasks; ++t) {
                const row_link& link = links_[first_[i + t] + k];
                before_[b.first_link + k * b.tasks + t] = link.before;
                weight_[b.first_link + k * b.tasks + t] = link.weight;
            }
        blocks_.push_back(b);
    }
    links_ = {};
    for (auto& day : days_) day.resize(n);
}

namespace {

template <int Degree, class Block>
void forward(const Block& b, const std::uint32_t* __restrict before,
             const std::int32_t* __restrict weight, std::int32_t* early) {
    for (std::uint32_t t = 0; t < b.tasks; ++t) {
        std::int32_t start = 0;
        for (int k = 0; k < Degree; ++k) {
            const std::size_t line = b.first_link + static_cast<std::size_t>(k) * b.tasks + t;
            start = std::max(start, early[before[line]] + weight[line]);
        }
        early[b.first_task + t] = start;
    }
}

template <int Degree, class Block>
void backward(const Block& b, const std::uint32_t* __restrict before,
              const std::int32_t* __restrict weight, std::int32_t* late) {
    for (std::uint32_t t = b.tasks; t-- > 0;) {
        const std::int32_t by = late[b.first_task + t];
        for (int k = 0; k < Degree; ++k) {
            const std::size_t line = b.first_link + static_cast<std::size_t>(k) * b.tasks + t;
            late[before[line]] = std::min(late[before[line]], by - weight[line]);
        }
    }
}

}  // namespace

void column_floor::run_forward() {
    const std::uint32_t* before = before_.data();
    const std::int32_t* weight = weight_.data();
    std::int32_t* early = early_.data();
    for (const block& b : blocks_) switch (b.degree) {
            case 0:
                std::fill_n(early + b.first_task, b.tasks, 0);
                break;
            case 1:
                forward<1>(b, before, weight, early);
                break;
            case 2:
                forward<2>(b, before, weight, early);
                break;
            case 3:
                forward<3>(b, before, weight, early);
                break;
            case 4:
                forward<4>(b, before, weight, early);
                break;
            case 5:
                forward<5>(b, before, weight, early);
                break;
            default:
                for (std::uint32_t t = 0; t < b.tasks; ++t) {
                    std::int32_t start = 0;
                    for (std::uint32_t k = 0; k < b.degree; ++k) {
                        const std::uint32_t line = b.first_link + k * b.tasks + t;
                        start = std::max(start, early[before[line]] + weight[line]);
                    }
                    early[b.first_task + t] = start;
                }
        }
    end_ = 0;
    for (std::size_t i = 0; i < duration_.size(); ++i)
        end_ = std::max(end_, early[i] + duration_[i]);
}

void column_floor::run() {
    run_forward();
    const std::size_t n = duration_.size();
    const std::uint32_t* before = before_.data();
    const std::int32_t* weight = weight_.data();
    std::int32_t* late = late_.data();
    for (std::size_t i = 0; i < n; ++i) late[i] = end_ - duration_[i];
    for (std::size_t i = blocks_.size(); i-- > 0;) {
        const block& b = blocks_[i];
        switch (b.degree) {
            case 0:
                break;
            case 1:
                backward<1>(b, before, weight, late);
                break;
            case 2:
                backward<2>(b, before, weight, late);
                break;
            case 3:
                backward<3>(b, before, weight, late);
                break;
            case 4:
                backward<4>(b, before, weight, late);
                break;
            case 5:
                backward<5>(b, before, weight, late);
                break;
            default:
                for (std::uint32_t t = b.tasks; t-- > 0;)
                    for (std::uint32_t k = 0; k < b.degree; ++k) {
                        const std::uint32_t line = b.first_link + k * b.tasks + t;
                        late[before[line]] =
                            std::min(late[before[line]], late[b.first_task + t] - weight[line]);
                    }
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        slack_[i] = late[i] - early_[i];
        critical_[i] = slack_[i] <= 0 ? 1 : 0;
    }
}

void column_floor::run_with_days(std::span<const std::int32_t> day_of_rank) {
    run();
    for (std::size_t i = 0; i < duration_.size(); ++i) {
        const auto early = static_cast<std::size_t>(early_[i]);
        const auto late = static_cast<std::size_t>(late_[i]);
        const auto days = static_cast<std::size_t>(duration_[i]);
        days_[0][i] = day_of_rank[early];
        days_[1][i] = day_of_rank[early + days - 1];
        days_[2][i] = day_of_rank[late];
        days_[3][i] = day_of_rank[late + days - 1];
    }
}

}  // namespace mandate::bench
