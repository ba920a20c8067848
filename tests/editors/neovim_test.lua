-- A person at a Neovim with a script and a notebook: sees, mends, reads, completes. The Neovim that runs this is the
-- person; the editor is a second one. Run by neovim.sh.
local patience = 60000 -- milliseconds; a machine that also compiles is slow
local workspace = vim.fn.getcwd() .. '/tests/editors/workspace/'

local editor = vim.fn.jobstart({ 'nvim', '--embed', '--headless', '--clean', '-n', '--cmd', 'source ' .. vim.env.CONFIGURATION }, { rpc = true })

local function call(name, ...)
  return vim.rpcrequest(editor, 'nvim_' .. name, ...)
end

local function lua(code, ...)
  return call('exec_lua', code, { ... })
end

local function await(what, condition)
  if not vim.wait(patience, condition, 20) then
    error(what .. ' did not come within ' .. patience / 1000 .. ' s; the screen has ' .. vim.inspect(call('buf_get_lines', 0, 0, -1, false)), 2)
  end
end

local function equal(actual, expected, what)
  if not vim.deep_equal(actual, expected) then
    error(what .. ' is ' .. vim.inspect(actual) .. ', expected ' .. vim.inspect(expected), 2)
  end
end

local function text()
  return table.concat(call('buf_get_lines', 0, 0, -1, false), '\n')
end

local function mistakes()
  return lua([[return vim.tbl_map(function(one)
    local line = vim.api.nvim_buf_get_lines(0, one.lnum, one.lnum + 1, true)[1]
    return { code = one.code, text = line:sub(one.col + 1, one.end_col) }
  end, vim.diagnostic.get(0))]])
end

local function open(name)
  call('command', 'edit ' .. workspace .. name)
  await('the diagnostic of ' .. name, function() return #mistakes() > 0 end)
  equal(mistakes(), { { code = 'AQ205', text = 'nicknam' } }, 'what is underlined in ' .. name)
end

--- Puts the cursor on a word and takes the code action whose title begins so.
local function fix(word, title)
  call('call_function', 'search', { word, 'w' })
  lua([[
    local title = ...
    vim.ui.select = function(items, options, choose)
      for _, item in ipairs(items) do
        if vim.startswith(options.format_item(item), title) then return choose(item) end
      end
      error('not offered: ' .. title)
    end
    vim.lsp.buf.code_action()]], title)
  await('the end of the diagnostics', function() return #mistakes() == 0 end)
end

--- The text of the window that opens for a word.
local function hover(word)
  call('call_function', 'search', { word, 'w' })
  local before = #call('list_wins')
  lua('vim.lsp.buf.hover()')
  await('the window of the hover', function() return #call('list_wins') > before end)
  local windows = call('list_wins')
  local lines = call('buf_get_lines', call('win_get_buf', windows[#windows]), 0, -1, false)
  call('win_close', windows[#windows], true)
  return table.concat(lines, '\n')
end

--- Types at the end, and asks for completions with Ctrl+X Ctrl+O. Where one alone begins with what is typed, it is taken.
local function type_and_complete(typed, completed)
  local expected = text() .. '\n' .. completed
  call('input', 'Go' .. typed .. '<C-x><C-o>')
  await('the completion', function() return text() == expected end)
  call('input', '<Esc>')
end

local function run()
  call('command', 'set omnifunc=v:lua.vim.lsp.omnifunc')
  open('script.py')
  local mended = text():gsub('nicknam_', 'nickname_')
  fix('nicknam', 'write `subject__nickname__icontains`')
  equal(text(), mended, 'the mended script')
  local said = hover('icontains')
  if not said:find('whatever the case', 1, true) then error('the hover says: ' .. said) end
  local call_of_rest = "one.alyx.rest('sessions', 'list', django='subject__"
  type_and_complete(call_of_rest .. 'nick', call_of_rest .. 'nickname')
  call('command', 'write! ' .. vim.env.HOME .. '/script.py')

  open('notebook.ipynb')
  mended = text():gsub("nicknam'", "nickname'")
  fix('nicknam', 'write `subject__nickname__icontains`')
  equal(text(), mended, 'the mended notebook')
end

local good, problem = xpcall(run, debug.traceback)
vim.fn.jobstop(editor)
if good then
  io.stdout:write('Neovim sees, mends, reads and completes\n')
  vim.cmd('qall!')
else
  local log = io.open(vim.lsp.get_log_path())
  io.stderr:write(tostring(problem), '\nlog of the client:\n', log and log:read('*a') or 'none', '\n')
  vim.cmd('cquit')
end
