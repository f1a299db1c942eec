import { resolve } from 'node:path';
import { fail } from '@board/shared/result';
import { asideInThread } from './adapters/aside.ts';
import { backupsFolder, removeUnfinished } from './adapters/backup.ts';
import { calmJournal } from './adapters/calm-journal.ts';
import { builtClientFolder, filesOf } from './adapters/client-folder.ts';
import { complain, say } from './adapters/console.ts';
import { makeFolder } from './adapters/durable-file.ts';
import { type FolderLock, lockFolder } from './adapters/folder-lock.ts';
import { pinoJournal } from './adapters/journal.ts';
import { startAgainCode } from './adapters/kept-running.ts';
import { openRegistry } from './adapters/lowdb-registry.ts';
import { networkAddresses } from './adapters/network.ts';
import { endProcess, endWithKeeper, keepFilesPrivate, onFault, onStopSignal } from './adapters/own-process.ts';
import { prometheusMeter } from './adapters/prometheus-meter.ts';
import { removeDrafts } from './adapters/restore-files.ts';
import { systemClock } from './adapters/system-clock.ts';
import { openTrials } from './adapters/trials.ts';
import { openWorkshopFiles, type WorkshopFilesOptions, workshopsFolder } from './adapters/workshop-files.ts';
import { Backlog } from './backlog.ts';
import { type Config, readConfig } from './config.ts';
import { demonstration } from './demonstration/content.ts';
import { faultOf } from './fault.ts';
import { isEverywhere, isPublic, ownAddress, reachableAddresses } from './http/addresses.ts';
import { buildApp } from './http/app.ts';
import { openTakingUp } from './http/taking-up.ts';
import type { Clock, Journal } from './ports.ts';
import { openRooms } from './room/rooms.ts';
import { attachSockets } from './socket/sockets.ts';
import { Workshops } from './workshop/directory.ts';
import { surveyWorkshops } from './workshop/survey.ts';

/** What a test may put in the place of the real thing. */
export interface ServerAdapters {
  clock: Clock;
  journal: Journal;
  /** The folder of the built client; null serves commands only. */
  clientFolder: string | null;
  /** Called when nothing can be stored any more and only a new start helps. */
  onBroken(): void;
}

export interface RunningServer {
  /** For a browser on this machine, such as `http://127.0.0.1:8080`. */
  address: string;
  /** For others, best first. */
  addresses: string[];
  readonly journal: Journal;
  /** Takes no new connections, stores everything and lets go of all files. */
  close(): Promise<void>;
}

/** Why the server cannot start, as a sentence for the person who runs it. */
export class StartProblem extends Error {}

/** Milliseconds that running commands get when the server stops. */
const stopPatience = 5_000;
/** Milliseconds after which a stopping process ends in any case: service managers kill at ten seconds. */
const stopLimit = 9_500;

/** Starts a server. Rejects with `StartProblem` when it cannot run as it is set up. */
export async function startServer(config: Config, given: Partial<ServerAdapters> = {}): Promise<RunningServer> {
  const clock = given.clock ?? systemClock();
  const journal = calmJournal(given.journal ?? pinoJournal(), clock);
  const clientFolder = given.clientFolder === undefined ? builtClientFolder() : given.clientFolder;
  const clientFiles = clientFolder === null ? null : await filesOf(clientFolder);
  const meter = prometheusMeter();
  const files = await openFiles(config, { clock, journal, meter, onBroken: given.onBroken ?? (() => {}) });
  const trials = openTrials(clock);
  const workshops = new Workshops(files.workshops, files.registry, {
    clock,
    journal,
    makeRooms: (log, generation) => openRooms({ log, clock, journal, meter, trials, generation }),
  });
  const backlog = new Backlog();
  let isStopping = false;
  let port = config.port;
  const addresses = (): string[] => reachableAddresses(config, port, networkAddresses());
  const app = await buildApp({
    config,
    workshops,
    clock,
    journal,
    meter,
    numbers: meter,
    demonstration,
    takeUp: openTakingUp(asideInThread),
    addresses,
    backlog,
    clientFiles,
    isStopping: () => isStopping,
  });
  const sockets = attachSockets(app.server, {
    directory: workshops,
    clock,
    journal,
    meter,
    publicUrl: config.publicUrl,
    backlog,
  });
  const close = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    const callOff = clock.after(stopPatience, () => app.server.closeAllConnections());
    await sockets.close();
    await app.close();
    callOff();
    await trials.stop();
    await workshops.close();
    await files.workshops.stop();
    files.lock.release();
  };
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (problem) {
    await close();
    throw new StartProblem(listenProblem(config, problem));
  }
  const bound = app.server.address();
  if (bound !== null && typeof bound === 'object') port = bound.port;
  return { address: ownAddress(config, port), addresses: addresses(), journal, close };
}

