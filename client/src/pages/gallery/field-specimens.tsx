import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../ui/checkbox.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { SegmentedChoice } from '../../ui/segmented-choice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './gallery.module.css';

/** Everything that can be filled in or chosen. */
export function FieldSpecimens() {
  const { t } = useTranslation(['gallery', 'frame']);
  const [name, setName] = useState('');
  const [isOpen, setOpen] = useState(true);
  return (
    <>
      <div className={styles['part']}>
        <h2>{t('fields.title')}</h2>
        <TextField label={t('fields.name')} hint={t('fields.nameHint')} value={name} onChange={setName} />
        <TextField optional label={t('fields.organisation')} value="" isReadOnly />
        <TextField label={t('fields.wrong')} value="K7P 2X" isReadOnly error={t('frame:errors.wrong-code')} />
        <Reason />
        <GroupSelect />
        <Searching />
        <Checkbox isSelected={isOpen} onChange={setOpen} hint={t('fields.openHint')}>
          {t('fields.open')}
        </Checkbox>
      </div>
      <Choices />
    </>
  );
}

function Reason() {
  const { t } = useTranslation('gallery');
  const [reason, setReason] = useState('');
  return (
    <TextArea label={t('fields.reason')} hint={t('fields.reasonHint')} rows={3} value={reason} onChange={setReason} />
  );
}

function GroupSelect() {
  const { t } = useTranslation('gallery');
  const names = t('hueNames', { returnObjects: true });
  const [group, setGroup] = useState('0');
  const options = names.map((label, place) => ({ value: String(place), label }));
  return <Select label={t('fields.group')} options={options} value={group} onChange={setGroup} />;
}

function Searching() {
  const { t } = useTranslation('gallery');
  const [text, setText] = useState('110.34');
  return <SearchField label={t('fields.search')} placeholder={t('fields.searchFor')} value={text} onChange={setText} />;
}

function Choices() {
  const { t } = useTranslation('gallery');
  const [position, setPosition] = useState<'agree' | 'reservation' | 'block'>('agree');
  const [view, setView] = useState<'all' | 'taken' | 'free'>('all');
  return (
    <div className={styles['part']}>
      <h2>{t('choices.title')}</h2>
      <RadioCards
        label={t('choices.vote')}
        value={position}
        onChange={setPosition}
        cards={(['agree', 'reservation', 'block'] as const).map((value) => ({
          value,
          label: t(`choices.${value}`),
          meaning: t(`choices.${value}Meaning`),
        }))}
      />
      <SegmentedChoice
        label={t('choices.view')}
        value={view}
        onChange={setView}
        options={(['all', 'taken', 'free'] as const).map((value) => ({ value, label: t(`choices.${value}`) }))}
      />
    </div>
  );
}
