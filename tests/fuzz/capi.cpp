// The C API as a caller may use it: calls in any order on one session and two states, with any
// arguments. Each gives a status that is told of in the header, a call that failed has set nothing,
// and the session can be used at the end.
//
// The bundled benchmarks are left out: reading them takes longer than all other calls together.

#include <array>
#include <iterator>

#include "../../capi/arrow.hpp"
#include "capi/session.hpp"
#include "fuzz.hpp"
#include "io/reading.hpp"
#include "table_columns.hpp"

using namespace indicare;
using fuzz::Input;

namespace {

/// What names, values, formats and numbers in texts are usually.
constexpr std::string_view words[] = {"",
                                      "text",
                                      "csv",
                                      "json",
                                      "html",
                                      "markdown",
                                      "claims",
                                      "ees",
                                      "ees_meta",
                                      "half_up",
                                      "any",
                                      "95",
                                      "0.998",
                                      "62.5",
                                      "831",
                                      "Derby",
                                      "E06000015",
                                      "A",
                                      "B",
                                      "x",
                                      "authority",
                                      "area",
                                      "longitudinal",
                                      "checks",
                                      "findings_kept",
                                      "row_bytes",
                                      "columns",
                                      "children",
                                      "numbered",
                                      "leaver_on_date",
                                      "still_looked_after",
                                      "placement_run",
                                      "same_place",
                                      "temporary_placements",
                                      "counted",
                                      "leap_day_birthday",
                                      "last_of_february",
                                      "independent_providers",
                                      "private_only",
                                      "starts_and_ceases",
                                      "periods",
                                      "unaccompanied_status",
                                      "open_on_date",
                                      "0",
                                      "1",
                                      "1000",
                                      "looked_after",
                                      "2023/episodes.csv"};

/// What whole texts are usually, or begin with, besides returns.
constexpr std::string_view other_texts[] = {
    "A,01/06/2022,S,C2,N1,U4,PR1,,,,DE1 1AA,DE1 1AB,\n",
    "postcode,easting,northing,la\nDE1 1AA,435000,336000,831\nDE1 1AB,445000,336000,Derby\n",
    "authority,year,population\n831,2023,59411\n,2023,1000\nDerby,2022,59000\n",
    "stock = 620\nrate stock per 10000 population = 104\npopulation = 59411\n",
    "stock = started + other\nstarted = 3\npercent other of stock = 50%\n",
    R"({"claims": ["stock = 6", "stock < 5"]})",
    "authority,as_at,indicator,numerator,denominator\n831,2023-03-31,looked_after,620,\n"
    "831,2023-03-31,in_foster_care,3,620\n831,2023-03-31,adopted,34,246\n",
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,"
    "region_name,old_la_code,new_la_code,la_name,cla_group,characteristic,number,percentage,"
    "rate_per_10000\n",
    "202223,Reporting year,Local authority,E92000001,England,E12000004,East Midlands,831,E06000015,"
    "Derby,Children looked after on 31 March,Total,620,100,104\n",
    "<Message><Header/><Children></Children></Message>"};

constexpr std::size_t text_count = 1 + fuzz::table_columns.size() + std::size(other_texts);

std::string_view usual_text(std::size_t number) {
    if (number == 0)
        return tests::four_children;
    if (number <= fuzz::table_columns.size())
        return fuzz::table_columns[number - 1];
    return other_texts[number - 1 - fuzz::table_columns.size()];
}

/// The session and states of an input, and what else its calls are made with.
class Caller {
  public:
    explicit Caller(Input given) : in(given) {
        fuzz::expect(indicare_create(&session) == INDICARE_OK, "a session is made");
        for (indicare_state*& state : states)
            fuzz::expect(indicare_create_state(&state) == INDICARE_OK, "a state is made");
        fuzz::expect(indicare_set_patience(session, ask, this) == INDICARE_OK, "patience is taken");
    }
    Caller(const Caller&) = delete;
    Caller& operator=(const Caller&) = delete;
    ~Caller() {
        for (indicare_state* state : states)
            indicare_destroy_state(state);
        indicare_destroy(session);
    }

