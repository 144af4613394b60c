// Eight runs stand side by side in every array, so each step of them is one or two instructions of
// any machine with vectors, and the network is read once for all eight. Every run has its own
// stream of random numbers (xoshiro128+, Blackman & Vigna, 2018), begun from the seed and its own
// number: so it does not matter which thread draws them, or when.
//
// A duration is drawn by the inverse of the triangle's distribution. Below its peak, which has the
// probability `peak`, it lies the root of u * rise above the low end, else the root of
// (1 - u) * fall under the high end.
#include "graph/forecast_runs.hpp"

#include "graph/degrees.hpp"

#include <algorithm>
#include <cmath>

namespace mandate {
namespace {

constexpr std::uint32_t width = forecast_runs::at_once;
using lanes = std::int32_t[width];

std::uint64_t splitmix(std::uint64_t& state) {
    std::uint64_t z = (state += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
}

class random_lanes {
public:
    random_lanes(std::uint64_t seed, std::uint32_t first_run) {
        for (std::uint32_t l = 0; l < width; ++l) {
            std::uint64_t state = seed;
            state = splitmix(state) ^ (std::uint64_t{first_run} + l);
            const std::uint64_t low = splitmix(state), high = splitmix(state);
            a_[l] = static_cast<std::uint32_t>(low) | 1U;  // never all zero
            b_[l] = static_cast<std::uint32_t>(low >> 32);
            c_[l] = static_cast<std::uint32_t>(high);
            d_[l] = static_cast<std::uint32_t>(high >> 32);
        }
    }
    // Within [0, 1), in steps of 2^-24.
    void next(float* unit) {
        for (std::uint32_t l = 0; l < width; ++l) {
            const auto drawn = static_cast<std::int32_t>((a_[l] + d_[l]) >> 8);
            unit[l] = static_cast<float>(drawn) * 0x1p-24F;
            const std::uint32_t t = b_[l] << 9;
            c_[l] ^= a_[l];
            d_[l] ^= b_[l];
            b_[l] ^= c_[l];
            a_[l] ^= d_[l];
            c_[l] ^= t;
            d_[l] = d_[l] << 11 | d_[l] >> 21;
        }
    }

private:
    std::uint32_t a_[width], b_[width], c_[width], d_[width];
};

}  // namespace

forecast_runs::forecast_runs(const settled_plan& settled, const schedule_policy& policy,
                             const std::vector<estimate>& estimates,
                             const std::vector<boundary>& deadline, std::uint64_t seed)
    : network_{*compact_network::build(compact_network::form::mixed, settled.duration,
                                       settled.calendar_of, settled.links)},
      calendars_{settled.calendars},
      mixed_{settled.mixed},
      first_rank_{settled.first_rank},
      origin_{settled.origin},
      least_end_{settled.bounds.least_end},
      counts_milestones_{policy.milestones == schedule_policy::milestone::day_of_predecessor},
      seed_{seed} {
    const std::uint32_t n = network_.tasks();
    for (std::uint32_t p = 0; p < n; ++p) {
        const std::uint32_t t = network_.task_at(p);
        if (!settled.calendar_of.empty()) calendar_.push_back(settled.calendar_of[t]);
        const std::int32_t first = mixed_ ? calendar_of(p).rank(origin_) : 0;
        earliest_.push_back(
            settled.bounds.earliest.empty() ? first : std::max(first, settled.bounds.earliest[t]));
        const auto low = static_cast<float>(estimates[t].optimistic),
                   likely = static_cast<float>(estimates[t].likely),
                   high = static_cast<float>(estimates[t].pessimistic);
        triangles_.push_back({high > low ? (likely - low) / (high - low) : 1.0F,
                              (high - low) * (likely - low), (high - low) * (high - likely), low,
                              high});
        if (!deadline.empty() && deadline[t] <= last_boundary)
            deadlines_.push_back({p, finish_by(p, deadline[t])});
    }
    take_links(settled);
    take_milestones(settled, deadline);
}

// A milestone that a date of its own holds back stands on that day or later in every run.
void forecast_runs::take_milestones(const settled_plan& settled,
                                    const std::vector<boundary>& deadline) {
    const auto due = [&](std::uint32_t task) {
        return deadline.empty() || deadline[task] > last_boundary
                   ? no_bound
                   : finish_by(network_.position_of(task), deadline[task]);
    };
    for (const milestone_bounds& m : settled.bounds.milestones) {
        const std::uint32_t at = network_.position_of(m.task);
        least_milestone_ =
            std::max(least_milestone_, mixed_ ? calendar_of(at).before(m.first) + 1 : m.first + 1);
        late_already_ |= m.first >= due(m.task);
    }
    for (const auto& [n, d] : settled.bounds.day_links)
        day_links_.push_back(
            {source_of(d), lag_of(d), network_.position_of(d.after), due(d.after)});
}

std::uint32_t forecast_runs::source_of(const dependency& d) const {
    return network_.position_of(d.before) + (from_finish(d.type) ? network_.tasks() : 0);
}

std::int32_t forecast_runs::lag_of(const dependency& d) {
    return d.lag * 4 + (to_finish(d.type) ? 2 : 0) +
           (d.unit == lag_unit::calendar_days && d.lag != 0 ? 1 : 0);
}

void forecast_runs::take_links(const settled_plan& settled) {
    struct lines {
        std::uint32_t next, apart;
    };
    std::vector<lines> of(network_.tasks());
    for (const compact_block& b : network_.blocks())
        for (std::uint32_t t = 0; t < b.tasks; ++t)
            of[network_.task_at(b.first_task + t)] = {b.first_link + t, b.tasks};
    source_.resize(settled.links.size());
    lag_.resize(settled.links.size());
    for (const dependency& d : settled.links) {
        const std::uint32_t line = of[d.after].next;
        of[d.after].next += of[d.after].apart;
        source_[line] = source_of(d);
        lag_[line] = lag_of(d);
    }
}

forecast_runs::scratch forecast_runs::make_scratch() const {
    scratch made;
    made.bounds.resize(std::size_t{2} * network_.tasks() * width);
    made.duration.resize(std::size_t{network_.tasks()} * width);
    return made;
}

void forecast_runs::draw(std::uint32_t group, scratch& with) const {
    random_lanes random{seed_, group * width};
    float unit[width];
    std::int32_t* into = with.duration.data();
    for (const triangle& of : triangles_) {
        random.next(unit);
        for (std::uint32_t l = 0; l < width; ++l) {
            const bool below = unit[l] < of.peak;
            const float root = std::sqrt(below ? unit[l] * of.rise : (1.0F - unit[l]) * of.fall);
            into[l] = static_cast<std::int32_t>((below ? of.low + root : of.high - root) + 0.5F);
        }
        into += width;
    }
}

void forecast_runs::pass_uniform(scratch& with, std::int32_t* end) const {
    const std::size_t n = network_.tasks();
    std::int32_t* const bounds = with.bounds.data();
    lanes latest;
    std::fill_n(latest, width, std::max(least_end_, 0));
    for (const compact_block& b : network_.blocks())
        with_degree(b.degree, [&](auto degree) {
            constexpr int fixed = decltype(degree)::value;
            const std::size_t links =
                fixed == any_degree ? b.degree : static_cast<std::size_t>(fixed);
            for (std::uint32_t t = 0; t < b.tasks; ++t) {
                const std::size_t p = b.first_task + t;
                const std::int32_t* const duration = with.duration.data() + p * width;
                lanes start;
                std::fill_n(start, width, earliest_[p]);
                for (std::size_t k = 0; k < links; ++k) {
                    const std::size_t line = b.first_link + k * b.tasks + t;
                    const std::int32_t* const from = bounds + std::size_t{source_[line]} * width;
                    const std::int32_t lag = lag_[line] >> 2, less = -((lag_[line] >> 1) & 1);
                    for (std::uint32_t l = 0; l < width; ++l)
                        start[l] = std::max(start[l], from[l] + lag - (duration[l] & less));
                }
                std::int32_t* const at = bounds + p * width;
                std::int32_t* const until = bounds + (n + p) * width;
                for (std::uint32_t l = 0; l < width; ++l) {
                    start[l] = std::min(start[l], beyond_calendars);
                    at[l] = start[l];
                    until[l] = start[l] + duration[l];
                    latest[l] = std::max(latest[l], until[l]);
                }
            }
        });
    std::copy_n(latest, width, end);
}

namespace {

// The rank for which a link of a mixed network asks.
std::int32_t asked(boundary from, std::int32_t packed, const day_tables& days,
                   std::int32_t duration) {
    const std::int32_t lag = packed >> 2;
    const bool civil = (packed & 1) != 0;
    return days.rank(from + (civil ? lag : 0)) + (civil ? 0 : lag) -
           ((packed & 2) != 0 ? duration : 0);
}

}  // namespace

void forecast_runs::pass_mixed(scratch& with, std::int32_t* end) const {
    const std::size_t n = network_.tasks();
    std::int32_t* const bounds = with.bounds.data();
    std::fill_n(end, width, std::max(origin_, least_end_));
    for (const compact_block& b : network_.blocks())
        for (std::uint32_t t = 0; t < b.tasks; ++t) {
            const std::size_t p = b.first_task + t;
            const day_tables& days = calendar_of(b.first_task + t);
            for (std::uint32_t l = 0; l < width; ++l) {
                const std::int32_t duration = with.duration[p * width + l];
                std::int32_t start = earliest_[p];
                for (std::size_t k = 0; k < b.degree; ++k) {
                    const std::size_t line = b.first_link + k * b.tasks + t;
                    const boundary from = bounds[std::size_t{source_[line]} * width + l];
                    start = std::max(start, asked(from, lag_[line], days, duration));
                }
                const boundary at = days.before(start) + (start > days.working_days() ? 1 : 0);
                const boundary last_work = days.before(start + duration - 1) + 1;
                bounds[p * width + l] = at;
                bounds[(n + p) * width + l] = duration > 0 ? last_work : at;
                end[l] = std::max(end[l], last_work);
            }
        }
}

forecast_runs::ends forecast_runs::run(std::uint32_t group, scratch& with) const {
    draw(group, with);
    lanes end;
    mixed_ ? pass_mixed(with, end) : pass_uniform(with, end);
    ends made;
    std::copy_n(end, width, made.counted.begin());
    for (std::int32_t& of : end) of = std::max(of, least_milestone_);
    made.kept.fill(late_already_ ? 0 : 1);
    for (const day_link& d : day_links_)
        for (std::uint32_t l = 0; l < width; ++l) {
            const std::int32_t from = with.bounds[std::size_t{d.source} * width + l];
            const std::int32_t duration = with.duration[std::size_t{d.milestone} * width + l];
            const day_tables& days = calendar_of(d.milestone);
            const std::int32_t day = mixed_
                                         ? asked(from, d.lag, days, duration)
                                         : from + (d.lag >> 2) - ((d.lag & 2) != 0 ? duration : 0);
            end[l] = std::max(end[l],
                              mixed_ ? days.before(day) + 1 : std::min(day, beyond_calendars) + 1);
            if (day >= d.finish) made.kept[l] = 0;
        }
    for (const late_by& d : deadlines_)
        for (std::uint32_t l = 0; l < width; ++l) {
            const std::int32_t at = with.bounds[std::size_t{d.position} * width + l];
            const std::int32_t start = mixed_ ? calendar_of(d.position).rank(at) : at;
            const std::int32_t duration = with.duration[std::size_t{d.position} * width + l];
            made.kept[l] = start + duration <= d.finish ? made.kept[l] : std::uint8_t{0};
        }
    const auto as_boundary = [&](std::int32_t of) {
        if (mixed_) return of;
        const day_tables& days = *calendars_[0];
        const std::int32_t rank = of + first_rank_;
        return rank > days.working_days() ? last_boundary + 1 : days.before(rank - 1) + 1;
    };
    for (std::uint32_t l = 0; l < width; ++l) {
        made.end[l] = as_boundary(end[l]);
        made.counted[l] = counts_milestones_ ? made.end[l] : as_boundary(made.counted[l]);
    }
    return made;
}

}  // namespace mandate
