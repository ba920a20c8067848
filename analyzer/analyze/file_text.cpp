// Looks at marks and declarations before anything is taken for text.
#include "analyzer/analyze/file_text.hpp"

#include <algorithm>
#include <array>

#include "analyzer/host/host.hpp"
#include "analyzer/host/python_coding.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/workspace/files.hpp"

namespace alyx::analyzer {
namespace {

struct Mark {
    std::string_view bytes;
    std::string_view encoding;
};

/// UTF-32 first: the little-endian mark begins as that of UTF-16.
constexpr std::array<Mark, 4> marks{{{{"\xFF\xFE\0\0", 4}, "UTF-32"},
                                     {{"\0\0\xFE\xFF", 4}, "UTF-32"},
                                     {{"\xFF\xFE", 2}, "UTF-16"},
                                     {{"\xFE\xFF", 2}, "UTF-16"}}};

/// Files of no known kind are taken for scripts.
bool is_script(std::string_view name) {
    return name.ends_with(".py") || name.ends_with(".pyi") || !is_host_file(name);
}

}  // namespace

boost::system::result<FileText, Failure> text_of(std::string const& name, std::string bytes) {
    for (auto const& mark : marks)
        if (std::string_view(bytes).starts_with(mark.bytes))
            return Failure{name, "", concat("is written in ", mark.encoding, ", as its byte order mark says"),
                           "save it as UTF-8"};
    if (is_binary(bytes)) return Failure{name, "", "is not text: it holds a NUL byte", "leave it out"};
    FileText file;
    if (is_script(name)) {
        auto coding = declared_coding(bytes);
        auto const* encoding = coding.empty() ? &utf8_encoding() : find_encoding(coding);
        bool is_ascii = std::all_of(bytes.begin(), bytes.end(), [](char c) { return !(c & 0x80); });
        if (!encoding && !is_ascii)
            return Failure{name, "", concat("declares the encoding `", coding, "`, which is not understood"),
                           "save it as UTF-8"};
        file.encoding = encoding ? encoding : &ascii_encoding();
    }
    file.text = file.encoding->decode(std::move(bytes));
    return file;
}

boost::system::result<FileText, Failure> read_text(std::string const& path) {
    auto bytes = read_file(path);
    if (!bytes) return bytes.error();
    return text_of(path, std::move(*bytes));
}

}  // namespace alyx::analyzer
