// The web worker in which the WebAssembly server runs.
import createAlyxls from 'alyxls-wasm';
import { serve } from './loop';

serve(
  {
    post: (message) => self.postMessage(message),
    onMessage: (listener) => {
      self.onmessage = (event: MessageEvent) => listener(event.data);
    },
  },
  createAlyxls,
);