/** Reads the environment, starts, says where, and stops at a signal. Ends the process when the start is refused. */
export async function run(defaults: Partial<Record<string, string>> = {}): Promise<void> {
  keepFilesPrivate();
  const begun = endWithKeeper();
  const config = readConfig(defaults);
  if (!config.ok) return refuse(config.problem);
  try {
    const server = await startServer(config.value, { onBroken: () => endProcess(startAgainCode) });
    welcome(config.value, server);
    onFault((problem) => server.journal.error('unforeseen-fault', { why: faultOf(problem) }));
    onStopSignal(() => void stop(server));
    begun();
  } catch (problem) {
    if (!(problem instanceof StartProblem)) throw problem;
    refuse(problem.message);
  }
}

async function openFiles(config: Config, tools: Omit<WorkshopFilesOptions, 'folder'>) {
  const { clock, journal } = tools;
  const folder = workshopsFolder(config.dataDir);
  const lock = await takeFolder(config.dataDir, folder);
  const workshops = openWorkshopFiles({ folder, ...tools });
  const registry = await openRegistry({
    folder: config.dataDir,
    clock,
    journal,
    survey: (known) => surveyWorkshops(workshops, known, journal),
  }).catch((problem: Error) => fail(`The list of workshops cannot be read or written: ${problem.message}`));
  if (registry.ok) return { workshops, registry: registry.value, lock };
  await workshops.stop();
  lock.release();
  throw new StartProblem(registry.problem);
}

/** Makes the folders and takes them for this server: two that write the same files would spoil them. What a restore or a backup has left that was ended is removed. */
async function takeFolder(dataDir: string, folder: string): Promise<FolderLock> {
  try {
    await makeFolder(folder);
    const lock = lockFolder(dataDir);
    if (lock) {
      await Promise.allSettled([removeDrafts(dataDir), removeUnfinished(backupsFolder(dataDir))]);
      return lock;
    }
  } catch (problem) {
    throw new StartProblem(`The folder ${dataDir} cannot be used: ${(problem as Error).message}`);
  }
  throw new StartProblem(
    `Another server is using the folder ${dataDir}. Stop it first, or set DATA_DIR to another folder.`,
  );
}

function listenProblem({ host, port }: Config, problem: unknown): string {
  const { code, message } = problem as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `Port ${port} is in use by another program. Set PORT to another number.`;
  if (code === 'EACCES') return `Port ${port} is reserved. Set PORT to a number above 1023.`;
  return `Cannot listen on ${host}, port ${port}: ${message}`;
}

function welcome(config: Config, { address, addresses }: RunningServer): void {
  say('', 'Workshop Board is running.', `  On this machine:       ${address}`);
  for (const other of addresses) if (other !== address) say(`  For everybody else:    ${other}`);
  if (config.publicUrl === null && !isEverywhere(config.host)) {
    say('  Only this address is served. Set HOST=0.0.0.0 to serve the local network.');
  }
  say(`  Everything is kept in: ${resolve(config.dataDir)}`, '  To stop: Ctrl+C', '');
  if (config.createKey !== null) return;
  if (isPublic(config, networkAddresses())) {
    complain(
      'WARNING: strangers on the internet can reach this server, and anybody who does can create workshops.',
      'WARNING: set CREATE_KEY to a secret of your own, and start again.',
    );
  } else if (isEverywhere(config.host)) {
    say('Anybody on this network can create a workshop. Set CREATE_KEY to a secret of your own to prevent it.', '');
  }
}

async function stop(server: RunningServer): Promise<void> {
  say('Stopping: everything is being stored.');
  systemClock().after(stopLimit, () => {
    complain('Stopping takes too long. What was told to be stored is stored.');
    endProcess(1);
  });
  await server.close();
  say('Stopped.');
  endProcess(0);
}

function refuse(why: string): void {
  complain(why);
  endProcess(1);
}

if (import.meta.main) await run();
