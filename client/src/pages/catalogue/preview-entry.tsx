import type { PositionOfState } from '@board/shared/upr/positions';
import { positionsOfState } from '@board/shared/upr/positions';
import { memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isBlocked, type PreviewLine, statesWritten, troublesOf, withPosition } from '../../files/import/preview.ts';
import type { Fate } from '../../files/merge/plan.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { PositionTag, Tag } from '../../ui/tag.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './catalogue.module.css';
import { Topics } from './topics.tsx';
import { Troubles } from './troubles.tsx';

export interface PreviewEntryProps {
  line: PreviewLine;
  /** Another included line has the same number. */
  twice: boolean;
  /** The number that it may have been meant to have. */
  proposed: string | undefined;
  /** Its list is one of rows. */
  inRows: boolean;
  /** Null: left out. */
  fate: Fate | null;
  /** Somebody wants to see it: another object each time. */
  sought: object | null;
  nameOf: (state: string) => string;
  onChange: (line: PreviewLine) => void;
}

/** One found recommendation, drawn again only when something about it changes: as it would be taken in, what looks wrong about it, and a form to mend it. */
export const PreviewEntry = memo(function PreviewEntry(props: PreviewEntryProps) {
  const { line, twice, proposed, inRows, fate, sought, nameOf, onChange } = props;
  const { t } = useTranslation('catalogue');
  const { t: word } = useTranslation('reading');
  const name = line.number || word(inRows ? 'rowAt' : 'lineAt', { row: line.line });
  const [isEditing, setEditing] = useState(false);
  const entry = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (sought === null) return;
    entry.current?.focus({ preventScroll: true });
    entry.current?.scrollIntoView({ block: 'center' });
  }, [sought]);
  const states = line.states.map((state) => (state.code ? nameOf(state.code) : state.printed));
  return (
    <li
      ref={entry}
      tabIndex={-1}
      className={styles['entry']}
      data-blocked={isBlocked(line, twice) || undefined}
      data-out={!line.included || undefined}
    >
      <Checkbox isSelected={line.included} onChange={(included) => onChange({ ...line, included })}>
        <bdi className={styles['number']} aria-hidden="true">
          {line.number || '–'}
        </bdi>
        <VisuallyHidden>{t('include', { number: name })}</VisuallyHidden>
      </Checkbox>
      <div>
        {!isEditing && (
          <p className={styles['text']} dir="auto">
            {line.text} <span className={styles['states']}>({states.join(', ') || '–'})</span>
          </p>
        )}
        {Object.entries(line.translations ?? {}).map(([language, text]) => (
          <p key={language} className={styles['translation']} lang={language} dir="auto">
            {text}
          </p>
        ))}
        <Topics line={line} inRows={inRows} />
        <Troubles line={line} troubles={troublesOf(line, twice, proposed)} nameOf={nameOf} onChange={onChange} />
        {isEditing && <EntryForm {...{ line, nameOf, onChange }} />}
      </div>
      <div className={styles['side']}>
        <PositionTag position={line.position} />
        {fate && <Tag tone={fate === 'changed' ? 'accent' : 'neutral'}>{t(`fate.${fate}`)}</Tag>}
        <Button
          kind="plain"
          size="small"
          aria-label={t('editOf', { number: name })}
          onPress={() => setEditing(!isEditing)}
        >
          {isEditing ? t('done') : t('edit')}
        </Button>
      </div>
    </li>
  );
});

function EntryForm({ line, nameOf, onChange }: Pick<PreviewEntryProps, 'line' | 'nameOf' | 'onChange'>) {
  const { t } = useTranslation('catalogue');
  const { t: word } = useTranslation();
  const [asRead] = useState(line.states);
  const [states, setStates] = useState(line.states.map((state) => state.printed).join('; '));
  const changeStates = (text: string) => {
    setStates(text);
    onChange({ ...line, states: statesWritten(text, asRead, nameOf) });
  };
  return (
    <div className={styles['form']}>
      <TextField
        label={t('number')}
        value={line.number}
        onChange={(number) => onChange({ ...line, number: number.trim() })}
      />
      <Select
        label={t('position')}
        value={line.position}
        onChange={(position: PositionOfState) => onChange(withPosition(line, position))}
        options={positionsOfState.map((value) => ({ value, label: word(`position.${value}`) }))}
      />
      <TextArea label={t('text')} value={line.text} onChange={(text) => onChange({ ...line, text })} />
      <TextField label={t('states')} hint={t('statesHint')} value={states} onChange={changeStates} />
    </div>
  );
}
