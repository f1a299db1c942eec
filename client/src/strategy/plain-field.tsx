import { limits } from '@board/shared/protocol/limits';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import field from '../ui/field.module.css';
import hidden from '../ui/visually-hidden.module.css';
import { isTooLong } from './clipboard/lines.ts';
import styles from './plain-field.module.css';
import { TextBehind } from './text-behind.ts';

export interface PlainFieldProps {
  fragment: Y.XmlFragment;
  /** The origin of what is typed, so that it can be undone. */
  origin: unknown;
  /** For what is spoken; the sheet's title is what is seen. */
  label: string;
  hint: string;
  /** Calls back once, when the field may have the focus, with what was typed before it was there: written at the end. */
  handOver?: (begin: (typed: string) => void) => void;
}

/**
 * A shared text as a plain text field of the browser. What is typed is written at once, as a difference; what others
 * write appears around the caret, but not while an input method is composing a word: then the field is left alone.
 */
export function PlainField({ fragment, origin, label, hint, handOver }: PlainFieldProps) {
  const { t } = useTranslation('strategy');
  const id = useId();
  const place = useRef<HTMLTextAreaElement>(null);
  const isComposing = useRef(false);
  const behind = useRef<TextBehind | null>(null);
  const [isFull, setFull] = useState(false);
  const begin = useRef(handOver ?? ((take: (typed: string) => void) => take('')));
  useEffect(() => {
    const area = place.current;
    if (!area) return;
    const text = new TextBehind(fragment);
    behind.current = text;
    area.value = text.shown;
    const onChange: Parameters<Y.XmlFragment['observeDeep']>[0] = (events) => {
      text.follow(events);
      if (!isComposing.current) show(area, text);
    };
    fragment.observeDeep(onChange);
    begin.current((typed) => {
      area.focus();
      const isTooMuch = typed !== '' && isTooLong(text.shown + typed);
      setFull(isTooMuch);
      if (typed !== '' && !isTooMuch) {
        text.write(text.shown + typed, origin);
        area.value = text.shown;
      }
      area.setSelectionRange(area.value.length, area.value.length);
    });
    begin.current = () => {};
    return () => fragment.unobserveDeep(onChange);
  }, [fragment, origin]);
  const write = (area: HTMLTextAreaElement): void => {
    const text = behind.current;
    if (!text) return;
    const isTooMuch = area.value.length > text.shown.length && isTooLong(area.value);
    setFull(isTooMuch);
    if (isTooMuch) show(area, text);
    else text.write(area.value, origin);
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
          write(event.currentTarget);
          if (behind.current) show(event.currentTarget, behind.current);
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

/** Shows what others have written; the caret stays behind the same sign. */
function show(area: HTMLTextAreaElement, behind: TextBehind): void {
  const { text, placeOf } = behind.catchUp();
  if (area.value === text) return;
  const { selectionStart, selectionEnd, scrollTop } = area;
  area.value = text;
  area.setSelectionRange(placeOf(selectionStart), placeOf(selectionEnd));
  area.scrollTop = scrollTop;
}
