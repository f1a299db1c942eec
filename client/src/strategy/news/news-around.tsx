import type { RowId } from '@board/shared/ids';
import type { StrategyRow } from '@board/shared/model/strategy';
import { seeTexts, textNews } from '@board/shared/model/text-news';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import type { Catalogue } from '../../sync/follow-models.ts';
import { rowName } from '../row-names.ts';
import { NewsProvider } from './news-context.ts';
import { NewsLine } from './news-line.tsx';
import { WordingDialog } from './wording-dialog.tsx';

interface Props {
  doc: Y.Doc;
  rows: readonly StrategyRow[];
  catalogue: Catalogue | null;
  mayMark: boolean;
  children: ReactNode;
}

/** What is new about the recommendations of a table: a line above it, marks in its rows, and a dialog that shows words beside each other, which stands outside of the table and its keys. */
export function NewsAround({ doc, rows, catalogue, mayMark, children }: Props) {
  const { t } = useTranslation('strategy');
  const [shown, setShown] = useState<RowId | null>(null);
  const news = useMemo(() => ({ mayMark, showWording: setShown }), [mayMark]);
  const at = rows.findIndex(({ id }) => id === shown);
  const row = rows[at];
  const recommendation = row?.recommendation ? catalogue?.byId.get(row.recommendation) : undefined;
  const texts = row ? textNews(row, recommendation) : [];
  return (
    <NewsProvider value={news}>
      <NewsLine {...{ doc, rows, catalogue }} />
      {children}
      {row && texts.length > 0 && (
        <WordingDialog
          texts={texts}
          title={rowName(row, recommendation, at + 1, t)}
          onClose={() => setShown(null)}
          onSeen={mayMark ? () => seeTexts(doc, [[row.id, texts]]) : null}
        />
      )}
    </NewsProvider>
  );
}
