-- alyxls for Neovim 0.11 and newer: the file lsp/alyxls.lua of a configuration.
vim.filetype.add({ extension = { ipynb = 'jupyter' } })

return {
  cmd = { 'alyxls' },
  filetypes = { 'python', 'markdown', 'jupyter' },
  root_markers = { 'alyxlint.toml', '.alyxlint.toml', 'pyproject.toml', '.git' },
}
