import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { TextField } from '../../ui/text-field.tsx';
import styles from './pickers.module.css';

export interface PickOption {
  key: string;
  isChosen: boolean;
  content: ReactNode;
}

export interface PickListProps {
  label: string;
  hint: string;
  listLabel: string;
  typed: string;
  onType: (text: string) => void;
  options: readonly PickOption[];
  onPick: (key: string) => void;
}

/**
 * A field and the list of what fits it. The focus stays in the field: arrow keys move along the list, Enter chooses or
 * takes away what is marked, or the first; a press does the same.
 */
export function PickList({ label, hint, listLabel, typed, onType, options, onPick }: PickListProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [marked, setMarked] = useState<string | null>(null);
  const at = options.findIndex(({ key }) => key === marked);
  useEffect(() => {
    if (at >= 0) list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const next = at < 0 && step < 0 ? options.length - 1 : at + step;
      setMarked(options[(next + options.length) % Math.max(1, options.length)]?.key ?? null);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const option = options[at] ?? (typed.trim() === '' ? undefined : options[0]);
      if (option) onPick(option.key);
    }
  };
  return (
    <>
      <TextField
        label={label}
        hint={hint}
        value={typed}
        onChange={(text) => {
          setMarked(null);
          onType(text);
        }}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded={options.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        autoComplete="off"
        autoFocus
        {...(at >= 0 ? { 'aria-activedescendant': `${id}-${options[at]!.key}` } : {})}
      />
      <div ref={list} id={`${id}-list`} className={styles['options']} {...asList(listLabel)}>
        {options.map(({ key, isChosen, content }) => (
          <button
            key={key}
            id={`${id}-${key}`}
            type="button"
            tabIndex={-1}
            data-marked={key === marked || undefined}
            className={styles['option']}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(key)}
            {...asOption(isChosen)}
          >
            {content}
          </button>
        ))}
      </div>
    </>
  );
}

/** Spoken as a list to choose from; the browser's own takes plain words only. */
function asList(label: string) {
  return { role: 'listbox', 'aria-label': label, 'aria-multiselectable': true };
}

function asOption(isChosen: boolean) {
  return { role: 'option', 'aria-selected': isChosen };
}
