import type { GroupId, WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Arrangement, arrangements } from '../../files/export/orders.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import type { InWorkshop } from '../../ui/workshop-gate.tsx';
import { type Choice, DocumentPart } from './document-part.tsx';
import { readableGroups } from './gather.ts';
import { useKeptDocuments } from './use-kept-documents.ts';
import { useMaking } from './use-making.ts';

interface Props extends InWorkshop {
  workshopId: WorkshopId;
  now: number;
}

/** The documents, one below the other, each with the kinds of file that it can be. */
export function TakeHomeParts(props: Props) {
  const { workshopId, view, me } = props;
  const { t } = useTranslation('takehome');
  const [withNames, setWithNames] = useState(false);
  const isFacilitator = me.role === 'facilitator';
  useKeptDocuments(props);
  const { making, make } = useMaking({ ...props, withNames: isFacilitator && withNames });
  const part = { making, make };
  const { charter, workshop } = view;
  const hasCharter = charter.adopted !== null || charter.items.length > 0 || charter.preamble !== '';
  return (
    <>
      {isFacilitator && (
        <Checkbox isSelected={withNames} onChange={setWithNames} hint={t('everything.namesHint')}>
          {t('everything.names')}
        </Checkbox>
      )}
      <StrategyPart {...props} part={part} />
      <ConsolidatedPart workshopId={workshopId} part={part} />
      <DocumentPart
        {...part}
        title={t('charter.title')}
        text={t(hasCharter ? (charter.adopted ? 'charter.adopted' : 'charter.draft') : 'charter.empty')}
        choices={
          hasCharter
            ? [
                { as: 'docx', order: { what: 'charter', as: 'docx' } },
                { as: 'txt', order: { what: 'charter', as: 'txt' } },
                { as: 'print', href: `/w/${workshopId}/charter/print` },
              ]
            : []
        }
      />
      <DocumentPart
        {...part}
        title={t('catalogue.title')}
        text={
          workshop.recommendations > 0 ? t('catalogue.text', { count: workshop.recommendations }) : t('catalogue.empty')
        }
        choices={
          workshop.recommendations > 0
            ? [
                { as: 'xlsx', order: { what: 'catalogue', as: 'xlsx' } },
                { as: 'csv', order: { what: 'catalogue', as: 'csv' } },
              ]
            : []
        }
      />
      <DocumentPart
        {...part}
        title={t('everything.title')}
        text={t('everything.text')}
        choices={[{ as: 'zip', order: { what: 'everything', takeUp: isFacilitator } }]}
      >
        {isFacilitator && <p>{t('everything.takeUp')}</p>}
        {isFacilitator && isUnderWay(view) && <p>{t('everything.underWay')}</p>}
      </DocumentPart>
    </>
  );
}

/** Something goes on whose ballots or nameless pieces no file may hold. */
function isUnderWay({ votes, presentation }: LiveView): boolean {
  const isVoting = Object.values(votes).some(({ result, slotUntil }) => result === null || slotUntil !== null);
  return isVoting || presentation?.feedback === 'nameless';
}

type PartTools = Pick<Parameters<typeof DocumentPart>[0], 'making' | 'make'>;

function StrategyPart({ workshopId, view, me, part }: Props & { part: PartTools }) {
  const { t } = useTranslation('takehome');
  const groups = Object.entries(view.groups)
    .map(([id, group]) => ({ id: id as GroupId, ...group }))
    .sort((a, b) => a.place - b.place);
  const own = groups.find(({ id }) => id === me.groupId) ?? groups[0];
  const [chosen, choose] = useState<GroupId | null>(null);
  const group = groups.find(({ id }) => id === chosen) ?? own;
  if (!group) return null;
  const isReadable = readableGroups({ view, me }).includes(group.id);
  const choices: Choice[] = [
    ...(['docx', 'xlsx', 'csv'] as const).map((as) => ({
      as,
      order: { what: 'strategy' as const, group: group.id, as },
    })),
    { as: 'print', href: `/w/${workshopId}/take-home/print/${group.id}` },
  ];
  return (
    <DocumentPart
      {...part}
      title={t('strategy.title')}
      text={t(isReadable ? 'strategy.text' : 'strategy.closed')}
      choices={isReadable ? choices : []}
    >
      <Select
        label={t('strategy.choose')}
        options={groups.map(({ id, name }) => ({ value: id as string, label: name }))}
        value={group.id}
        onChange={(value) => choose(value as GroupId)}
      />
    </DocumentPart>
  );
}

function ConsolidatedPart({ workshopId, part }: { workshopId: WorkshopId; part: PartTools }) {
  const { t } = useTranslation('takehome');
  const [by, setBy] = useState<Arrangement>('group');
  const choices: Choice[] = [
    ...(['docx', 'xlsx', 'csv'] as const).map((as) => ({ as, order: { what: 'consolidated' as const, by, as } })),
    { as: 'print', href: `/w/${workshopId}/take-home/print?by=${by}` },
  ];
  return (
    <DocumentPart {...part} title={t('consolidated.title')} text={t('consolidated.text')} choices={choices}>
      <Select
        label={t('consolidated.by')}
        options={arrangements.map((value) => ({ value, label: t(`doc.by.${value}`) }))}
        value={by}
        onChange={setBy}
      />
    </DocumentPart>
  );
}
