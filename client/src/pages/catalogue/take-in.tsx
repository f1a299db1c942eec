import type { CatalogueOrder } from '@board/shared/model/catalogue-changes';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { incomingOf } from '../../files/merge/incoming.ts';
import { orderOf } from '../../files/merge/order.ts';
import { planMerge } from '../../files/merge/plan.ts';
import type { PositionsFound } from '../../files/positions/positions-found.ts';
import { readReply } from '../../files/positions/read-reply.ts';
import { useCatalogue } from '../../sync/follow-models.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { FileButton, listFiles } from '../../ui/file-button.tsx';
import { TextArea } from '../../ui/text-area.tsx';

import { useDroppedFile } from '../../ui/use-dropped-file.ts';
import styles from './catalogue.module.css';
import { MergePreview } from './merge/merge-preview.tsx';
import { ReplyPreview } from './merge/reply-preview.tsx';
import { Preview } from './preview.tsx';
import { ReadingProgress } from './reading-progress.tsx';
import { useReading } from './use-reading.ts';

/** What is carried out, but for who did it and when. */
export type CatalogueContents = Pick<CatalogueOrder, 'kind' | 'added' | 'changes'>;

export interface TakeInProps {
  doc: Y.Doc;
  onClose: () => void;
  onCarryOut: (contents: CatalogueContents) => void;
}

/** Paste or drop a list or the State's reply, look at what was found and what it would change, take it in. Nothing leaves the device before that. */
export function TakeIn({ doc, onClose, onCarryOut }: TakeInProps) {
  const { t } = useTranslation('catalogue');
  const { list: catalogue } = useCatalogue(doc);
  const [text, setText] = useState('');
  const { reading, read, change, number, leave } = useReading();
  const { reply, look, forget } = useReply(read);
  /** The language of a list that is being compared with the catalogue. */
  const [compared, setCompared] = useState<string | null>(null);
  const start = (source: string | Blob): void => {
    setCompared(null);
    look(source);
  };
  useDroppedFile(start);
  if (reply && catalogue.length > 0) {
    return (
      <ReplyPreview
        catalogue={catalogue}
        reply={reply.found}
        onBack={forget}
        onNotThis={() => {
          forget();
          read(reply.source);
        }}
        onCarryOut={(changes) => onCarryOut({ kind: 'positions', added: [], changes })}
      />
    );
  }
  if (reading.state === 'reading') {
    return (
      <section className={styles['take']}>
        <ReadingProgress progress={reading.progress} />
        <div className={styles['tools']}>
          <Button onPress={leave}>{t('stopReading')}</Button>
        </div>
      </section>
    );
  }
  if (reading.state === 'read') {
    const { lines, found } = reading;
    const takeAll = (language: string): void => {
      const plan = planMerge(catalogue, incomingOf(lines, found, language));
      // Into an empty catalogue there is nothing to compare: the preview has shown all of it.
      if (catalogue.length + plan.twice.length > 0) setCompared(language);
      else onCarryOut({ kind: 'list', ...orderOf(plan, new Map()) });
    };
    if (compared !== null)
      return (
        <MergePreview
          {...{ catalogue, lines, found }}
          language={compared}
          onBack={() => setCompared(null)}
          onCarryOut={(contents) => onCarryOut({ kind: 'list', ...contents })}
        />
      );
    return (
      <Preview
        catalogue={catalogue}
        reading={reading}
        onChange={change}
        onNumber={number}
        onReadAgain={(choices) => read(reading.source, choices)}
        onBack={leave}
        onTakeIn={takeAll}
      />
    );
  }
  return (
    <section className={styles['take']}>
      <h2>{t('takeIn')}</h2>
      {reading.problem && <Banner kind="error">{t(`problem.${reading.problem}`)}</Banner>}
      {reply && <NothingToReplyTo />}
      <TextArea label={t('paste')} hint={t('pasteHint')} rows={10} value={text} onChange={setText} />
      <div className={styles['tools']}>
        <Button kind="primary" isDisabled={text.trim() === ''} onPress={() => start(text)}>
          {t('look')}
        </Button>
        <FileButton accept={listFiles} onFile={start}>
          {t('file')}
        </FileButton>
        <Button kind="plain" onPress={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </section>
  );
}

function NothingToReplyTo() {
  const { t } = useTranslation('merge');
  return <Banner kind="warning">{t('reply.empty')}</Banner>;
}

/** Looks first whether something is the State's reply; what is not is read as a list. Of two that are given in a row the latter counts. */
function useReply(read: (source: string | Blob) => void) {
  const [reply, setReply] = useState<{ found: PositionsFound; source: string | Blob } | null>(null);
  const latest = useRef<object | null>(null);
  useEffect(
    () => () => {
      latest.current = null;
    },
    [],
  );
  const look = async (source: string | Blob): Promise<void> => {
    const own = {};
    latest.current = own;
    setReply(null);
    const found = await readReply(source);
    if (latest.current !== own) return;
    if (found) setReply({ found, source });
    else read(source);
  };
  return { reply, look: (source: string | Blob) => void look(source), forget: () => setReply(null) };
}
