import type { Secrecy } from '@board/shared/live-view';
import type { Role } from '@board/shared/policy';
import { assertNever } from '@board/shared/result';
import { useTranslation } from 'react-i18next';
import type { BallotState } from '../../vote/ballot-states.ts';
import type { Choice } from '../../vote/choice.ts';
import styles from './ballot-words.module.css';

interface Whose {
  by: Role;
  secrecy: Secrecy;
}

interface BallotWordsProps extends Whose {
  state: BallotState;
}

/** Where one's ballot is, in words: politely spoken when it changes. */
export function BallotWords({ state, by, secrecy }: BallotWordsProps) {
  const words = useBallotWords(state, { by, secrecy });
  return (
    <p className={styles['words']} data-state={state.state} role="status">
      {words}
    </p>
  );
}

/** The same as text. */
export function useBallotWords(state: BallotState, { by, secrecy }: Whose): string {
  const { t } = useTranslation('vote');
  const { t: frame } = useTranslation();
  const position = (choice: Choice): string => t(`position.${choice.position}`);
  switch (state.state) {
    case 'not-on-roll':
      if (state.why === 'by-hand') return t(`notOnRoll.by-hand-${secrecy}`);
      return t(`notOnRoll.${state.why ?? by}`);
    case 'collecting':
      return t(state.isDelayed ? 'ballot.collecting-delayed' : 'ballot.collecting');
    case 'ready':
      return '';
    case 'sending':
      return t('ballot.sending');
    case 'counted':
      return t('ballot.counted');
    case 'waiting':
      return state.counted ? t('ballot.waiting-change', { position: position(state.counted) }) : t('ballot.waiting');
    case 'refused': {
      const what = state.counted
        ? t('ballot.refused-change', { position: position(state.counted) })
        : t('ballot.refused');
      return `${what} ${frame(`errors.${state.code}`)}`;
    }
    case 'other-device':
      return t('ballot.other-device');
    case 'over':
      if (!state.isCounted) return t('ballot.over-none');
      return t(state.isSecret ? 'ballot.over-counted' : 'ballot.over-counted-open');
    case 'too-late':
      if (state.isSure) return t(state.hasEarlier ? 'ballot.too-late-change' : 'ballot.too-late');
      return t(state.hasEarlier ? 'ballot.too-late-unsure-change' : 'ballot.too-late-unsure');
    default:
      return assertNever(state);
  }
}
