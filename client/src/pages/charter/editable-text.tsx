import { fragmentText } from '@board/shared/model/read';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { CellText } from '../../strategy/cell-text.tsx';
import type { EditorStart, LeavingWay } from '../../strategy/editing.ts';
import { useFragmentVersion } from '../../strategy/follow-fragment.ts';
import { FragmentEditor } from '../../strategy/fragment-editor.tsx';
import { tellCell, usePresenceIn } from '../../strategy/presence.ts';
import { PresenceMarks } from '../../strategy/presence-marks.tsx';
import styles from './editable-text.module.css';
import { useEditing } from './editing-context.ts';

export interface EditableTextProps {
  fragment: Y.XmlFragment;
  /** The text's place, for presence. */
  cell: string;
  /** Its name: stands above it where `isItem` is not set, and is spoken. */
  label: string;
  /** Shown faintly while it is empty; never written into the document. */
  hint: string;
  /** An item has its number beside it instead of a name above it. */
  isItem?: boolean;
  /** Opens at once: it has just been added. */
  isOpened?: boolean;
  /** Splits it where the caret stands. */
  onSplit?: (place: number) => void;
}

/** One shared text of the charter: a press, or Enter, opens its editor; Escape or a press elsewhere leaves it. */
export function EditableText(props: EditableTextProps) {
  const { fragment, cell, label, hint, isItem = false, isOpened = false, onSplit } = props;
  const { t } = useTranslation('charter');
  const { t: drafting } = useTranslation('drafting');
  const { awareness, undo, mayWrite, leftOpen } = useEditing();
  const [start, setStart] = useState<EditorStart | null>(isOpened && mayWrite ? {} : null);
  const others = usePresenceIn(awareness, cell).get(cell) ?? [];
  const isOpen = start !== null && mayWrite;
  useEffect(() => {
    if (leftOpen.current === fragment) setStart({});
  }, [leftOpen, fragment]);
  useEffect(() => {
    if (leftOpen.current === fragment) leftOpen.current = null;
    if (!isOpen) return;
    tellCell(awareness, cell);
    return () => {
      tellCell(awareness, null);
      leftOpen.current = fragment;
    };
  }, [isOpen, awareness, cell, leftOpen, fragment]);
  const frame = useRef<HTMLDivElement>(null);
  const [left, setLeft] = useState<LeavingWay | null>(null);
  const leave = (way: LeavingWay): void => {
    setStart(null);
    setLeft(way);
  };
  useEffect(() => {
    if (!isOpen && left && left !== 'away') focusCover(frame.current, left);
    setLeft(null);
  }, [isOpen, left]);
  const split = onSplit && {
    label: drafting('split.here'),
    run: (place: number) => {
      leave('escape');
      onSplit(place);
    },
  };
  const name = isItem ? label : t('item.editPart', { part: label });
  return (
    <div className={styles['part']} ref={frame}>
      {!isItem && <p className={styles['label']}>{label}</p>}
      <div className={styles['text']} data-open={isOpen || undefined}>
        {isOpen ? (
          <FragmentEditor {...{ fragment, awareness, undo, label: name, start }} atCaret={split} onLeave={leave} />
        ) : (
          <>
            <TextOrHint fragment={fragment} hint={mayWrite ? hint : ''} />
            {mayWrite && (
              <button
                type="button"
                className={styles['cover']}
                aria-label={name}
                onClick={(event) => setStart(event.detail > 0 ? { point: { x: event.clientX, y: event.clientY } } : {})}
              />
            )}
          </>
        )}
        <PresenceMarks people={others} />
      </div>
    </div>
  );
}

function TextOrHint({ fragment, hint }: { fragment: Y.XmlFragment; hint: string }) {
  useFragmentVersion(fragment);
  if (hint !== '' && fragmentText(fragment) === '') return <p className={styles['hint']}>{hint}</p>;
  return <CellText fragment={fragment} />;
}

/** Where the focus goes when an editor is left with the keyboard: Escape stays at its text, Tab goes on to the next one. */
function focusCover(frame: HTMLElement | null, way: LeavingWay): void {
  const own = frame?.querySelector<HTMLElement>(`.${styles['cover']}`);
  if (!own) return;
  const all = [...document.querySelectorAll<HTMLElement>(`.${styles['cover']}`)];
  const step = way === 'next' ? 1 : way === 'previous' ? -1 : 0;
  (all[all.indexOf(own) + step] ?? own).focus();
}
