import type { ClusterId, RowId } from '@board/shared/ids';
import { addCluster, type Cluster, setCluster } from '@board/shared/model/clusters';
import type { StrategyRow } from '@board/shared/model/strategy';
import { limits } from '@board/shared/protocol/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/announcements.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useTable } from '../table-context.ts';

interface Props {
  rows: readonly StrategyRow[];
  /** What is sorted. */
  ids: readonly RowId[];
  clusters: readonly Cluster[];
  onClose: () => void;
}

const noCluster = 'none';
const newCluster = 'new';

/** Sorts one or several rows into a cluster, which may be a new one. One undo takes all of it back. */
export function SortDialog({ rows, ids, clusters, onClose }: Props) {
  const { t } = useTranslation('strategy');
  const { doc, origin, undo } = useTable();
  const [chosen, setChosen] = useState<string>(() => commonCluster(rows, ids, clusters));
  const [name, setName] = useState('');
  const isNew = chosen === newCluster || clusters.length === 0;
  const isThere = isNew || chosen === noCluster || clusters.some(({ id }) => id === chosen);
  const mayNotYet = !isThere || (isNew && name.trim() === '');
  const sort = (): void => {
    if (mayNotYet) return;
    undo?.stopCapturing();
    doc.transact(() => {
      const into = isNew ? addCluster(doc, name, origin) : chosen === noCluster ? null : (chosen as ClusterId);
      setCluster(doc, ids, into, origin);
    }, origin);
    undo?.stopCapturing();
    announce(t('clusters.sorted', { count: ids.length }));
    onClose();
  };
  return (
    <Dialog
      title={t('clusters.sortTitle', { count: ids.length })}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onPress={sort} isDisabled={mayNotYet}>
            {t('clusters.sort')}
          </Button>
          <Button onPress={onClose}>{t('editor.cancel')}</Button>
        </>
      }
    >
      {clusters.length > 0 && (
        <RadioCards
          label={t('clusters.into')}
          value={chosen}
          onChange={setChosen}
          cards={[
            ...clusters.map(({ id, name: label }) => ({ value: id, label: label || t('clusters.nameless') })),
            { value: noCluster, label: t('clusters.none') },
            { value: newCluster, label: t('clusters.new') },
          ]}
        />
      )}
      {!isThere && <p role="status">{t('clusters.chosenGone')}</p>}
      {isNew && (
        <TextField
          label={t('clusters.name')}
          hint={t('clusters.nameHint')}
          maxLength={limits.shortText}
          value={name}
          onChange={setName}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) sort();
          }}
          autoFocus
        />
      )}
    </Dialog>
  );
}

/** Where all these rows are now; a new cluster where they differ. */
function commonCluster(rows: readonly StrategyRow[], ids: readonly RowId[], clusters: readonly Cluster[]): string {
  const known = new Set<ClusterId | null>(clusters.map(({ id }) => id));
  const places = new Set(
    rows.filter(({ id }) => ids.includes(id)).map(({ cluster }) => (known.has(cluster) ? cluster : null) ?? noCluster),
  );
  const [only] = places;
  return places.size === 1 && only !== undefined ? only : newCluster;
}
