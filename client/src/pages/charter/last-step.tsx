import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useEditing } from './editing-context.ts';

/** Something that was done to whole items, in words. */
interface Done {
  words: string;
  /** The words on the button that takes it back. */
  back: string;
  /** Somebody else has done the same at the same time, and it is theirs that stands: taking it back would bring words twice. */
  isMoot?: () => boolean;
}

/**
 * Carries out what touches whole items, each as a step of its own, and offers to take the last one back as long as nothing
 * else was done since. `step` tells what was done; null when nothing was.
 */
export function useLastStep(): { carryOut: (step: () => Done | null) => void; notice: ReactNode } {
  const { doc, undo } = useEditing();
  const mayBeMoot = useRef<{ step: unknown; isMoot: () => boolean }[]>([]);
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
  useEffect(() => {
    if (!undo) return;
    const dropMoot = (): void => {
      for (const { step, isMoot } of mayBeMoot.current) {
        if (!isMoot()) continue;
        undo.undoStack = undo.undoStack.filter((one) => one !== step);
        setLast((now) => (now?.step === step ? null : now));
      }
      mayBeMoot.current = mayBeMoot.current.filter(({ step }) => undo.undoStack.some((one) => one === step));
    };
    doc.on('update', dropMoot);
    return () => doc.off('update', dropMoot);
  }, [doc, undo]);
  const carryOut = (act: () => Done | null): void => {
    // Taking it back must not take back what was typed just before.
    undo?.stopCapturing();
    const done = act();
    undo?.stopCapturing();
    if (!done) return;
    const step = undo?.undoStack.at(-1);
    if (done.isMoot) mayBeMoot.current.push({ step, isMoot: done.isMoot });
    setLast({ ...done, step });
  };
  const notice = last && (
    <Banner action={<Button onPress={() => undo?.undo()}>{last.back}</Button>}>{last.words}</Banner>
  );
  return { carryOut, notice };
}
