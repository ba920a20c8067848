// Boost.URL's own code, so that no compiled library of it is needed where the analyzer is built (WebAssembly).
#include <boost/url/src.hpp>
