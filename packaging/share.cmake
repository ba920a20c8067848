# Writes what ships beside the programs into SHARE, asking PROGRAM for it. ROOT is the project.
function(ask file)
  get_filename_component(folder ${SHARE}/${file} DIRECTORY)
  file(MAKE_DIRECTORY ${folder})
  execute_process(COMMAND ${PROGRAM} ${ARGN} OUTPUT_FILE ${SHARE}/${file} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(REMOVE_RECURSE ${SHARE})
ask(man/man1/alyxlint.1 man)
ask(bash-completion/completions/alyxlint completions bash)
# Where Debian's zsh looks below /usr, and any zsh below /usr/local.
ask(zsh/vendor-completions/_alyxlint completions zsh)
ask(zsh/site-functions/_alyxlint completions zsh)
ask(fish/vendor_completions.d/alyxlint.fish completions fish)
execute_process(COMMAND gzip -9n ${SHARE}/man/man1/alyxlint.1 COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${PROGRAM} write-docs ${SHARE}/doc/alyxlint OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
file(COPY ${ROOT}/CHANGELOG.md DESTINATION ${SHARE}/doc/alyxlint)

# A static program carries its libraries; their licences ask to be carried along.
file(READ ${ROOT}/LICENSE text)
set(modules ${ROOT}/analyzer/host/grammars/node_modules)
file(GLOB carried ${modules}/tree-sitter*/LICENSE ${modules}/@*/tree-sitter*/LICENSE
     /usr/share/doc/libboost1.81-dev/copyright /usr/share/doc/libcli11-dev/copyright
     /usr/share/doc/libtomlplusplus-dev/copyright /usr/share/doc/libpugixml-dev/copyright
     /usr/share/doc/libc6-dev/copyright
     /usr/share/doc/libstdc++-12-dev/copyright)
foreach(file IN LISTS carried)
  file(READ ${file} licence)
  get_filename_component(name ${file} DIRECTORY)
  get_filename_component(name ${name} NAME)
  string(APPEND text "\n\n==== ${name}, which the programs carry ====\n\n${licence}")
endforeach()
file(WRITE ${SHARE}/doc/alyxlint/copyright "${text}")
file(TOUCH ${SHARE}/stamp)
