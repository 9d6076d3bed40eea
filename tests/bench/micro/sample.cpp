#include "sample.hpp"

#include "extract.hpp"
#include "indicare/io/return_folder.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

#include <unistd.h>

namespace bench {
namespace {

std::string text_of_file(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

const Sample& Sample::get() {
    static const Sample sample;
    return sample;
}

Sample::Sample() : window_(indicare::care::Date::end_of_reporting_year(council.years.last)) {
    namespace io = indicare::io;
    const auto folder =
        std::filesystem::temp_directory_path() / ("indicare-bench-" + std::to_string(::getpid()));
    write_extract(folder, council, RowOrder::sorted);
    episodes_ = text_of_file(folder / "returns" / "episodes.csv");
    io::ReadingOptions options;
    options.longitudinal = true;
    io::ReturnReader reader(options);
    const bool read = io::read_folder(reader, folder / "returns").has_value();
    std::filesystem::remove_all(folder);
    if (!read)
        throw std::runtime_error("the extract could not be read");
    records_ = std::move(reader.records());
}

} // namespace bench
