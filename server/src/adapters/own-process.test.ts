import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';

const address = (name: string): string => JSON.stringify(new URL(name, import.meta.url).href);

test('DO64 a fault that nothing caught is told without its words, and the process goes on', async () => {
  const script = `
    import { onFault } from ${address('./own-process.ts')};
    import { faultOf } from ${address('../fault.ts')};
    onFault((problem) => console.log('told', faultOf(problem)));
    setTimeout(() => { throw new RangeError('what somebody wrote'); });
    setTimeout(() => Promise.reject(new TypeError('what somebody wrote')));
    setTimeout(() => console.log('still here'), 200);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  expect(said.match(/told (RangeError|TypeError)/g)).toEqual(['told RangeError', 'told TypeError']);
  expect(said).toContain('still here');
  expect(said).not.toContain('somebody');
});