    /// A text as an argument. Its end is not the end of anything, so that what is read beyond it is
    /// found, unless a NUL tells it.
    struct Text {
        std::string kept;
        const char* at = nullptr;
        std::size_t length = 0;
    };
    Text word() { return argument(words[in.below(std::size(words))]); }
    Text text() {
        std::string whole;
        for (std::size_t parts = 1 + in.below(3); parts > 0; --parts)
            whole += usual_text(in.below(text_count));
        return argument(whole);
    }

    std::int64_t index() { return in.below(8) == 0 ? in.number() : std::int64_t{in.byte()}; }
    std::int64_t small_index() { return in.below(16) == 0 ? in.number() : std::int64_t{in.flag()}; }
    std::int32_t year() {
        return in.below(16) == 0 ? static_cast<std::int32_t>(in.number()) : usual_year();
    }
    std::int32_t day() {
        return in.below(16) == 0 ? static_cast<std::int32_t>(in.number())
                                 : usual_year() * 10'000 + 331;
    }
    /// The place, or NULL now and then.
    template <class Value>
    Value* place(Value& value) {
        return in.below(16) == 0 ? nullptr : &value;
    }
    indicare_state* state() { return in.below(16) == 0 ? nullptr : states[in.below(2)]; }

    /// Calls a function that gives text, with a buffer that may be NULL or too small.
    template <class Function, class... Arguments>
    void out(Function* function, Arguments... arguments) {
        std::vector<char> buffer(in.flag() ? 4'000 : in.below(40), '#');
        const std::vector<char> before = buffer;
        std::size_t length = 12'345;
        const bool is_asked = in.below(8) != 0;
        char* const at = buffer.empty() ? nullptr : buffer.data();
        const std::size_t capacity = at == nullptr && in.below(8) == 0 ? 7 : buffer.size();
        const indicare_status status =
            function(arguments..., at, capacity, is_asked ? &length : nullptr);
        took(status);
        if (status == INDICARE_OK) {
            fuzz::expect(!is_asked || (length < capacity && buffer[length] == '\0'),
                         "a text is written with a NUL behind it");
            return;
        }
        fuzz::expect(buffer == before, "nothing is written where a text does not fit");
        fuzz::expect(length == 12'345 ||
                         (status == INDICARE_BUFFER_TOO_SMALL && is_asked && length >= capacity),
                     "a length is that of a text which does not fit");
    }

    /// Holds a status against those of the header.
    static void took(indicare_status status) {
        fuzz::expect(status >= INDICARE_OK && status <= INDICARE_CONFLICT, "a status is listed");
        fuzz::expect(status != INDICARE_INTERNAL, "the library has no fault");
        fuzz::expect(status != INDICARE_OUT_OF_MEMORY, "memory is enough");
    }

    Input in;
    indicare_session* session = nullptr;
    std::array<indicare_state*, 2> states{};

  private:
    std::int32_t usual_year() { return 2023 - in.byte() % 3; }

    Text argument(std::string_view usual) {
        Text made;
        switch (in.below(16)) {
        case 0:
            return made;
        case 1:
            made.length = in.flag() ? INDICARE_NUL_TERMINATED : 3;
            return made;
        case 2:
        case 3:
            made.kept = in.text();
            break;
        case 4:
            made.kept = std::string(usual) + std::string(in.text());
            break;
        default:
            made.kept = usual;
        }
        made.at = made.kept.data();
        made.length = in.flag() ? INDICARE_NUL_TERMINATED : made.kept.size();
        return made;
    }

    /// An audit is short: it can be asked so often, over all calls, and then gives up.
    static std::int32_t ask(void* context) {
        return --static_cast<Caller*>(context)->patience_ < 0 ? 1 : 0;
    }

    int patience_ = 5'000;
};

using Call = void (*)(Caller&);

// A text as two arguments.
#define INDICARE_TEXT(text) (text).at, (text).length

template <auto Function>
void out_of_session(Caller& caller) {
    caller.out(Function, caller.session);
}
template <auto Function>
void out_of_figure(Caller& caller) {
    const std::int64_t authority = caller.small_index();
    caller.out(Function, caller.session, authority, caller.index());
}
template <auto Function>
void out_of_limit(Caller& caller) {
    const std::int64_t authority = caller.small_index();
    const std::int64_t indicator = caller.index();
    const auto confidence = caller.word();
    caller.out(Function, caller.session, authority, indicator, INDICARE_TEXT(confidence));
}
template <auto Function>
void out_of_number(Caller& caller) {
    caller.out(Function, caller.session, caller.small_index());
}
template <auto Function>
void with_named_text(Caller& caller) {
    const auto file = caller.word();
    const auto text = caller.text();
    Caller::took(Function(caller.session, INDICARE_TEXT(file), INDICARE_TEXT(text)));
}
template <auto Function>
void begin_text(Caller& caller) {
    const auto file = caller.word();
    Caller::took(Function(caller.session, INDICARE_TEXT(file), caller.year()));
}
template <auto Function>
void on_state(Caller& caller) {
    indicare_state* const state = caller.state();
    Caller::took(Function(caller.session, state));
}
template <auto Function>
void between_states(Caller& caller) {
    indicare_state* const state = caller.state();
    Caller::took(Function(state, caller.state()));
}

/// A number that a call gives is 0 or more; one that failed leaves it.
template <class Function, class... Arguments>
void count_of(Caller& caller, Function* function, Arguments... arguments) {
    std::int64_t count = -7;
    const indicare_status status = function(arguments..., caller.place(count));
    Caller::took(status);
    fuzz::expect(status == INDICARE_OK ? count >= 0 : count == -7,
                 "a number is given where the call was done");
}

void set_option(Caller& caller) {
    const auto name = caller.word();
    const auto value = caller.word();
    Caller::took(indicare_set_option(caller.session, INDICARE_TEXT(name), INDICARE_TEXT(value)));
}
void give_population(Caller& caller) {
    const auto authority = caller.word();
    const std::int32_t year = caller.year();
    Caller::took(
        indicare_give_population(caller.session, INDICARE_TEXT(authority), year, caller.index()));
}
void feed(Caller& caller) {
    const auto text = caller.text();
    Caller::took(indicare_feed(caller.session, INDICARE_TEXT(text)));
}
void end_table(Caller& caller) {
    const char* table = nullptr;
    Caller::took(indicare_end_table(caller.session, caller.place(table)));
}
void end_xml(Caller& caller) {
    std::int32_t read = -7;
    Caller::took(indicare_end_xml(caller.session, caller.place(read)));
    fuzz::expect(read == -7 || read == 0 || read == 1, "it was a return or not");
}
void read_table(Caller& caller) {
    begin_text<indicare_begin_table>(caller);
    feed(caller);
    end_table(caller);
}

/// Values as arguments: as many as there are, each a text or NULL.
struct Values {
    explicit Values(Caller& caller) {
        for (std::size_t count = caller.in.below(8); count > 0; --count)
            kept.push_back(caller.word());
        has_lengths = caller.in.flag();
        for (const Caller::Text& text : kept) {
            at.push_back(text.at);
            lengths.push_back(text.length);
        }
        count = caller.in.below(16) == 0 && kept.empty() ? caller.in.number()
                                                         : static_cast<std::int64_t>(kept.size());
        if (!kept.empty())
            return;
        count = std::min<std::int64_t>(count, 0); // no more than there are
    }
    const char* const* texts() const { return at.empty() ? nullptr : at.data(); }
    const std::size_t* sizes() const { return has_lengths ? lengths.data() : nullptr; }

