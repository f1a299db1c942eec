import { useTranslation } from 'react-i18next';
import type { Holder, PlacedText } from '../sync/document-words.ts';
import { CopyAll } from './copy-all.tsx';
import styles from './placed-words.module.css';

/** Words with the names of the places where they belong, and a button that copies all of them. */
export function PlacedWords({ words }: { words: readonly PlacedText[] }) {
  const { t } = useTranslation();
  const parts = useParts(words);
  return (
    <div className={styles['words']}>
      {parts.map((part) => (
        <section key={part.key}>
          <h3 dir="auto">{part.name}</h3>
          <dl>
            {part.texts.map(({ key, field, text }) => (
              <div key={key}>
                {field && <dt>{field}</dt>}
                <dd dir="auto">{beginning(text)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <CopyAll text={asText(parts)} />
      <p className={styles['hint']}>{t('kept.hint')}</p>
    </div>
  );
}

/** Millions of signs would keep the page busy for minutes; all of them are copied, the first of them are shown. */
const mostShown = 5000;

function beginning(text: string): string {
  return text.length > mostShown ? `${text.slice(0, mostShown)} …` : text;
}

interface Part {
  key: string;
  name: string;
  texts: { key: string; field: string | null; text: string }[];
}

/** One part per row, item or recommendation, in their order. */
function useParts(words: readonly PlacedText[]): Part[] {
  const { t: field } = useTranslation('strategy');
  const nameOf = useHolderName();
  const parts = new Map<string, Part>();
  for (const word of words) {
    const key = JSON.stringify(word.holder);
    const part = parts.get(key) ?? { key, name: nameOf(word.holder), texts: [] };
    parts.set(key, part);
    const label = word.field && field(`cell.${word.field.cell}`, { place: word.field.place });
    part.texts.push({ key: word.place, field: label, text: word.text });
  }
  return [...parts.values()];
}

function useHolderName(): (holder: Holder) => string {
  const { t } = useTranslation();
  return (holder) => {
    switch (holder.kind) {
      case 'row':
        return holder.number === ''
          ? t('kept.row', { place: holder.place })
          : t('kept.recommendation', { number: holder.number });
      case 'item':
        return t('kept.item', { place: holder.place });
      case 'recommendation':
        return t('kept.recommendation', { number: holder.number });
      default:
        return t(`kept.${holder.kind}`);
    }
  };
}

function asText(parts: readonly Part[]): string {
  const texts = (part: Part) => part.texts.map(({ field, text }) => (field === null ? text : `${field}: ${text}`));
  return parts.map((part) => [part.name, ...texts(part)].join('\n')).join('\n\n');
}
