import { expect, test } from 'vitest';
import { cycles } from './cycles.ts';
import { breaches } from './import-law.ts';
import { readSource } from './sources.ts';

const law = (path: string, text: string) => breaches([readSource(path, text)]);

test('HO2 shared knows nobody, server and client never meet, and types count', () => {
  expect(law('shared/src/a.ts', `import type { X } from '@board/server/ports';`)).toHaveLength(1);
  expect(law('client/src/a.tsx', `export type { X } from '../../server/src/ports.ts';`)).toHaveLength(1);
  expect(law('client/src/a.tsx', `type X = import('@board/server/ports').X;`)).toHaveLength(1);
  expect(law('server/src/room/a.ts', `const x = await import('@board/client/src/main.tsx');`)).toHaveLength(1);
  expect(law('client/src/a.ts', `import { x } from '@board/shared/ids';`)).toEqual([]);
  expect(law('tests/sim/a.ts', `import { x } from '@board/server/room/room'; import '@board/client/main';`)).toEqual(
    [],
  );
});

test('HO2 inside the server nobody reaches up, across, or into the adapters', () => {
  expect(law('server/src/room/a.ts', `import { x } from '../workshop/fold.ts';`)).toHaveLength(1);
  expect(law('server/src/socket/a.ts', `import { x } from '../http/app.ts';`)).toHaveLength(1);
  expect(law('server/src/workshop/a.ts', `import { x } from '../adapters/clock.ts';`)).toHaveLength(1);
  expect(law('server/src/elsewhere/a.ts', `export const x = 1;`)).toHaveLength(1);
  expect(law('server/src/workshop/a.ts', `import { x } from '../room/room.ts'; import '../ports.ts';`)).toEqual([]);
  expect(law('server/src/ports.ts', `import type { Decision } from './workshop/decisions.ts';`)).toEqual([]);
  expect(law('server/src/main.ts', `import './adapters/clock.ts'; import './http/app.ts';`)).toEqual([]);
  expect(law('server/src/workshop/a.test.ts', `import '../adapters/clock.ts';`)).toEqual([]);
});

test('HO2 only adapters touch disk, clock and console; only config.ts reads the environment', () => {
  const touching = `import 'node:fs'; console.log(Date.now(), new Date(), process.env['A']); setTimeout(f, 1);`;
  expect(law('server/src/room/a.ts', touching)).toHaveLength(6);
  expect(law('server/src/adapters/a.ts', touching)).toEqual([]);
  expect(law('server/src/config.ts', `export const port = process.env['PORT'];`)).toEqual([]);
  expect(law('server/src/config.ts', `console.log(1);`)).toHaveLength(1);
  const harmless = `// Date.now()\nconst journal = { console: 'console.log', setTimeout: 1 }; clock.setTimeout(journal.console, new Date(5));`;
  expect(law('server/src/room/a.ts', harmless)).toEqual([]);
});

test('HO3 circles of imports are found, with those of types, and trees are not taken for circles', () => {
  const files = {
    'shared/src/a.ts': `import type { B } from './b.ts';`,
    'shared/src/b.ts': `import { c } from './c.ts';`,
    'shared/src/c.ts': `export { a } from './a.ts'; import './d.ts';`,
    'shared/src/d.ts': `export const d = 1;`,
    'shared/src/e.ts': `import './d.ts'; import './c.ts';`,
  };
  const sources = Object.entries(files).map(([path, text]) => readSource(path, text));
  expect(cycles(sources)).toEqual([['shared/src/a.ts', 'shared/src/b.ts', 'shared/src/c.ts']]);
});
