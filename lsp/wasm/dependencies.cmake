# What the libraries need where they are compiled to WebAssembly: headers of the system, without its others, and
# Boost.JSON from its sources. Included by the root, before the libraries.
set(HEADERS ${CMAKE_BINARY_DIR}/headers)
file(MAKE_DIRECTORY ${HEADERS})
foreach(name boost toml++)
  if(NOT EXISTS /usr/include/${name})
    message(FATAL_ERROR "/usr/include/${name} is missing: run ./dev setup")
  endif()
  file(CREATE_LINK /usr/include/${name} ${HEADERS}/${name} SYMBOLIC)
endforeach()
target_include_directories(alyx_options SYSTEM INTERFACE ${HEADERS})

# Analysis must not leave a server behind that an exception has torn down; browsers know these since 2022.
add_compile_options(-fwasm-exceptions)
add_link_options(-fwasm-exceptions)

add_library(alyx_boost_json STATIC ${CMAKE_CURRENT_LIST_DIR}/boost_json.cpp)
target_link_libraries(alyx_boost_json PRIVATE alyx_options)
add_library(Boost::json ALIAS alyx_boost_json)
