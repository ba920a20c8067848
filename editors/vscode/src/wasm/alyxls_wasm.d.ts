// What the WebAssembly build of the server exports; build.mjs says where it lies.
declare module 'alyxls-wasm' {
  export default function createAlyxls(wasm: Uint8Array): Promise<import('./loop').WasmServer>;
}
