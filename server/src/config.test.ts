import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const read = (set: Record<string, string>) => readConfig({}, set);

test('WO40 Without any setting the server stays on this machine', () => {
  const config = read({});
  expect(config).toEqual({
    ok: true,
    value: { host: '127.0.0.1', port: 8080, dataDir: './data', publicUrl: null, createKey: null, metricsKey: null },
  });
  expect(config.ok && Object.isFrozen(config.value)).toBe(true);
});

test('WO40 What is set wins over a script’s default, and an empty setting is none', () => {
  expect(readConfig({ HOST: '0.0.0.0' }, {})).toMatchObject({ value: { host: '0.0.0.0' } });
  expect(readConfig({ HOST: '0.0.0.0' }, { HOST: '10.0.0.1' })).toMatchObject({ value: { host: '10.0.0.1' } });
  expect(read({ PORT: '', CREATE_KEY: '', METRICS_KEY: '', PUBLIC_URL: ' ' })).toMatchObject({
    value: { port: 8080, createKey: null, metricsKey: null, publicUrl: null },
  });
});

test('WO41 A public address is kept as an origin', () => {
  expect(read({ PUBLIC_URL: 'https://Board.example/' })).toMatchObject({
    value: { publicUrl: 'https://board.example' },
  });
  expect(read({ PUBLIC_URL: 'http://192.168.1.2:80' })).toMatchObject({ value: { publicUrl: 'http://192.168.1.2' } });
});

test.each([
  ['PORT', '80a'],
  ['PORT', '-1'],
  ['PORT', '65536'],
  ['PORT', '1e3'],
  ['PUBLIC_URL', 'board.example'],
  ['PUBLIC_URL', 'ftp://board.example'],
  ['PUBLIC_URL', 'https://board.example/here'],
  ['PUBLIC_URL', 'https://board.example/?a'],
  ['PUBLIC_URL', 'https://me@board.example/'],
])('WO42 A setting that cannot be meant is refused with its name: %s=%s', (name, value) => {
  const config = read({ [name]: value });
  expect(config.ok).toBe(false);
  expect(!config.ok && config.problem).toContain(name);
  expect(!config.ok && config.problem).toContain(value);
});
