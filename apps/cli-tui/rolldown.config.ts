import { defineConfig } from 'rolldown';

/** One bundle for `kneepoint`, behind an entry that any Node can read, and one file for each of its threads, the load's and the probes'; what has native parts stays a dependency. */
export default defineConfig({
  input: {
    main: 'src/start.ts',
    'load-worker': '../../packages/core/src/run/load-worker.ts',
    'probe-worker': '../../packages/runner-agent/src/probes/probe-worker.ts',
  },
  platform: 'node',
  external: ['better-sqlite3', '@huggingface/tokenizers', 'koffi', 'react-devtools-core'],
  // The screens' library has checks for its own developers, which cost a screen half its speed.
  transform: { define: { 'process.env.NODE_ENV': JSON.stringify('production') } },
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunk-[name]-[hash].js',
    cleanDir: true,
  },
});
