import { type GroupId, isId, type WorkshopId } from '@board/shared/ids';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Arrangement, arrangements } from '../../files/export/orders.ts';
import { makeWords } from '../../files/export/page-words.ts';
import { consolidated, contentOfGroup, type StrategyContent } from '../../files/export/strategy-content.ts';
import { strategyFacts } from '../../files/export/strategy-facts.ts';
import type { Words } from '../../files/export/words.ts';
import { useLiveView } from '../../sync/use-live-view.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { type InWorkshop, WorkshopGate } from '../../ui/workshop-gate.tsx';
import { gather } from './gather.ts';
import styles from './print-page.module.css';
import { PrintedSection } from './printed-section.tsx';
import { isNothingThere, type WhyFailed, whyFailed } from './why-failed.ts';

/**
 * A strategy, or all of them, drawn as it is printed: A4 across, the heading of the table on each page. The browser makes
 * the PDF. `group` is an id as it stands in the address; without one all groups are printed.
 */
export function StrategyPrintPage({ workshopId, group }: { workshopId: WorkshopId; group: string | undefined }) {
  const { serverNow } = useLiveView(workshopId);
  const groupId = isId<GroupId>(group) ? group : undefined;
  return (
    <WorkshopGate workshopId={workshopId} here="takeHome" width="wide">
      {(inside) => <Gathering address={{ workshopId, groupId }} inside={inside} now={serverNow()} />}
    </WorkshopGate>
  );
}

/** What is printed: read once, so that nothing moves while somebody prints. */
interface Printed {
  title: string;
  above: string;
  facts: string[];
  content: StrategyContent;
  withGroups: boolean;
  words: Words;
}

interface Props {
  address: { workshopId: WorkshopId; groupId: GroupId | undefined };
  inside: InWorkshop;
  now: number;
}

function Gathering({ address, inside, now }: Props) {
  const { i18n } = useTranslation('takehome');
  const [asked] = useState({ ...inside, workshopId: address.workshopId, now, withNames: false });
  const [by] = useState(() => arrangementIn(location.search));
  const [printed, setPrinted] = useState<Printed | WhyFailed | null>(null);
  const { groupId } = address;
  useEffect(() => {
    const stopper = new AbortController();
    read(groupId, by, asked, i18n.language, stopper.signal).then(
      (found) => found && setPrinted(found),
      (problem: unknown) => setPrinted(whyFailed(problem)),
    );
    return () => stopper.abort();
  }, [groupId, by, asked, i18n.language]);
  if (printed === null) return <Waiting />;
  return <Sheet printed={printed} back={`/w/${address.workshopId}/take-home`} />;
}

function arrangementIn(search: string): Arrangement {
  const by = new URLSearchParams(search).get('by');
  return arrangements.find((one) => one === by) ?? 'group';
}

async function read(
  group: GroupId | undefined,
  by: Arrangement,
  asked: Parameters<typeof gather>[1],
  language: string,
  signal: AbortSignal,
): Promise<Printed | WhyFailed | null> {
  const order = group
    ? ({ what: 'strategy', group, as: 'docx' } as const)
    : ({ what: 'consolidated', by, as: 'docx' } as const);
  const [gathered, words] = await Promise.all([gather(order, asked, signal), makeWords(language)]);
  if (gathered === null) return null;
  if (isNothingThere(order, gathered)) return 'absent';
  const { file } = gathered;
  const one = group && file.groups.find(({ id }) => id === group);
  if (group && !one) return 'broken';
  const content = one ? contentOfGroup(file, one, words) : consolidated(file, by, words);
  const title = one ? `${words.t('takehome:doc.strategy')}: ${one.name}` : words.t('takehome:doc.consolidated');
  return { title, ...strategyFacts(file, words, content), content, withGroups: !one && by !== 'group', words };
}

/** Milliseconds between two parts that are drawn: a long strategy is drawn part by part, so that the page stays alive. */
const pause = 16;

function Sheet({ printed, back }: { printed: Printed | WhyFailed; back: string }) {
  const { t } = useTranslation('takehome');
  const all = typeof printed === 'string' ? 0 : printed.content.sections.length;
  const [drawn, setDrawn] = useState(0);
  useEffect(() => {
    if (drawn >= all) return;
    const timer = setTimeout(() => setDrawn(drawn + 1), pause);
    return () => clearTimeout(timer);
  }, [drawn, all]);
  return (
    <div className={styles['page']}>
      <div className={styles['tools']}>
        <Button kind="primary" busy={drawn < all} isDisabled={all === 0} onPress={() => window.print()}>
          {t('print.button')}
        </Button>
        <LinkButton href={back}>{t('print.back')}</LinkButton>
        <p className={styles['soft']} role="status">
          {drawn < all ? t('print.drawing', { done: drawn, all }) : t('print.hint')}
        </p>
      </div>
      {typeof printed === 'string' ? <p>{t(`failed.${printed}`)}</p> : <Strategy printed={printed} drawn={drawn} />}
    </div>
  );
}

function Strategy({ printed, drawn }: { printed: Printed; drawn: number }) {
  const { t } = useTranslation('takehome');
  const { title, above, facts, content, withGroups, words } = printed;
  return (
    <article className={styles['sheet']}>
      <header className={styles['head']}>
        <p className={styles['soft']}>
          <bdi>{above}</bdi>
        </p>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        {facts
          .filter((fact) => fact !== '')
          .map((fact) => (
            <p key={fact} className={styles['soft']}>
              <bdi>{fact}</bdi>
            </p>
          ))}
      </header>
      {content.sections.every(({ rows }) => rows.length === 0) && <p>{t('doc.empty')}</p>}
      {content.sections.slice(0, drawn).map((section, place) => (
        <PrintedSection key={`${place + 1}`} section={section} withGroups={withGroups} words={words} />
      ))}
    </article>
  );
}
