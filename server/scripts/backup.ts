import { backUp, backupsFolder } from '../src/adapters/backup.ts';
import { complain, say } from '../src/adapters/console.ts';
import { keepFilesPrivate } from '../src/adapters/own-process.ts';
import { readConfig } from '../src/config.ts';

/** Copies all workshops while the board runs or not: what `pnpm backup [folder]` does. */
async function run(into: string | undefined): Promise<boolean> {
  keepFilesPrivate();
  const config = readConfig();
  if (!config.ok) {
    complain(config.problem);
    return false;
  }
  const { dataDir } = config.value;
  const backup = await backUp(dataDir, into ?? backupsFolder(dataDir), Date.now());
  if (!backup.ok) {
    complain(backup.problem);
    return false;
  }
  const { folder, workshops } = backup.value;
  for (const workshop of workshops) {
    if ('bytes' in workshop) say(`${workshop.id}  ${workshop.bytes} bytes`);
    else complain(`${workshop.id}  NOT COPIED: ${workshop.why}`);
  }
  say(`Backup: ${folder}`);
  return workshops.every((workshop) => 'bytes' in workshop);
}

if (!(await run(process.argv[2]))) process.exitCode = 1;
