import { readStrategy } from '@board/shared/model/strategy';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/announcements.ts';
import { useTable } from '../table-context.ts';
import { openTextIn } from './open-text.ts';
import { knownPartners, offeredPartners } from './partner-names.ts';
import { useNamedPartners } from './picker-facts.tsx';
import styles from './pickers.module.css';

/** What the open text stands in: a cell of the table, or the sheet of a phone. */
const frames = '[data-cell], dialog';

/**
 * Names of partners below the cell that is open, for what is being written. The focus stays in the text: Alt with an
 * arrow marks a name, Enter then writes it, a press does too; all other keys are the text's own.
 */
export function PartnerOffer({ text }: { text: string }) {
  const { t } = useTranslation('pickers');
  const { doc } = useTable();
  const partners = useNamedPartners();
  const place = useRef<HTMLDivElement>(null);
  const [before, setBefore] = useState('');
  const [marked, setMarked] = useState(-1);
  const known = useMemo(() => knownPartners(readStrategy(doc), partners), [doc, partners]);
  const offered = offeredPartners(known, text, before);
  const at = marked < offered.length ? marked : -1;
  const keys = useRef<(event: KeyboardEvent) => void>(() => {});
  const frame = (): Element | null => place.current?.closest(frames) ?? null;
  const write = (name: string): void => {
    const element = frame();
    if (element) openTextIn(element)?.complete(name);
    setMarked(-1);
  };
  const mark = (next: number): void => {
    setMarked(next);
    const name = offered[next];
    if (name !== undefined) announce(t('partners.chosen', { name }));
  };
  useEffect(() => {
    keys.current = (event) => onKey(event, { offered, at, mark, write });
  });
  useEffect(() => {
    const element = place.current?.closest(frames);
    if (!element) return;
    const onKeyDown = (event: Event): void => keys.current(event as KeyboardEvent);
    const look = (): void => setBefore(openTextIn(element)?.before() ?? '');
    // Before the editor and the table hear of the key.
    element.addEventListener('keydown', onKeyDown, true);
    document.addEventListener('selectionchange', look);
    element.addEventListener('input', look);
    return () => {
      element.removeEventListener('keydown', onKeyDown, true);
      document.removeEventListener('selectionchange', look);
      element.removeEventListener('input', look);
    };
  }, []);
  return (
    <div ref={place} className={styles['aids']} hidden={offered.length === 0} title={t('partners.keys')}>
      <fieldset className={styles['names']} aria-label={`${t('partners.label')}. ${t('partners.keys')}`}>
        {offered.map((name, index) => (
          <button
            key={name}
            type="button"
            tabIndex={-1}
            dir="auto"
            className={styles['name']}
            data-marked={index === at || undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => write(name)}
          >
            {name}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

interface Offer {
  offered: readonly string[];
  at: number;
  mark: (next: number) => void;
  write: (name: string) => void;
}

function onKey(event: KeyboardEvent, { offered, at, mark, write }: Offer): void {
  if (event.isComposing || offered.length === 0) return;
  const take = (): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    take();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    mark((Math.max(at, step < 0 ? 0 : -1) + step + offered.length) % offered.length);
  } else if (at >= 0 && event.key === 'Enter') {
    take();
    write(offered[at]!);
  } else if (at >= 0 && event.key === 'Escape') {
    take();
    mark(-1);
  } else if (at >= 0 && event.key !== 'Alt') mark(-1);
}
