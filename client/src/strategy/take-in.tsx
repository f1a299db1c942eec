import type { StrategyRow } from '@board/shared/model/strategy';
import { lazy, Suspense } from 'react';

/** Comes with its readers when it is asked for. */
const TakeInDialog = lazy(async () => ({
  default: (await import('../files/own-form/take-in-dialog.tsx')).TakeInDialog,
}));

/** Takes a strategy in from a file. Nothing while it is not asked for. */
export function TakeIn(props: {
  isOpen: boolean;
  rows: readonly StrategyRow[];
  groupName: string;
  onClose: () => void;
}) {
  const { isOpen, rows, groupName, onClose } = props;
  if (!isOpen) return null;
  return (
    <Suspense>
      <TakeInDialog {...{ rows, groupName, onClose }} />
    </Suspense>
  );
}
