import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { readChoice, writeChoice } from '../device-choices.ts';
import { useFormat } from '../format.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { readPresence } from './presence.ts';
import { Summary } from './presence-summary.ts';
import { useTable } from './table-context.ts';
import { rowOfKey } from './table-model.ts';

/** Tells a screen reader, seldom and politely, what others write; a button switches that off for this device. */
export function PresenceVoice() {
  const { t } = useTranslation('strategy');
  const [isOn, setOn] = useState(() => readChoice('tell-of-others') !== 'no');
  const toggle = (isChosen: boolean): void => {
    writeChoice('tell-of-others', isChosen ? 'yes' : 'no');
    setOn(isChosen);
  };
  return (
    <>
      <Checkbox isSelected={isOn} onChange={toggle} hint={t('voice.hint')}>
        {t('voice.tell')}
      </Checkbox>
      {isOn && <Voice />}
    </>
  );
}

function Voice() {
  const { t } = useTranslation('strategy');
  const format = useFormat();
  const { doc, awareness } = useTable();
  const [said, setSaid] = useState('');
  useEffect(() => {
    const summary = new Summary(({ people, rows }) => {
      const names = [...people];
      setSaid(
        names.length > 0
          ? t('voice.wrote', { people: format.list(names), count: rows.size })
          : t('voice.somebody', { count: rows.size }),
      );
    });
    const note = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[], { local }: Y.Transaction): void => {
      if (local) return;
      const rows = new Set(events.flatMap(({ path: [row] }) => (row === undefined ? [] : [String(row)])));
      const { cells } = readPresence(awareness?.getStates() ?? new Map(), awareness?.clientID ?? 0);
      const here = [...cells].filter(([cell]) => rows.has(rowOfKey(cell)));
      summary.note(
        rows,
        here.flatMap(([, people]) => people.map(({ name }) => name)),
      );
    };
    const map = doc.getMap('rows');
    map.observeDeep(note);
    return () => {
      map.unobserveDeep(note);
      summary.stop();
    };
  }, [doc, awareness, t, format]);
  return (
    <VisuallyHidden>
      <span role="status" data-others-work>
        {said}
      </span>
    </VisuallyHidden>
  );
}
