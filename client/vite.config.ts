import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const board = 'http://127.0.0.1:8080';

/**
 * The parts that nearly every page is built from, the voting page on a phone among them: one file with everything they
 * import, instead of thirty small ones that each cost a request on a weak network and compress badly.
 */
const everyPage =
  /\/client\/src\/(?:main\.tsx|ui\/(?:banner|button|empty-state|hall\/hall-strip|link-button|page|radio-cards|text-area|text-field|workshop-header|waiting)\.tsx|sync\/me\.ts|api\/commands\.ts)$/;

/** The voting page, and what it shares with the few others that show votes: one file too. */
const votePage = /\/client\/src\/pages\/vote\/vote-page\.tsx$/;

/** How long the bundler's parts took is nothing to whoever starts the board; all its other warnings are told. */
const checks = { bundlerTimings: false };

/** `vite build client` writes client/dist, which the server serves; `vite client` is for working on the pages beside a running server. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  /** A worker's parts are loaded as it needs them: nobody who pastes text fetches the reader of PDFs. */
  worker: { format: 'es', rolldownOptions: { checks } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    /** The byte budgets are measured from the manifest. */
    manifest: true,
    /** A font inside a style sheet would be loaded by everybody, whatever script they read. */
    assetsInlineLimit: 0,
    rolldownOptions: {
      checks,
      output: {
        codeSplitting: {
          groups: [
            { name: 'frame', test: everyPage, priority: 2 },
            { name: 'ballot', test: votePage, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': board,
      '/health': board,
      '/sync': { target: board, ws: true },
      '/live': { target: board, ws: true },
    },
  },
});
