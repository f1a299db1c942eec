import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeFile } from '../../files/export/make-file.ts';
import type { FileOrder, MadeFile } from '../../files/export/orders.ts';
import { type Absent, gather, type Wanted } from './gather.ts';
import { preloadDocuments } from './preload-documents.ts';
import { isNothingThere, type WhyFailed, whyFailed } from './why-failed.ts';

/** What became of the last order. */
export type Making =
  | { state: 'none' }
  | { state: 'busy'; order: FileOrder }
  | {
      state: 'made';
      order: FileOrder;
      name: string;
      missing: string[];
      absent: readonly Absent[];
      lacksDecided: boolean;
    }
  | { state: 'failed'; order: FileOrder; why: WhyFailed };

/** Makes one file at a time and hands it to the browser. A new order, or leaving the page, stops the one before. */
export function useMaking(wanted: Wanted): { making: Making; make: (order: FileOrder) => void } {
  const { i18n } = useTranslation('takehome');
  const [making, setMaking] = useState<Making>({ state: 'none' });
  const stop = useRef<AbortController | null>(null);
  useEffect(() => {
    // An order asks for it again.
    preloadDocuments(i18n.language).catch(() => {});
  }, [i18n.language]);
  useEffect(() => () => stop.current?.abort(), []);
  const make = async (order: FileOrder): Promise<void> => {
    stop.current?.abort();
    const stopper = new AbortController();
    stop.current = stopper;
    setMaking({ state: 'busy', order });
    const done = await made(order, wanted, i18n.language, stopper.signal).catch(
      (problem: unknown): Making => ({ state: 'failed', order, why: whyFailed(problem) }),
    );
    if (done === null || stopper.signal.aborted) return;
    setMaking(done);
  };
  return { making, make: (order) => void make(order) };
}

async function made(order: FileOrder, wanted: Wanted, language: string, signal: AbortSignal): Promise<Making | null> {
  const gathered = await gather(order, wanted, signal);
  if (gathered === null) return null;
  if (isNothingThere(order, gathered)) return { state: 'failed', order, why: 'absent' };
  const { file, absent, lacksDecided } = gathered;
  const isAboutGroups = order.what === 'consolidated' || order.what === 'everything';
  const missing = file.groups.filter(({ strategy }) => strategy === null).map(({ name }) => name);
  const answer = await makeFile(order, file, language, signal);
  if (answer === null) return null;
  if (!answer.ok) return { state: 'failed', order, why: 'broken' };
  handOver(answer.made);
  return { state: 'made', order, name: answer.made.name, missing: isAboutGroups ? missing : [], absent, lacksDecided };
}

/** Milliseconds after which a browser has surely taken the file. */
const handOverTime = 60_000;

function handOver({ name, type, bytes }: MadeFile): void {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), handOverTime);
}
