// The table of languages.
#include "analyzer/host/language.hpp"

#include <algorithm>
#include <array>

#include "analyzer/host/words.hpp"

namespace alyx::analyzer {

void lay_out_python(Source const&, Fragment const&, Layout&);
Unfinished open_in_python(std::string_view, std::vector<Span> const&);
#define ALYX_PYTHON(names, extensions, comment)
#define ALYX_LANGUAGE(name, names, extensions, comment)                                           \
    void lower_##name(Source const&, Fragment const&, CalleeFilter const&, ir::Keys&, ir::Part&); \
    void lay_out_##name(Source const&, Fragment const&, Layout&);                                 \
    Unfinished open_in_##name(std::string_view, std::vector<Span> const&);
#include "analyzer/host/languages.def"
#undef ALYX_LANGUAGE
#undef ALYX_PYTHON

namespace {

constexpr HostLanguage languages[] = {
#define ALYX_PYTHON(names, extensions, comment) \
    {Language::python, names, extensions, comment, nullptr, lay_out_python, open_in_python},
#define ALYX_LANGUAGE(name, names, extensions, comment) \
    {Language::name, names, extensions, comment, lower_##name, lay_out_##name, open_in_##name},
#include "analyzer/host/languages.def"
#undef ALYX_LANGUAGE
#undef ALYX_PYTHON
};

char lower_case(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

}  // namespace

HostLanguage const& host_language(Language language) {
    return *std::find_if(std::begin(languages), std::end(languages),
                         [&](HostLanguage const& one) { return one.language == language; });
}

std::optional<Language> language_named(std::string_view name) {
    for (HostLanguage const& one : languages)
        if (any_word(one.names, [&](std::string_view word) {
                return std::equal(word.begin(), word.end(), name.begin(), name.end(),
                                  [](char a, char b) { return a == lower_case(b); });
            }))
            return one.language;
    return {};
}

std::optional<Language> language_of_file(std::string_view name) {
    for (HostLanguage const& one : languages)
        if (any_word(one.extensions, [&](std::string_view extension) { return name.ends_with(extension); }))
            return one.language;
    return {};
}

std::optional<Language> language_of_first_line(std::string_view text) {
    if (!text.starts_with("#!")) return {};
    std::string_view line = text.substr(2, text.find_first_of("\r\n") - 2);
    std::optional<Language> found;
    any_word(line, [&](std::string_view word) {
        auto program = word.substr(word.rfind('/') + 1);
        // env -S LANG=C python3
        bool is_before = word.empty() || program == "env" || word[0] == '-' || word.find('=') != word.npos;
        if (is_before) return false;
        found = language_named(program.substr(0, program.find_last_not_of("0123456789.") + 1));
        return true;
    });
    return found;
}

std::span<HostLanguage const> host_languages() {
    return languages;
}

}  // namespace alyx::analyzer
