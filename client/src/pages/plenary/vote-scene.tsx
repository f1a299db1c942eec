import type { LiveView, VoteView } from '@board/shared/live-view';
import { type ComponentProps, type CSSProperties, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.ts';
import { GroupMark } from '../../ui/group-mark.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { isClosed, Outcome } from '../../vote/outcome.tsx';
import { RollWords, RuleAndQuorum, SecrecyWords } from '../../vote/rule-words.tsx';
import { SlotWords } from '../../vote/slot-words.tsx';
import { Turnout } from '../../vote/turnout.tsx';
import { TurnoutByGroup } from '../../vote/turnout-by-group.tsx';
import { openVotes, subjectOf } from '../../vote/vote-facts.ts';
import { Wording } from '../../vote/wording.tsx';
import { BlockReasons } from './block-reasons.tsx';
import { sizeOfWords } from './fit.ts';
import { PagedText } from './paged-text.tsx';
import { SceneFrame } from './scene-frame.tsx';
import { useBoardAddress } from './use-board-address.ts';
import { useStepsThatFit } from './use-steps-that-fit.ts';
import { useWholeParagraphs } from './use-whole-paragraphs.ts';
import styles from './vote-scene.module.css';

export interface VoteSceneProps {
  view: LiveView;
  vote: VoteView;
  page: number;
  onPages: (pages: number) => void;
}

/** The exact words of a vote, large, and beside them how many have voted; when it is closed, what it came to. */
export function VoteScene({ view, vote, page, onPages }: VoteSceneProps) {
  const { t } = useTranslation('vote');
  const { key, number } = subjectOf(view, vote.scope);
  const { itemId } = vote.scope.kind === 'item' ? vote.scope : { itemId: null };
  const groupId = view.charter.items.find((item) => item.id === itemId)?.groupId;
  const group = groupId ? view.groups[groupId] : undefined;
  const size = { fontSize: `calc(${sizeOfWords(vote.words.length)} * var(--u) / 1.1875)` } as CSSProperties;
  const { around, box } = useWholeParagraphs();
  // The groups' turnout leaves no room beside the words.
  const isCrowded = vote.byGroup !== undefined;
  useEffect(() => onPages(1), [onPages]);
  return (
    <SceneFrame title={t(`about.${key}`, { number })} aside={<Beside view={view} vote={vote} />}>
      <div className={styles['vote']}>
        <div className={styles['words']} style={size}>
          {group && (
            <p className={styles['group']}>
              <GroupMark name={group.name} place={group.place} withName size="large" />
            </p>
          )}
          <PagedText page={page} onPages={onPages} columns={1}>
            <Wording text={vote.words} />
          </PagedText>
          {isClosed(vote) ? (
            <div className={styles['after']}>
              <SlotWords vote={vote} />
              <BlockReasons vote={vote} />
            </div>
          ) : (
            isCrowded && (
              <div className={styles['how']}>
                <RuleAndQuorum vote={vote} />
                <RollWords vote={vote} />
              </div>
            )
          )}
        </div>
        <div className={styles['side']} ref={around}>
          {isClosed(vote) ? (
            <WholeOutcome vote={vote} />
          ) : (
            <>
              <div className={styles['turnout']}>
                <Turnout vote={vote} withQuorum />
                <TurnoutByGroup view={view} vote={vote} compact />
              </div>
              {view.stage !== 'closed' && !vote.stale && <PhonesWay {...view.workshop} />}
            </>
          )}
          <div className={styles['rule']} ref={box}>
            {vote.stale && <p className={styles['stale']}>{t(vote.result ? 'staleClosed' : 'stale')}</p>}
            {!isClosed(vote) && !isCrowded && (
              <>
                <RuleAndQuorum vote={vote} />
                <RollWords vote={vote} />
              </>
            )}
            {!isClosed(vote) && <SecrecyWords vote={vote} />}
          </div>
        </div>
      </div>
    </SceneFrame>
  );
}

/** So many times what a vote came to may be set closer, or leave something out: see the style. */
const outcomeSteps = 3;

/** What a vote came to. No number stands there without its base: where both have no room, the count by organisation goes as a whole. */
function WholeOutcome({ vote }: { vote: ComponentProps<typeof Outcome>['vote'] }) {
  const box = useStepsThatFit(outcomeSteps);
  return (
    <div className={styles['outcome']} ref={box}>
      <Outcome vote={vote} />
    </div>
  );
}

/** So many are named on the wall. */
const namedMost = 3;

/** Which kind of vote it is, and which others are open: the phones show them all. */
function Beside({ view, vote }: { view: LiveView; vote: VoteView }) {
  const { t } = useTranslation(['vote', 'plenary']);
  const format = useFormat();
  const others = openVotes(view).filter(({ id }) => id !== vote.id);
  const named = others.slice(0, namedMost).map(({ scope }) => {
    const { key, number } = subjectOf(view, scope);
    return t(`of.${key}`, { number });
  });
  const which = others.length > namedMost ? `${named.join(', ')} …` : format.list(named);
  return (
    <>
      {t(`kind.${vote.secrecy}`)}
      {others.length > 0 && (
        <span className={styles['others']}>{t('plenary:vote.alsoOpen', { count: others.length, which })}</span>
      )}
    </>
  );
}

/**
 * The way to the ballot: in words, and on the wall with a code to point a camera at and an address to type. Both lead those who have
 * joined to the vote, and let nobody in: the join code, which would, has its place on the wall when the facilitator shows it.
 */
function PhonesWay({ id, joinCode }: LiveView['workshop']) {
  const { t } = useTranslation('plenary');
  const board = useBoardAddress();
  // Who looks on a device of their own has the page in hand.
  const isWall = joinCode !== '';
  return (
    <div className={styles['way']}>
      <p className={styles['call']}>{t('vote.onPhones')}</p>
      {isWall && board !== null && (
        <div className={styles['code']}>
          <QrCode text={`${board}/w/${id}/vote`} label={t('vote.qr')} />
          <p>
            {t('vote.orType')} <bdi className={styles['address']}>{`${board.replace(/^https?:\/\//u, '')}/v`}</bdi>
          </p>
        </div>
      )}
    </div>
  );
}
