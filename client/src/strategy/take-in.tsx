import type { StrategyRow } from '@board/shared/model/strategy';
import { Suspense, useState } from 'react';
import { loadWords } from '../i18n.ts';
import { latePart } from '../ui/late-part.ts';
import { NotArrived } from '../ui/not-arrived.tsx';

interface Props {
  rows: readonly StrategyRow[];
  groupName: string;
  onClose: () => void;
}

/** Comes with its readers when it is asked for. */
const takeInDialog = latePart<Props>(
  async () => (await import('../files/own-form/take-in-dialog.tsx')).TakeInDialog,
  NotArrived,
);

/** Loads the dialog, its words and what reads files, for when the server is away. Rejects where something did not arrive. */
export async function preloadTakeIn(): Promise<void> {
  loadWords('takehome');
  await import('../files/own-form/take-in-dialog.tsx');
  await (await import('../files/own-form/ask-form.ts')).preloadFormReader();
}

/** Takes a strategy in from a file. Nothing while it is not asked for. */
export function TakeIn({ isOpen, rows, groupName, onClose }: Props & { isOpen: boolean }) {
  return isOpen ? <Asked {...{ rows, groupName, onClose }} /> : null;
}

function Asked(props: Props) {
  const [TakeInDialog] = useState(takeInDialog);
  return (
    <Suspense>
      <TakeInDialog {...props} />
    </Suspense>
  );
}
