// Finds where a URL begins and ends in prose.
#include "analyzer/analyze/url_text.hpp"

#include <algorithm>

#include "analyzer/analyze/address.hpp"
#include "analyzer/analyze/url_request.hpp"
#include "analyzer/analyze/url_site.hpp"

namespace alyx::analyzer {
namespace {

constexpr std::string_view scheme_end = "://";

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Bytes of a source that are no code.
std::vector<Span> prose_of(Unit const& unit, std::uint32_t source) {
    std::vector<Span> code;
    for (auto const& fragment : unit.fragments)
        if (fragment.source == source) code.insert(code.end(), fragment.ranges.begin(), fragment.ranges.end());
    std::sort(code.begin(), code.end(), [](Span a, Span b) { return a.begin < b.begin; });
    std::vector<Span> prose;
    std::uint32_t at = 0;
    for (Span span : code) {
        if (span.begin > at) prose.push_back({at, span.begin});
        at = std::max(at, span.end);
    }
    auto const size = static_cast<std::uint32_t>(unit.sources[source]->text().size());
    if (at < size) prose.push_back({at, size});
    return prose;
}

/// The bytes at `at` that stand for something else; 0: they stand for themselves.
std::size_t placeholder(std::string_view text, std::size_t at) {
    constexpr std::string_view ellipsis = "\xE2\x80\xA6";
    auto const rest = text.substr(at);
    if (rest.starts_with("...")) return 3;
    if (rest.starts_with(ellipsis)) return ellipsis.size();
    if (rest.front() == '$' && rest.size() > 1 && is_word(rest[1])) {
        std::size_t end = 1;
        while (end < rest.size() && is_word(rest[end])) ++end;
        return end;
    }
    std::size_t const begin = rest.starts_with("${") ? 1 : 0;
    constexpr std::string_view openers = "{<[";
    constexpr std::string_view closers = "}>]";
    auto const kind = begin < rest.size() ? openers.find(rest[begin]) : openers.npos;
    if (kind == openers.npos) return 0;
    auto const end = rest.find_first_of(" \t\r\n\"'`", begin);
    auto const closer = rest.substr(0, end).find(closers[kind], begin);
    return closer == rest.npos ? 0 : closer + 1;
}

/// The URL that begins at the first byte, with holes; its bytes in `literal`.
FoldedText url_at(Literal const& literal) {
    std::string_view const text = literal.text;
    FoldedText url;
    auto const place = [&](std::size_t at) {
        auto const begin = literal.contents.span.begin + static_cast<std::uint32_t>(at);
        return Place{literal.contents.source, {begin, begin + 1}};
    };
    std::size_t kept = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto const length = placeholder(text, at);
        if (length > 0) {
            url.append_literal(literal, make_span(kept, at));
            url.append_hole(HoleType::unknown, place(at));
            kept = at += length;
        } else {
            ++at;
        }
    }
    url.append_literal(literal, make_span(kept, text.size()));
    return url;
}

/// Where the URL at the begin of the text ends: at a blank or quote, or a bracket that was not opened in it.
std::size_t end_of_url(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        if (auto const length = placeholder(text, at); length > 0) {
            at += length;
            continue;
        }
        constexpr std::string_view stops = "\"'`<>|\\)]}";
        if (static_cast<unsigned char>(text[at]) <= ' ' || stops.find(text[at]) != stops.npos) break;
        ++at;
    }
    constexpr std::string_view ends_sentence = ".,;:!?*";
    bool const is_open = text.substr(0, at).ends_with("...");
    while (!is_open && at > 0 && ends_sentence.find(text[at - 1]) != ends_sentence.npos) --at;
    return at;
}

class TextUrls {
  public:
    TextUrls(Unit const& unit, Snapshot const& snapshot, std::vector<std::shared_ptr<Literal const>>& literals)
        : unit_(unit), services_(service_addresses(snapshot)), literals_(literals) {}

    std::vector<std::vector<Site>> run() && {
        for (std::uint32_t source = 0; source < unit_.sources.size(); ++source)
            for (Span prose : prose_of(unit_, source)) search(source, prose);
        return std::move(found_);
    }

  private:
    Unit const& unit_;
    std::vector<ServiceAddress> services_;
    std::vector<std::shared_ptr<Literal const>>& literals_;
    std::vector<std::vector<Site>> found_;

    void search(std::uint32_t source, Span prose) {
        auto const text = prose.of(unit_.sources[source]->text());
        for (auto at = text.find(scheme_end); at != text.npos; at = text.find(scheme_end, at + 1)) {
            auto begin = at;
            while (begin > 0 && is_word(text[begin - 1])) --begin;
            auto const end = begin + end_of_url(text.substr(begin));
            if (end > at + scheme_end.size()) add(source, make_span(begin, end).shifted(prose.begin));
        }
    }

    void add(std::uint32_t source, Span span) {
        auto const text = span.of(unit_.sources[source]->text());
        auto const address = text.substr(0, text.find_first_of("?#{<[$"));
        auto const targets = targets_of(address, services_);
        if (targets.empty() || text.find('?') == text.npos) return;
        auto literal = std::make_shared<Literal>();
        literal->layer = LiteralLayer::plain;
        literal->contents = {source, span};
        literal->statement = span.begin;
        literal->text = text;
        literal->map.add_verbatim(span.begin, span.size());
        auto const url = url_at(*literal);
        auto const query = query_of(url);
        if (query.empty() || url.part({0, query.begin}).has_holes()) return;
        std::vector<Site> sites;
        for (auto const& target : targets) {
            UrlRequest request;
            request.add_query(url, query);
            auto site = request.site(*target.schema, url, target.endpoint, literal->contents, literal->contents);
            if (is_judgeable(site)) sites.push_back(std::move(site));
        }
        if (sites.empty()) return;
        literals_.push_back(std::move(literal));
        found_.push_back(std::move(sites));
    }
};

}  // namespace

std::vector<std::vector<Site>> url_sites_in_text(Unit const& unit, Snapshot const& snapshot,
                                                 std::vector<std::shared_ptr<Literal const>>& literals) {
    return TextUrls(unit, snapshot, literals).run();
}

}  // namespace alyx::analyzer
