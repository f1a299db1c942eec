import type { Me } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { isTableOpen } from '@board/shared/stages';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../ui/link-button.tsx';
import { ballotKey, keepBallot, mayBeInBox } from '../../vote/kept-ballot.ts';
import styles from './landing.module.css';
import { openVotes } from './open-votes.ts';

interface Step {
  name: string;
  text: string;
  go: string;
  href: string;
  /** The one that the hall is at: its button is the primary one. */
  isNow: boolean;
}

/** The ways on, with the one that the hall is at now marked. */
export function LandingSteps({ workshopId, view, me }: { workshopId: WorkshopId; view: LiveView; me: Me }) {
  const { t } = useTranslation('home');
  const steps = useSteps(workshopId, view, me);
  return (
    <section aria-labelledby="now">
      <h2 id="now">{t('landing.now')}</h2>
      {view.stage === 'closed' && <p className={styles['facts']}>{t('landing.closed')}</p>}
      <ul className={styles['steps']}>
        {steps.map((step) => (
          <li key={step.href} data-now={step.isNow || undefined}>
            <div>
              <p className={styles['name']}>{step.name}</p>
              <p className={styles['facts']}>{step.text}</p>
            </div>
            <LinkButton href={step.href} kind={step.isNow ? 'primary' : 'quiet'}>
              {step.go}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useSteps(workshopId: WorkshopId, view: LiveView, me: Me): Step[] {
  const { t } = useTranslation('home');
  const at = `/w/${workshopId}`;
  const steps: Step[] = [];
  const votes = openVotes(view).length;
  if (me.role === 'member') {
    steps.push({
      name: votes > 0 ? t('landing.vote') : t('landing.votes'),
      text: votes > 0 ? t('landing.voteText', { count: votes }) : t('landing.voteLater'),
      go: t('landing.voteGo'),
      href: `${at}/vote`,
      isNow: votes > 0,
    });
  }
  if (me.role !== 'member' && mayHaveBlocked(workshopId, view, me)) {
    steps.push({
      name: t('landing.votes'),
      text: t('landing.lift'),
      go: t('landing.voteGo'),
      href: `${at}/vote`,
      isNow: true,
    });
  }
  const group = me.groupId ? view.groups[me.groupId] : undefined;
  if (me.groupId && group) {
    const strategy = {
      name: t('landing.strategy'),
      text: t(isTableOpen(group.open, view.stage) ? 'landing.strategyOpen' : 'landing.strategyClosed'),
      go: t('landing.strategyGo'),
      href: `${at}/group/${me.groupId}`,
      isNow: votes === 0 && (view.stage === 'group-work' || view.stage === 'lobby'),
    };
    steps.splice(votes > 0 ? 1 : 0, 0, strategy);
  }
  const { items, adopted } = view.charter;
  steps.push({
    name: t('landing.charter'),
    text: adopted ? t('landing.charterAdopted') : t('landing.charterText', { count: items.length }),
    go: t('landing.charterGo'),
    href: `${at}/charter`,
    isNow: votes === 0 && (adopted !== null || isWorded(view)),
  });
  steps.push({
    name: t('landing.plenary'),
    text: t('landing.plenaryText'),
    go: t('landing.plenaryGo'),
    href: `${at}/plenary`,
    isNow: me.role === 'observer' && view.stage === 'plenary',
  });
  return steps;
}

/** Somebody who votes no more has voted on this device where blocks can be lifted now. Whatever the ballot was: nobody learns from it. */
function mayHaveBlocked(workshopId: WorkshopId, { votes }: LiveView, { personId }: Me): boolean {
  return Object.values(votes)
    .filter(({ slotUntil, liftUntil }) => slotUntil !== null && liftUntil !== undefined)
    .some(({ id }) => mayBeInBox(keepBallot(ballotKey(workshopId, personId, id), () => localStorage).read()));
}

/** The hall is at the charter's words. */
function isWorded({ stage }: LiveView): boolean {
  return stage === 'charter-preparation' || stage === 'charter-adoption';
}
