import { fragmentText } from '@board/shared/model/read';
import { type CellAddress, cellFragment, cellKey } from '@board/shared/model/strategy';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { Button } from '../ui/button.tsx';
import { hueOf } from '../ui/group-mark.tsx';
import styles from './cards.module.css';
import { CellText } from './cell-text.tsx';
import { useFragmentVersion } from './follow-fragment.ts';
import type { PresenceView } from './presence.ts';
import { PresenceMarks } from './presence-marks.tsx';
import { cellElementId } from './table-cell.tsx';
import { useTable } from './table-context.ts';

type Props = {
  /** What stands in it: Indicator. */
  name: string;
  /** The same with what it belongs to, for its button: read out by itself, “Indicator” could be any action’s. */
  spoken: string;
  others: PresenceView['cells'];
} & (
  | { address: CellAddress; cellKey?: never; children?: never }
  | { cellKey: string; address?: never; children: string }
);

/** One cell on a phone: its name, its words, and a button that opens it. Left out where it is empty and nobody may write. */
export function CardField({ name, spoken, others, address, cellKey: given, children }: Props) {
  const { doc, mayWrite } = useTable();
  const fragment = address ? cellFragment(doc, address) : null;
  const key = address ? cellKey(address) : given;
  if (address) return fragment && <SharedField {...{ name, spoken, fragment }} cell={key} people={others.get(key)} />;
  if (children === '' && !mayWrite) return null;
  return (
    <FieldFrame {...{ name, spoken }} cell={key} people={others.get(key)} isEmpty={children === ''}>
      <p>{children}</p>
    </FieldFrame>
  );
}

type People = ReturnType<PresenceView['cells']['get']>;

function SharedField(props: { name: string; spoken: string; fragment: Y.XmlFragment; cell: string; people: People }) {
  const { name, spoken, fragment, cell, people } = props;
  const { mayWrite } = useTable();
  useFragmentVersion(fragment);
  const isEmpty = fragmentText(fragment) === '';
  if (isEmpty && !mayWrite) return null;
  return (
    <FieldFrame {...{ name, spoken, cell, people, isEmpty }}>
      <CellText fragment={fragment} />
    </FieldFrame>
  );
}

interface FrameProps {
  name: string;
  spoken: string;
  cell: string;
  people: People;
  isEmpty: boolean;
  children: ReactNode;
}

function FieldFrame({ name, spoken, cell, people = [], isEmpty, children }: FrameProps) {
  const { t } = useTranslation('strategy');
  const { mayWrite, open } = useTable();
  const [first] = people;
  return (
    <div
      className={styles['field']}
      data-others={first ? true : undefined}
      {...(first ? { style: hueOf(first.colour) } : {})}
    >
      <span className={styles['name']}>
        {name}
        <PresenceMarks people={people} isInline />
      </span>
      {mayWrite && (
        <span className={styles['write']}>
          <Button
            id={cellElementId(cell)}
            kind="plain"
            size="small"
            aria-label={t('sheet.writeIn', { cell: spoken })}
            onPress={() => open(cell)}
          >
            {t('sheet.write')}
          </Button>
        </span>
      )}
      {!isEmpty && children}
    </div>
  );
}
