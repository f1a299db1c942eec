import type { RecommendationId } from '@board/shared/ids';
import { type PositionOfState, positionsOfState } from '@board/shared/upr/positions';
import { useTranslation } from 'react-i18next';
import type { Said, Settled } from '../../../files/positions/settle.ts';
import { Select } from '../../../ui/select.tsx';
import styles from './merge.module.css';

interface Props {
  asked: readonly Settled[];
  answers: ReadonlyMap<RecommendationId, PositionOfState | null>;
  onAnswer: (ids: readonly RecommendationId[], position: PositionOfState | null) => void;
}

/** Where the reply is not clear, or somebody has decided otherwise by hand. Nothing changes until it is answered. */
export function ReplyQuestions({ asked, answers, onAnswer }: Props) {
  const { t } = useTranslation('merge');
  const { t: word } = useTranslation();
  if (asked.length === 0) return null;
  return (
    <section className={styles['part']}>
      <h3>{t('reply.ask')}</h3>
      <ol className={styles['list']}>
        {asked.map(({ id, number, before, question, said }) => (
          <li key={id} className={styles['item']}>
            <bdi className={styles['number']}>{number}</bdi>
            <div className={styles['body']}>
              <p className={styles['doubt']}>{t(`reply.question.${question ?? 'by-hand'}`)}</p>
              <ul className={styles['quotes']}>
                {said.slice(0, 6).map((one) => (
                  <li key={`${one.line} ${one.words} ${one.stance}`}>
                    <Quote said={one} />
                  </li>
                ))}
              </ul>
              <div className={styles['choice']}>
                <Select
                  label={t('reply.choose', { number })}
                  labelHidden
                  value={answers.get(id) ?? ''}
                  onChange={(chosen) => onAnswer([id], chosen === '' ? null : chosen)}
                  options={[
                    { value: '' as const, label: t('reply.leave', { position: word(`position.${before}`) }) },
                    ...positionsOfState
                      .filter((position) => position !== before)
                      .map((value) => ({ value, label: word(`position.${value}`) })),
                  ]}
                />
              </div>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Quote({ said: { line, stance, words } }: { said: Said }) {
  const { t } = useTranslation('merge');
  const { t: word } = useTranslation();
  const position = stance === null ? '' : stance === 'partly' ? t('reply.partly') : word(`position.${stance}`);
  return (
    <>
      <span className={styles['soft']}>
        {stance === null ? t('reply.saysNothing', { line }) : t('reply.says', { line, position })}
      </span>{' '}
      <q>
        <bdi>{words}</bdi>
      </q>
    </>
  );
}
