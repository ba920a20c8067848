-- Starts alyxls in Neovim 0.7 to 0.10: a file of plugin/ in a configuration.
vim.cmd([[autocmd BufNewFile,BufRead *.ipynb set filetype=jupyter syntax=json]])

local client
vim.api.nvim_create_autocmd('FileType', {
  pattern = {
    'python', 'markdown', 'jupyter',
    'javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'sh', 'matlab',
  },
  callback = function(event)
    if not client or vim.lsp.client_is_stopped(client) then
      client = vim.lsp.start_client({ name = 'alyxls', cmd = { 'alyxls' }, root_dir = vim.fn.getcwd() })
    end
    vim.lsp.buf_attach_client(event.buf, client)
  end,
})
