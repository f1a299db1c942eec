import { complain, say } from '../src/adapters/console.ts';
import { pinoJournal } from '../src/adapters/journal.ts';
import { keepFilesPrivate } from '../src/adapters/own-process.ts';
import { systemClock } from '../src/adapters/system-clock.ts';
import { readConfig } from '../src/config.ts';
import { type Restored, restore } from '../src/restore.ts';

/** Puts workshops of a backup in place while no server runs: what `pnpm restore <backup> [workshop…]` does. */
async function run([from, ...only]: readonly string[]): Promise<boolean> {
  keepFilesPrivate();
  const config = readConfig();
  if (!config.ok || from === undefined) {
    complain(config.ok ? 'Which backup? Give its folder, or one workshop’s file.' : config.problem);
    return false;
  }
  const tools = { clock: systemClock(), journal: pinoJournal(process.stderr) };
  const restored = await restore({ dataDir: config.value.dataDir, from, only }, tools);
  if (!restored.ok) {
    complain(restored.problem);
    return false;
  }
  for (const one of restored.value) tell(one);
  say(
    'Start the board again. Pages that are still open are told that the documents start anew from the backup; what they',
    'hold beyond it is kept on their device and offered back. Whoever joined after the backup joins again.',
  );
  return true;
}

function tell({ id, joinCode, aside, takenAway, uncounted }: Restored): void {
  say(`${id}  restored, join code ${joinCode}`);
  if (aside !== null) say(`  What was here is kept in ${aside}`);
  if (takenAway === null) {
    complain('  What was here could not be read: people who were removed since the backup, and a join code that was');
    complain(
      '  revoked since then, are back, and strategies that were closed since then are open. Look at people and groups.',
    );
  } else if (takenAway > 0) say(`  Removals and other changes of rights made since the backup: ${takenAway}, kept`);
  if (uncounted > 0)
    say(`  Votes that were open: ${uncounted}, closed without a count, since a backup holds no ballots. Ask again.`);
}

if (!(await run(process.argv.slice(2)))) process.exitCode = 1;
