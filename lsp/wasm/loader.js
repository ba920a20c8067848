// What alyxls.js gives: createAlyxls(bytes of alyxls.wasm, options), a promise of a server; alyxls.d.ts describes it.
async function createAlyxls(wasm, { documentation = '' } = {}) {
  const module = await createAlyxlsModule({ wasmBinary: wasm });
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();

  // The memory is another one after it has grown: it is asked for anew each time.
  const message = (index) => {
    const begin = module._alyxls_message(index);
    return decoder.decode(module.HEAPU8.subarray(begin, begin + module._alyxls_message_size(index)));
  };
  const put = (text) => {
    const bytes = encoder.encode(text);
    const at = module._alyxls_incoming(bytes.length);
    module.HEAPU8.set(bytes, at);
  };
  const outgoing = (count) => Array.from({ length: count }, (_, index) => message(index));

  put(documentation);
  module._alyxls_start();
  return {
    handle(message) {
      put(message);
      return outgoing(module._alyxls_handle());
    },
    advance(now) {
      return outgoing(module._alyxls_advance(now));
    },
    nextDeadline() {
      const deadline = module._alyxls_next_deadline();
      return deadline < 0 ? Infinity : deadline;
    },
  };
}
if (typeof exports === 'object' && typeof module === 'object') module.exports = createAlyxls;
