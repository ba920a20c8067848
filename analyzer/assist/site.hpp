// The pages of rules and of what can be asked, as files: Markdown, or a site that opens from disk.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/schema/schema.hpp"

namespace alyx::analyzer {

struct SiteFile {
    std::string path;  ///< relative to the site's folder
    std::string text;
};

/// `NAME.md` for each rule, and `README.md` with the list of all.
std::vector<SiteFile> markdown_rules(std::shared_ptr<Schema const> const& schema);

/// `index.html` with the list of rules, `rules/NAME.html` for each, `schema/index.html` and there a page for each
/// endpoint and model, and `style.css`. Needs no server and no script; light or dark as the reader's system is.
std::vector<SiteFile> html_site(std::shared_ptr<Schema const> const& schema);

/// What `style.css` holds.
std::string_view site_style();

}  // namespace alyx::analyzer
