import { type ReactNode, useEffect, useState } from 'react';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useEditing } from './editing-context.ts';

/** Something that was done to whole items, in words. */
interface Done {
  words: string;
  /** The words on the button that takes it back. */
  back: string;
}

/**
 * Carries out what touches whole items, each as a step of its own, and offers to take the last one back as long as nothing
 * else was done since. `step` tells what was done; null when nothing was.
 */
export function useLastStep(): { carryOut: (step: () => Done | null) => void; notice: ReactNode } {
  const { undo } = useEditing();
  const [last, setLast] = useState<(Done & { step: unknown }) | null>(null);
  useEffect(() => {
    if (!undo || !last) return;
    const forget = (): void => {
      if (undo.undoStack.at(-1) !== last.step) setLast(null);
    };
    undo.on('stack-item-added', forget);
    undo.on('stack-item-popped', forget);
    return () => {
      undo.off('stack-item-added', forget);
      undo.off('stack-item-popped', forget);
    };
  }, [undo, last]);
  const carryOut = (step: () => Done | null): void => {
    // Taking it back must not take back what was typed just before.
    undo?.stopCapturing();
    const done = step();
    undo?.stopCapturing();
    if (done) setLast({ ...done, step: undo?.undoStack.at(-1) });
  };
  const notice = last && (
    <Banner action={<Button onPress={() => undo?.undo()}>{last.back}</Button>}>{last.words}</Banner>
  );
  return { carryOut, notice };
}
