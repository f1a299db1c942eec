import { expect, test } from 'vitest';
import { type Built, firstLoad, forbiddenModules, foreignHosts, gzipped } from './bundle-rules.ts';

function chunk(fileName: string, facade: string, more: Partial<Built> = {}): Built {
  const empty = { type: 'chunk', imports: [], isEntry: false, moduleIds: [], code: `/* ${fileName} */` };
  return { ...empty, fileName, facadeModuleId: facade, ...more } as unknown as Built;
}

const css = { type: 'asset', fileName: 'vote.css', source: '.ballot { color: red }' } as unknown as Built;
const output: Built[] = [
  chunk('entry.js', '/x/client/src/main.tsx', { isEntry: true, imports: ['shared.js'] } as Partial<Built>),
  chunk('vote.js', '/x/client/src/pages/vote/vote-page.tsx', {
    imports: ['ballot.js'],
    viteMetadata: { importedCss: new Set(['vote.css']) },
  } as unknown as Partial<Built>),
  chunk('ballot.js', '', {
    moduleIds: ['/x/node_modules/.pnpm/yjs@13/node_modules/yjs/dist/yjs.mjs'],
  } as Partial<Built>),
  chunk('shared.js', ''),
  chunk('words.js', '/x/client/src/locales/en/vote.json'),
  chunk('group.js', '/x/client/src/pages/group/group-page.tsx'),
  css,
];
const page = /\/pages\/vote\/[^/]+\.tsx$/;
const words = /\/locales\/en\//;

test('HO6 the first load is the entry, the page, what they import, their styles and words, and nothing else', () => {
  const names = firstLoad(output, page, words).map((file) => file.fileName);
  expect(names.sort()).toEqual(['ballot.js', 'entry.js', 'shared.js', 'vote.css', 'vote.js', 'words.js']);
  expect(gzipped([css])).toBeGreaterThan(20);
  expect(() => firstLoad(output, /\/pages\/nowhere\//, words)).toThrow();
});

test('HO6 a forbidden module deep in the load is found', () => {
  expect(forbiddenModules(firstLoad(output, page, words))).toEqual([expect.stringContaining('/yjs/')]);
  expect(forbiddenModules([output[3]!])).toEqual([]);
});

test('HO6 what would be fetched from another host is told apart from addresses that are only words', () => {
  const asset = (source: string): Built => ({ type: 'asset', fileName: 'a.js', source }) as unknown as Built;
  expect(foreignHosts(asset('fetch("https://elsewhere.example/x")'))).toHaveLength(1);
  expect(
    foreignHosts(asset('@import "//elsewhere.example/x.css"; a { background: url(https://a.example/b.png) }')),
  ).toHaveLength(2);
  expect(foreignHosts(asset('<script src="http://elsewhere.example/a.js">'))).toHaveLength(1);
  expect(foreignHosts(asset('const space = "http://www.w3.org/2000/svg"; fetch("/api/server")'))).toEqual([]);
});
