// The thread of Node in which the WebAssembly server runs.
import { parentPort } from 'node:worker_threads';
import createAlyxls from 'alyxls-wasm';
import { serve } from './loop';

serve(
  {
    post: (message) => parentPort?.postMessage(message),
    onMessage: (listener) => void parentPort?.on('message', listener),
  },
  createAlyxls,
);
