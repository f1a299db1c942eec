import { applyChange, changeBetween, moveCaret, rebased } from '@board/shared/model/plain-edit';
import { plainOf } from '@board/shared/model/plain-paragraphs';
import { limits } from '@board/shared/protocol/limits';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import field from '../ui/field.module.css';
import hidden from '../ui/visually-hidden.module.css';
import { plainCell, weightOf } from './clipboard/lines.ts';
import styles from './plain-field.module.css';

export interface PlainFieldProps {
  fragment: Y.XmlFragment;
  /** The origin of what is typed, so that it can be undone. */
  origin: unknown;
  /** For what is spoken; the sheet's title is what is seen. */
  label: string;
  hint: string;
}

/**
 * A shared text as a plain text field of the browser. What is typed is written at once, as a difference; what others
 * write appears around the caret, but not while an input method is composing a word: then the field is left alone.
 */
export function PlainField({ fragment, origin, label, hint }: PlainFieldProps) {
  const { t } = useTranslation('strategy');
  const id = useId();
  const place = useRef<HTMLTextAreaElement>(null);
  const isComposing = useRef(false);
  /** What the field showed before the latest input. */
  const shown = useRef('');
  const showAll = (area: HTMLTextAreaElement): void => {
    show(area, plainOf(fragment));
    shown.current = area.value;
  };
  useEffect(() => {
    const area = place.current;
    if (!area) return;
    area.value = plainOf(fragment);
    shown.current = area.value;
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
    const onChange = (): void => {
      if (isComposing.current) return;
      show(area, plainOf(fragment));
      shown.current = area.value;
    };
    fragment.observeDeep(onChange);
    return () => fragment.unobserveDeep(onChange);
  }, [fragment]);
  const [isFull, setFull] = useState(false);
  const write = (area: HTMLTextAreaElement): void => {
    const before = shown.current;
    const isTooMuch = area.value.length > before.length && weightOf(plainCell(area.value)) > limits.cellText;
    setFull(isTooMuch);
    if (isTooMuch) {
      showAll(area);
      return;
    }
    shown.current = area.value;
    const others = changeBetween(before, plainOf(fragment));
    applyChange(fragment, rebased(changeBetween(before, area.value), others), origin);
  };
  return (
    <div className={field['field']}>
      <label className={hidden['hidden']} htmlFor={id}>
        {label}
      </label>
      <span className={field['hint']} id={`${id}-hint`}>
        {hint}
      </span>
      <textarea
        id={id}
        ref={place}
        className={`${field['area']} ${styles['area']}`}
        aria-describedby={`${id}-hint`}
        dir="auto"
        onInput={(event) => write(event.currentTarget)}
        onCompositionStart={() => {
          isComposing.current = true;
        }}
        onCompositionEnd={(event) => {
          isComposing.current = false;
          showAll(event.currentTarget);
        }}
      />
      {isFull && (
        <span className={field['error']} role="alert">
          {t('editor.full', { most: limits.cellText })}
        </span>
      )}
    </div>
  );
}

/** Shows a text that others have changed; the caret stays between the same words. */
function show(area: HTMLTextAreaElement, text: string): void {
  if (area.value === text) return;
  const change = changeBetween(area.value, text);
  const { selectionStart, selectionEnd, scrollTop } = area;
  area.value = text;
  area.setSelectionRange(moveCaret(selectionStart, change), moveCaret(selectionEnd, change));
  area.scrollTop = scrollTop;
}
