import type { KnipConfig } from 'knip';

/** Style sheets name packages and each other: `@import "@fontsource-…/wght.css"`, `composes: clamped from "./clamped.module.css"`. */
const importsOfStyles = (text: string): string =>
  [...text.matchAll(/(?:@import|composes:[^;]*\sfrom)\s+["']([^"']+)["']/g)]
    .map((found) => `import '${found[1]}';`)
    .join('\n');

const config: KnipConfig = {
  workspaces: {
    '.': { entry: [], project: [] },
    shared: { entry: [], project: ['src/**/*.ts'] },
    server: {
      entry: ['src/main.ts', 'src/adapters/log-worker.ts', 'src/http/taking-up-work.ts', 'scripts/*.ts'],
      project: ['{src,scripts}/**/*.ts'],
    },
    client: { entry: ['scripts/*.ts'], project: ['{src,scripts}/**/*.{ts,tsx,css}'] },
    tests: {
      entry: [
        'scripts/{test,check}.ts',
        'browser/support/stop-at-fault.ts',
        'browser/measure/{table,twelve,offline-hour}.ts',
        'bench/{run,measure,hall/votes}.ts',
        'bench/machine/collect-on-signal.ts',
      ],
      project: ['**/*.ts', '!bench/peers/**'],
      ignoreBinaries: ['taskset'],
    },
    'tests/bench/peers': { entry: ['*.ts'], project: ['*.ts'] },
  },
  compilers: { css: importsOfStyles },
  /** The shape of what a function takes or gives is exported with it, whoever writes it down elsewhere. */
  ignoreExportsUsedInFile: { interface: true, type: true },
};

export default config;
