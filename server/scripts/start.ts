import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { complain } from '../src/adapters/console.ts';
import { keepRunning } from '../src/adapters/kept-running.ts';
import { onStarterGone } from '../src/adapters/starter.ts';
import { compressClient } from './compress.ts';

/** Builds the pages and serves the board to the local network: what `pnpm start` does. */
const root = fileURLToPath(new URL('../../', import.meta.url));

function buildClient(): Promise<number | null> {
  const build = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build', 'client', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    build.on('error', reject);
    build.on('close', resolve);
  });
}

console.log('Building the pages. This takes a few seconds.');
if ((await buildClient()) === 0) {
  await compressClient(`${root}client/dist`);
  const stop = new AbortController();
  onStarterGone(() => stop.abort());
  // A hall's phones must reach it; a server that is started by hand stays on this machine.
  process.exitCode = await keepRunning({
    script: `${root}server/src/main.ts`,
    env: { HOST: '0.0.0.0', ...process.env },
    fell: (how) => complain(`The server has fallen (${how}) and is started again. What was told to be saved is saved.`),
    stop: stop.signal,
  });
} else {
  console.error('The pages could not be built; see above. The server was not started.');
  process.exitCode = 1;
}