    std::vector<Caller::Text> kept{};
    std::vector<const char*> at{};
    std::vector<std::size_t> lengths{};
    bool has_lengths = false;
    std::int64_t count = 0;
};

void begin_rows(Caller& caller) {
    const auto file = caller.word();
    const std::int32_t year = caller.year();
    const Values values(caller);
    Caller::took(indicare_begin_rows(caller.session, INDICARE_TEXT(file), year, values.texts(),
                                     values.sizes(), values.count));
}
void add_row(Caller& caller) {
    const Values values(caller);
    Caller::took(indicare_add_row(caller.session, values.texts(), values.sizes(), values.count));
}
void read_no_arrow(Caller& caller) {
    const auto file = caller.word();
    const std::int32_t year = caller.year();
    ArrowArrayStream released{};
    Caller::took(indicare_read_arrow(caller.session, INDICARE_TEXT(file), year,
                                     caller.place(released), nullptr));
    ArrowSchema schema{};
    ArrowArray array{};
    Caller::took(indicare_read_arrow_array(caller.session, INDICARE_TEXT(file), year,
                                           caller.place(schema), caller.place(array), nullptr));
}
void results_as_arrow(Caller& caller) {
    ArrowArrayStream stream{};
    const indicare_status status = indicare_results_as_arrow(caller.session, caller.place(stream));
    Caller::took(status);
    fuzz::expect((status == INDICARE_OK) == (stream.release != nullptr), "results are a stream");
    if (status == INDICARE_OK)
        stream.release(&stream);
}

void compute(Caller& caller) {
    Caller::took(indicare_compute(caller.session, caller.day()));
}
void authority_count(Caller& caller) {
    count_of(caller, indicare_authority_count, caller.session);
}
void finding_count(Caller& caller) {
    count_of(caller, indicare_finding_count, caller.session);
}
void explained_count(Caller& caller) {
    count_of(caller, indicare_explained_count, caller.session);
}
void note_count(Caller& caller) {
    count_of(caller, indicare_note_count, caller.session, caller.small_index());
}
void benchmark_count(Caller& caller) {
    count_of(caller, indicare_benchmark_count, caller.session, caller.index());
}
void finding_total(Caller& caller) {
    count_of(caller, indicare_finding_total, caller.session,
             static_cast<std::int32_t>(caller.small_index()));
}
void is_available(Caller& caller) {
    std::int32_t available = -7;
    const std::int64_t authority = caller.small_index();
    const std::int64_t indicator = caller.index();
    Caller::took(indicare_figure_is_available(caller.session, authority, indicator,
                                              caller.place(available)));
}
void figure_numbers(Caller& caller) {
    std::int64_t numerator = -7;
    std::int32_t has_denominator = -7;
    std::int64_t denominator = -7;
    std::int64_t undetermined = -7;
    const std::int64_t authority = caller.small_index();
    const std::int64_t indicator = caller.index();
    const indicare_status status =
        indicare_figure_numbers(caller.session, authority, indicator, &numerator,
                                caller.place(has_denominator), &denominator, &undetermined);
    Caller::took(status);
    fuzz::expect(status == INDICARE_OK ? denominator >= 0 && undetermined >= 0
                                       : numerator == -7 && denominator == -7,
                 "numbers are given where there is a figure");
}
void significance(Caller& caller) {
    const char* told = nullptr;
    const std::int64_t authority = caller.small_index();
    const std::int64_t indicator = caller.index();
    const auto number = caller.word();
    const indicare_status status = indicare_figure_significance(
        caller.session, authority, indicator, INDICARE_TEXT(number), caller.place(told));
    Caller::took(status);
    fuzz::expect(status == INDICARE_OK || told == nullptr, "what failed tells nothing");
}
void note(Caller& caller) {
    const std::int64_t authority = caller.small_index();
    caller.out(indicare_note, caller.session, authority, caller.small_index());
}

void write_document(Caller& caller) {
    std::size_t left = caller.in.byte();
    const indicare_writer writer = [](void* context, const char*, std::size_t length) {
        auto& most = *static_cast<std::size_t*>(context);
        fuzz::expect(length <= 65'536, "pieces have up to 64 KiB");
        return most-- > 0 ? 0 : 1;
    };
    Caller::took(indicare_write_document(caller.session,
                                         caller.in.below(16) == 0 ? nullptr : writer, &left));
}
void explain(Caller& caller) {
    const std::int64_t authority = caller.small_index();
    Caller::took(indicare_explain(caller.session, authority, caller.index()));
}
void explained(Caller& caller) {
    std::int32_t membership = -7;
    std::int64_t amount = -7;
    const std::int64_t at = caller.small_index();
    Caller::took(
        indicare_explained(caller.session, at, caller.place(membership), caller.place(amount)));
}
void make_explanation(Caller& caller) {
    const std::int64_t authority = caller.small_index();
    const std::int64_t indicator = caller.index();
    const auto target = caller.word();
    const auto format = caller.word();
    Caller::took(indicare_make_explanation(caller.session, authority, indicator,
                                           INDICARE_TEXT(target), INDICARE_TEXT(format)));
}
void make_movement(Caller& caller) {
    const std::int64_t authority = caller.small_index();
    const std::int64_t indicator = caller.index();
    const std::int32_t since = caller.day();
    const auto format = caller.word();
    Caller::took(
        indicare_make_movement(caller.session, authority, indicator, since, INDICARE_TEXT(format)));
}
void make_life(Caller& caller) {
    const std::int64_t authority = caller.small_index();
    const auto child = caller.word();
    const auto format = caller.word();
    Caller::took(
        indicare_make_life(caller.session, authority, INDICARE_TEXT(child), INDICARE_TEXT(format)));
}
void make_check(Caller& caller) {
    const std::int32_t day = caller.day();
    const auto format = caller.word();
    Caller::took(indicare_make_check(caller.session, day, INDICARE_TEXT(format)));
}
void begin_child(Caller& caller) {
    const auto authority = caller.word();
    const auto child = caller.word();
    Caller::took(
        indicare_begin_child(caller.session, INDICARE_TEXT(authority), INDICARE_TEXT(child)));
}
void end_child(Caller& caller) {
    Caller::took(indicare_end_child(caller.session));
}

void forget_children(Caller& caller) {
    Caller::took(indicare_forget_children(caller.state()));
}
void state_error_text(Caller& caller) {
    caller.out(indicare_state_error_text, caller.state());
}
void state_bytes(Caller& caller) {
    caller.out(indicare_state_bytes, caller.state());
}
void read_state(Caller& caller) {
    std::string bytes(caller.in.text());
    indicare_state* const state = caller.state();
    Caller::took(indicare_read_state(state, bytes.data(), bytes.size()));
}
/// The bytes of one state, read into the other.
void pass_state(Caller& caller) {
    const std::string bytes = tests::text(indicare_state_bytes, caller.states[0]);
    const indicare_status status =
        indicare_read_state(caller.states[1], bytes.data(), bytes.size());
    fuzz::expect(status == INDICARE_OK, "a state is read as it was written");
    fuzz::expect(tests::text(indicare_state_bytes, caller.states[1]) == bytes,
                 "and written as it was read");
}

void compare(Caller& caller) {
    const auto authority = caller.word();
    Caller::took(indicare_compare(caller.session, INDICARE_TEXT(authority), caller.year()));
}
void benchmark(Caller& caller) {
    const char* kind = nullptr;
    std::int32_t year = 0;
    const char* answer = nullptr;
    const char* chance = nullptr;
    const std::int64_t indicator = caller.index();
    const std::int64_t at = caller.small_index();
    Caller::took(indicare_benchmark(caller.session, indicator, at, caller.place(kind),
                                    caller.place(year), caller.place(answer),
                                    caller.place(chance)));
}
template <auto Function>
void out_of_benchmark(Caller& caller) {
    const std::int64_t indicator = caller.index();
    caller.out(Function, caller.session, indicator, caller.small_index());
}
void make_comparison(Caller& caller) {
    const auto authority = caller.word();
    const std::int32_t year = caller.year();
    const auto format = caller.word();
    Caller::took(indicare_make_comparison(caller.session, INDICARE_TEXT(authority), year,
                                          INDICARE_TEXT(format)));
}
void make_report(Caller& caller) {
    const auto authority = caller.word();
    const std::int32_t year = caller.year();
    const auto format = caller.word();
    Caller::took(indicare_make_report(caller.session, INDICARE_TEXT(authority), year,
                                      static_cast<std::int32_t>(caller.in.below(24)),
                                      INDICARE_TEXT(format)));
}

void forget_claims(Caller& caller) {
    Caller::took(indicare_forget_claims(caller.session));
}
void expect_verdict(std::int32_t verdict) {
    fuzz::expect(verdict == -7 || (verdict >= INDICARE_POSSIBLE && verdict <= INDICARE_UNDECIDED),
                 "a verdict is one of three");
}
void make_audit(Caller& caller) {
    const auto rounding = caller.word();
    const auto format = caller.word();
    std::int32_t verdict = -7;
    Caller::took(indicare_make_audit(caller.session, INDICARE_TEXT(rounding), INDICARE_TEXT(format),
                                     caller.place(verdict)));
    expect_verdict(verdict);
}
void make_disclosure(Caller& caller) {
    const auto file = caller.word();
    const auto text = caller.text();
    const std::int64_t small = caller.index();
    const std::int64_t values = caller.index();
    const auto format = caller.word();
    std::int32_t verdict = -7;
    Caller::took(indicare_make_disclosure(caller.session, INDICARE_TEXT(file), INDICARE_TEXT(text),
                                          small, values, INDICARE_TEXT(format),
                                          caller.place(verdict)));
    expect_verdict(verdict);
}
void make_recovery(Caller& caller) {
    const auto file = caller.word();
    const auto text = caller.text();
    const std::int64_t values = caller.index();
    const auto format = caller.word();
    std::int32_t verdict = -7;
    Caller::took(indicare_make_recovery(caller.session, INDICARE_TEXT(file), INDICARE_TEXT(text),
                                        values, INDICARE_TEXT(format), caller.place(verdict)));
    expect_verdict(verdict);
}
void finding(Caller& caller) {
    const char* code = nullptr;
    std::int32_t severity = -7;
    std::int64_t line = -7;
    const indicare_status status =
        indicare_finding(caller.session, caller.small_index(), &code, &severity, &line);
    Caller::took(status);
    fuzz::expect(status == INDICARE_OK
                     ? code != nullptr && indicare_severity_name(severity) != nullptr && line >= 0
                     : code == nullptr && line == -7,
                 "a finding is told where it is kept");
}

/// Functions without a session: they give NULL or -1 for what there is not.
void look_up(Caller& caller) {
    const std::int64_t indicator = caller.index();
    const bool is_one = indicator >= 0 && indicator < indicare_indicator_count();
    for (const auto& function :
         {indicare_indicator_id, indicare_indicator_title, indicare_indicator_family,
          indicare_indicator_unit, indicare_indicator_polarity, indicare_indicator_sentence,
          indicare_indicator_source})
        fuzz::expect((function(indicator) != nullptr) == is_one, "an indicator is described");
    if (is_one)
        fuzz::expect(indicare_find_indicator(indicare_indicator_id(indicator),
                                             INDICARE_NUL_TERMINATED) == indicator,
                     "an indicator is found by its id");
    const auto word = caller.word();
    fuzz::expect(indicare_find_indicator(INDICARE_TEXT(word)) < indicare_indicator_count(),
                 "what is found is an indicator");
    const auto number = static_cast<std::int32_t>(caller.in.number());
    fuzz::expect(indicare_status_name(number) != nullptr, "every number has a name");
    fuzz::expect((indicare_severity_name(number) != nullptr) ==
                     (number >= INDICARE_NOTE && number <= INDICARE_ERROR),
                 "a severity has a name");
}

constexpr Call calls[] = {set_option,
                          with_named_text<indicare_give_postcodes>,
                          with_named_text<indicare_give_populations>,
                          give_population,
                          begin_text<indicare_begin_table>,
                          feed,
                          end_table,
                          read_table,
                          begin_rows,
                          add_row,
                          read_no_arrow,
                          begin_text<indicare_begin_xml>,
                          end_xml,
                          compute,
                          authority_count,
                          out_of_number<indicare_authority_name>,
                          is_available,
                          out_of_figure<indicare_figure_reason>,
                          figure_numbers,
                          out_of_figure<indicare_figure_exact>,
                          out_of_figure<indicare_figure_printed>,
                          out_of_figure<indicare_figure_low>,
                          out_of_figure<indicare_figure_high>,
                          out_of_limit<indicare_figure_limit_low>,
                          out_of_limit<indicare_figure_limit_high>,
                          significance,
                          note_count,
                          note,
                          out_of_session<indicare_results_as_csv>,
                          out_of_session<indicare_results_as_json>,
                          results_as_arrow,
                          out_of_session<indicare_document>,
                          write_document,
                          explain,
                          explained_count,
                          explained,
                          out_of_number<indicare_explained_child>,
                          out_of_number<indicare_explained_reason>,
                          out_of_number<indicare_explained_decided_by>,
                          make_explanation,
                          make_movement,
                          make_life,
                          make_check,
                          begin_child,
                          end_child,
                          on_state<indicare_take_state>,
                          on_state<indicare_compute_state>,
                          between_states<indicare_merge_state>,
                          between_states<indicare_subtract_state>,
                          forget_children,
                          state_error_text,
                          state_bytes,
                          read_state,
                          pass_state,
                          with_named_text<indicare_give_benchmarks>,
                          compare,
                          benchmark_count,
                          benchmark,
                          out_of_benchmark<indicare_benchmark_name>,
                          out_of_benchmark<indicare_benchmark_printed>,
                          make_comparison,
                          make_report,
                          with_named_text<indicare_give_claims>,
                          forget_claims,
                          make_audit,
                          make_disclosure,
                          make_recovery,
                          finding_total,
                          finding_count,
                          finding,
                          out_of_number<indicare_finding_file>,
                          out_of_number<indicare_finding_column>,
                          out_of_number<indicare_finding_value>,
                          out_of_number<indicare_finding_child>,
                          out_of_number<indicare_finding_message>,
                          out_of_number<indicare_finding_as_text>,
                          out_of_session<indicare_error_text>,
                          look_up};

#undef INDICARE_TEXT

/// The session can be read with and computed, after all that was done to it.
void expect_usable(indicare_session* session) {
    indicare_end_table(session, nullptr);
    indicare_end_xml(session, nullptr);
    indicare_end_child(session);
    indicare_status status = indicare_begin_table(session, "last.csv", 8, 2023);
    if (status == INDICARE_OUT_OF_RANGE) // it holds a longitudinal extract
        status = indicare_begin_table(session, "last.csv", 8, 0);
    fuzz::expect(status == INDICARE_OK, "a table can be begun");
    const std::string_view table = tests::four_children;
    fuzz::expect(indicare_feed(session, table.data(), table.size()) == INDICARE_OK, "and fed");
    fuzz::expect(indicare_end_table(session, nullptr) == INDICARE_OK, "and ended");
    fuzz::expect(indicare_compute(session, 20230331) == INDICARE_OK, "and computed");
    std::int64_t count = 0;
    fuzz::expect(indicare_authority_count(session, &count) == INDICARE_OK && count >= 1,
                 "and gives results");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Caller caller(Input(data, size));
    for (int most = 200; !caller.in.is_empty() && most > 0; --most)
        calls[caller.in.below(std::size(calls))](caller);
    expect_usable(caller.session);
    return 0;
}
