import { addCluster, type Cluster, removeCluster, renameCluster, shiftCluster } from '@board/shared/model/clusters';
import { limits } from '@board/shared/protocol/limits';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/announcements.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useTable } from '../table-context.ts';
import styles from './clusters.module.css';

interface Props {
  clusters: readonly Cluster[];
  isByCluster: boolean;
  onByCluster: (isByCluster: boolean) => void;
  onClose: () => void;
}

/** The group's clusters: their names and order, for all; whether the table is shown by them, for this device. */
export function ClustersDialog({ clusters, isByCluster, onByCluster, onClose }: Props) {
  const { t } = useTranslation('strategy');
  const { mayWrite } = useTable();
  return (
    <Dialog
      title={t('clusters.title')}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={onClose}>
          {t('editor.done')}
        </Button>
      }
    >
      <p>{t(mayWrite ? 'clusters.text' : clusters.length > 0 ? 'clusters.textReader' : 'clusters.noneYet')}</p>
      {clusters.length > 0 && (
        <>
          <Checkbox isSelected={isByCluster} onChange={onByCluster} hint={t('clusters.showHint')}>
            {t('clusters.show')}
          </Checkbox>
          <ol className={styles['list']}>
            {clusters.map((cluster, index) => (
              <ClusterLine
                key={cluster.id}
                cluster={cluster}
                isFirst={index === 0}
                isLast={index === clusters.length - 1}
              />
            ))}
          </ol>
        </>
      )}
      {mayWrite && <NewCluster clusters={clusters} />}
    </Dialog>
  );
}

function ClusterLine({ cluster, isFirst, isLast }: { cluster: Cluster; isFirst: boolean; isLast: boolean }) {
  const { t } = useTranslation('strategy');
  const { doc, origin, mayWrite } = useTable();
  const { id, name } = cluster;
  if (!mayWrite) return <li dir="auto">{name}</li>;
  return (
    <li>
      <NameField key={name} cluster={cluster} />
      <span>
        <Button
          size="small"
          kind="plain"
          icon="up"
          isDisabled={isFirst}
          aria-label={t('clusters.upNamed', { name })}
          onPress={() => shiftCluster(doc, id, -1, origin)}
        >
          {t('row.up')}
        </Button>
        <Button
          size="small"
          kind="plain"
          icon="down"
          isDisabled={isLast}
          aria-label={t('clusters.downNamed', { name })}
          onPress={() => shiftCluster(doc, id, 1, origin)}
        >
          {t('row.down')}
        </Button>
        <Button
          size="small"
          kind="plain"
          icon="remove"
          aria-label={t('clusters.removeNamed', { name })}
          onPress={() => {
            if (removeCluster(doc, id, origin)) announce(t('clusters.removed'));
          }}
        >
          {t('clusters.remove')}
        </Button>
      </span>
    </li>
  );
}

/** Takes the name over when it is left or Enter is pressed; what others rename meanwhile is drawn anew. */
function NameField({ cluster: { id, name } }: { cluster: Cluster }) {
  const { t } = useTranslation('strategy');
  const { doc, origin } = useTable();
  const [text, setText] = useState(name);
  const take = (): void => {
    if (text.trim() !== '' && text.trim() !== name) renameCluster(doc, id, text, origin);
  };
  return (
    <TextField
      label={t('clusters.name')}
      labelHidden
      maxLength={limits.shortText}
      value={text}
      onChange={setText}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) take();
      }}
    />
  );
}

/** Two of one name can be told apart by nobody; but it is the group's to say. */
function NewCluster({ clusters }: { clusters: readonly Cluster[] }) {
  const { t } = useTranslation('strategy');
  const { doc, origin } = useTable();
  const [name, setName] = useState('');
  const isKnown = clusters.some((one) => isSameName(one.name, name));
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    addCluster(doc, name, origin);
    announce(t('clusters.added', { name: name.trim() }));
    setName('');
  };
  return (
    <form className={styles['new']} onSubmit={add}>
      <TextField
        label={t('clusters.new')}
        {...(isKnown ? { hint: t('clusters.known') } : {})}
        maxLength={limits.shortText}
        value={name}
        onChange={setName}
        autoFocus
      />
      <Button type="submit" icon="add">
        {t('clusters.add')}
      </Button>
    </form>
  );
}

function isSameName(a: string, b: string): boolean {
  return b.trim() !== '' && a.trim().toLowerCase() === b.trim().toLowerCase();
}
