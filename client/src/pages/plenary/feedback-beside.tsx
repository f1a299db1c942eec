import type { GroupView, LiveView } from '@board/shared/live-view';
import { type FeedbackMode, type FeedbackView, inFeedbackOrder } from '@board/shared/presentation';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icons.tsx';
import { numberOf } from '../presenting/steps.ts';
import styles from './feedback-beside.module.css';
import { fitPieces, mostLines, pieceSize } from './presenting-fit.ts';
import { useWideScreen } from './use-wide-screen.ts';

const sizes = { '--piece-size': pieceSize, '--most-lines': mostLines } as CSSProperties;

export interface FeedbackBesideProps {
  group: GroupView;
  feedback: LiveView['feedback'];
  mode: FeedbackMode;
}

/**
 * What the hall says, large and calm: starred ones first. New ones come at the end, so that nothing moves while it is read; what
 * does not fit comes when the facilitator marks others as taken up, which puts them last.
 */
export function FeedbackBeside({ group, feedback, mode }: FeedbackBesideProps) {
  const { t, i18n } = useTranslation('plenary');
  const isWide = useWideScreen();
  const pieces = inFeedbackOrder(feedback);
  const texts = pieces.map(({ feedback: { text } }) => text);
  const shown = pieces.slice(0, fitPieces(texts, i18n.language, isWide));
  const left = pieces.length - shown.length;
  return (
    <section className={styles['beside']} aria-label={t('presenting.feedback')}>
      {shown.length === 0 && mode !== 'off' && <p className={styles['invitation']}>{t('presenting.invitation')}</p>}
      <ul className={styles['pieces']} style={sizes}>
        {shown.map(({ id, feedback: piece }) => (
          <Piece key={id} piece={piece} number={numberOf(group, piece.row)} />
        ))}
      </ul>
      <p className={styles['left']}>{left > 0 && t('presenting.more', { count: left })}</p>
    </section>
  );
}

function Piece({ piece, number }: { piece: FeedbackView; number: number | null }) {
  const { t } = useTranslation(['plenary', 'frame']);
  const { kind, name, starred, takenUp, text } = piece;
  return (
    <li className={styles['piece']} data-quiet={takenUp || undefined}>
      <p className={styles['head']}>
        {starred && <Icon name="priority" />}
        <span className={styles['kind']}>{t(`frame:heard.${kind}`)}</span>
        {number !== null && <span>{t('group.priority', { number })}</span>}
        {name !== '' && <bdi>{name}</bdi>}
      </p>
      <p className={styles['text']} dir="auto">
        {text}
      </p>
    </li>
  );
}
