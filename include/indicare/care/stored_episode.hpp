#pragma once

#include "indicare/care/episode.hpp"
#include "indicare/care/location.hpp"
#include "indicare/care/packed.hpp"

namespace indicare::care {

/// An episode as memory holds it by the million: sixteen bytes, without loss.
class StoredEpisode {
  public:
    StoredEpisode() = default;

    explicit StoredEpisode(const Episode& episode) {
        Writer facts(facts_);
        facts.put<16>(PackedDate(episode.decom).bits());
        facts.put<16>(PackedDate(episode.dec).bits());
        facts.put<7>(PackedYear(episode.return_year).bits());
        facts.put<3>(episode.rne);
        facts.put<4>(episode.legal_status);
        facts.put<4>(episode.need);
        facts.put<6>(episode.place);
        facts.put<3>(episode.provider);
        facts.put<5>(episode.rec);
        Writer where(where_);
        where.put<37>(episode.location.postcode);
        where.put<24>(episode.location.reference);
        where.put<3>(episode.whereabouts);
    }

    /// The episode; `row` is its place among all rows of Episodes.
    Episode unpacked(std::uint32_t row) const {
        Episode episode;
        Reader facts(facts_);
        episode.decom = PackedDate::from_bits(facts.take<16, std::uint16_t>());
        episode.dec = PackedDate::from_bits(facts.take<16, std::uint16_t>());
        episode.return_year = PackedYear::from_bits(facts.take<7, std::uint8_t>());
        episode.rne = facts.take<3, ReasonNewEpisode>();
        episode.legal_status = facts.take<4, LegalStatus>();
        episode.need = facts.take<4, CategoryOfNeed>();
        episode.place = facts.take<6, PlacementType>();
        episode.provider = facts.take<3, PlacementProvider>();
        episode.rec = facts.take<5, ReasonEpisodeCeased>();
        Reader where(where_);
        episode.location.postcode = where.take<37, std::uint64_t>();
        episode.location.reference = where.take<24, std::uint32_t>();
        episode.whereabouts = where.take<3, Whereabouts>();
        episode.row = row;
        episode.dec_stands = true;
        return episode;
    }

  private:
    class Writer {
      public:
        explicit Writer(std::uint64_t& word) : word_(word) {}
        template <int bits, class T>
        void put(T value) {
            word_ |= static_cast<std::uint64_t>(value) << at_;
            at_ += bits;
        }

      private:
        std::uint64_t& word_;
        int at_ = 0;
    };

    class Reader {
      public:
        explicit Reader(std::uint64_t word) : word_(word) {}
        template <int bits, class T>
        T take() {
            const std::uint64_t value = word_ & ((std::uint64_t{1} << bits) - 1);
            word_ >>= bits;
            return static_cast<T>(value);
        }

      private:
        std::uint64_t word_;
    };

    std::uint64_t facts_ = 0;
    std::uint64_t where_ = 0;
};

static_assert(sizeof(StoredEpisode) == 16);

} // namespace indicare::care
