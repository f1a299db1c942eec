import { takeIn } from '@board/shared/model/catalogue';
import type { Result } from '@board/shared/result';
import type { Found, FoundProblem } from '@board/shared/upr/found';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { type PreviewLine, previewLines, toCatalogue } from '../../files/import/preview.ts';
import { readDropped, readPasted } from '../../files/import/read-list.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import styles from './catalogue.module.css';
import { Preview } from './preview.tsx';
import { useDroppedFile } from './use-dropped-file.ts';

export interface TakeInProps {
  doc: Y.Doc;
  origin: object;
  onClose: () => void;
  onTaken: (count: number) => void;
}

interface Reading {
  found: Found;
  lines: PreviewLine[];
}

/** Paste or drop a list, look at what was found, take it in. Nothing leaves the device before that. */
export function TakeIn({ doc, origin, onClose, onTaken }: TakeInProps) {
  const { t } = useTranslation('catalogue');
  const [text, setText] = useState('');
  const [reading, setReading] = useState<Reading | null>(null);
  const [problem, setProblem] = useState<FoundProblem | null>(null);
  const [isReading, setIsReading] = useState(false);
  const read = async (result: Promise<Result<Found, FoundProblem>>) => {
    setIsReading(true);
    const found = await result;
    setIsReading(false);
    setProblem(found.ok ? null : found.problem);
    setReading(found.ok ? { found: found.value, lines: previewLines(found.value) } : null);
  };
  const takeFile = (file: File | null | undefined) => file && void read(readDropped(file));
  useDroppedFile(takeFile);
  if (isReading) return <Waiting>{t('reading')}</Waiting>;
  if (reading) {
    return (
      <Preview
        doc={doc}
        found={reading.found}
        lines={reading.lines}
        onChange={(lines) => setReading({ ...reading, lines })}
        onBack={() => setReading(null)}
        onTakeIn={(language) => {
          const list = toCatalogue(reading.lines, language);
          takeIn(doc, list, origin);
          onTaken(list.length);
        }}
      />
    );
  }
  return (
    <section className={styles['take']}>
      <h2>{t('takeIn')}</h2>
      {problem && <Banner kind="error">{t(`problem.${problem}`)}</Banner>}
      <TextArea label={t('paste')} hint={t('pasteHint')} rows={10} value={text} onChange={setText} />
      <div className={styles['tools']}>
        <Button kind="primary" isDisabled={text.trim() === ''} onPress={() => void read(readPasted(text))}>
          {t('look')}
        </Button>
        <FileTrigger
          acceptedFileTypes={['.csv', '.txt', '.tsv', 'text/csv', 'text/plain']}
          onSelect={(files) => takeFile(files?.[0])}
        >
          <Button>{t('file')}</Button>
        </FileTrigger>
        <Button kind="plain" onPress={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </section>
  );
}
