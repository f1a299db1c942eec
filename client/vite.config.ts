import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const board = 'http://127.0.0.1:8080';

/** `vite build client` writes client/dist, which the server serves; `vite client` is for working on the pages beside a running server. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    /** The byte budgets are measured from the manifest. */
    manifest: true,
    /** A font inside a style sheet would be loaded by everybody, whatever script they read. */
    assetsInlineLimit: 0,
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
