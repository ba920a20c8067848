-- alyxls for Neovim 0.11 and newer: lsp/alyxls.lua of a configuration.
return {
  cmd = { 'alyxls' },
  filetypes = {
    'python', 'markdown', 'jupyter',
    'javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'sh', 'matlab',
  },
  root_markers = { 'alyxlint.toml', '.alyxlint.toml', 'pyproject.toml', '.git' },
}
