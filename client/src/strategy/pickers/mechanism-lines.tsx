import { type MechanismReference, readMechanisms } from '@board/shared/upr/mechanisms';
import type { StateNamer } from '@board/shared/upr/state-names';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useTable } from '../table-context.ts';
import styles from './pickers.module.css';

/** What the document symbols of a text stand for, in words, as far as the symbols themselves tell. Nothing where there is none. */
export function MechanismLines({ text }: { text: string }) {
  const { t } = useTranslation('pickers');
  const { nameOfState } = useTable();
  const found = readMechanisms(text);
  if (found.length === 0) return null;
  return (
    <div className={styles['aids']} contentEditable={false}>
      <ul aria-label={t('mechanism.label')}>
        {found.map((one) => (
          <li key={one.from}>{mechanismWords(one, nameOfState, t)}</li>
        ))}
      </ul>
    </div>
  );
}

/** `CEDAW Committee, concluding observations on Cambodia, report 6, para. 25(b)`. */
function mechanismWords(one: MechanismReference, nameOf: StateNamer, t: TFunction<'pickers'>): string {
  const count = one.paragraphs.some((each) => each.includes('–')) ? 2 : one.paragraphs.length;
  const paragraphs = count > 0 && t('mechanism.paragraphs', { count, list: one.paragraphs.join(', ') });
  return [documentWords(one, nameOf, t), paragraphs].filter(Boolean).join(', ');
}

function documentWords(one: MechanismReference, nameOf: StateNamer, t: TFunction<'pickers'>): string {
  switch (one.kind) {
    case 'concluding': {
      const words = { committee: t(`committees.${one.committee}`), country: nameOf(one.country) };
      return one.rounds === ''
        ? t('mechanism.concluding', words)
        : t('mechanism.concludingOn', { ...words, rounds: one.rounds.replace('-', '–') });
    }
    case 'committee':
      return t('mechanism.committee', { committee: t(`committees.${one.committee}`) });
    case 'review':
      return t('mechanism.review', { session: one.session, country: nameOf(one.country) });
    default:
      return t(`mechanism.${one.kind}${one.resolution ? 'Resolution' : ''}`, { session: one.session });
  }
}
