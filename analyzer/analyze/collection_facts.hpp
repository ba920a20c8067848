// What a script tells of a collection that it searches, and of the conditions.
#pragma once

#include "analyzer/analyze/site.hpp"
#include "analyzer/resolve/collection_call.hpp"

namespace alyx::analyzer {

/// Is it a call of a collection's method, or a use of what one gave?
bool is_collection(Site const& site);
/// What is searched: the first argument of such a site is the collection itself.
ItemShape items_of(Site const& site);
/// What is known of a folded value, as an item.
ItemShape shape_of(Folded const& value);

/// The site as a call of the library, without the collection itself. The site and the items must outlive it.
CollectionCall collection_call(Site const& site, ItemShape const& items);
/// What the keyword of an argument of the site means. The site must outlive it.
ResolvedCondition condition_of(Site const& site, std::size_t argument, ItemShape const& items);
/// The bytes of the script that are `span` of the keyword.
Place place_in_name(SiteArgument const& argument, Span span);

}  // namespace alyx::analyzer
