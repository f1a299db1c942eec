import type { CatalogueOrder } from '@board/shared/model/catalogue-changes';
import type { Found } from '@board/shared/upr/found';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { guessLanguage } from '../../files/guess-language.ts';
import type { ReadingProgress as Progress } from '../../files/import/readers.ts';
import { incomingOf } from '../../files/merge/incoming.ts';
import { orderOf } from '../../files/merge/order.ts';
import { type Choices, planMerge } from '../../files/merge/plan.ts';
import { useCatalogue } from '../../sync/follow-models.ts';
import { Button } from '../../ui/button.tsx';
import { useDroppedFile } from '../../ui/use-dropped-file.ts';
import { AskForList } from './ask-for-list.tsx';
import styles from './catalogue.module.css';
import { MergePreview } from './merge/merge-preview.tsx';
import { ReplyPreview } from './merge/reply-preview.tsx';
import { Preview, type PreviewProps } from './preview.tsx';
import { ReadingProgress } from './reading-progress.tsx';
import { ReplyChoice } from './reply-choice.tsx';
import { useReading } from './use-reading.ts';
import { useReply } from './use-reply.ts';

/** What is carried out, but for who did it and when. */
export type CatalogueContents = Pick<CatalogueOrder, 'kind' | 'added' | 'changes'>;

export interface TakeInProps {
  doc: Y.Doc;
  onClose: () => void;
  onCarryOut: (contents: CatalogueContents) => void;
}

/** Paste or drop a list or the State's reply, look at what was found and what it would change, take it in. Nothing leaves the device before that. */
export function TakeIn({ doc, onClose, onCarryOut }: TakeInProps) {
  const { list: catalogue } = useCatalogue(doc);
  const [text, setText] = useState('');
  const controls = useReading();
  const { reading, read, leave } = controls;
  const replies = useReply(read, leave);
  const { reply } = replies;
  /** The list is being compared with the catalogue. */
  const [isComparing, setComparing] = useState(false);
  const start = (source: string | Blob): void => {
    setComparing(false);
    replies.look(source);
  };
  useDroppedFile(start);
  const readReplyAsList = (): void => {
    replies.forget();
    // Who came from the list goes back to it, with all that was mended in it.
    const isRead = reading.state === 'read' && reading.source === reply?.source;
    if (reply && !isRead) read(reply.source);
  };
  if (reply && catalogue.length > 0) {
    return (
      <ReplyPreview
        catalogue={catalogue}
        reply={reply.found}
        onBack={replies.forget}
        onNotThis={readReplyAsList}
        onCarryOut={(changes) => onCarryOut({ kind: 'positions', added: [], changes })}
      />
    );
  }
  if (reading.state === 'reading' || replies.isLooking) {
    const stop = () => {
      replies.forget();
      // A list that was read before stays.
      if (reading.state === 'reading') leave();
    };
    return <UnderWay progress={reading.state === 'reading' ? reading.progress : null} onStop={stop} />;
  }
  if (reading.state === 'read')
    return (
      <ListRead
        {...{ catalogue, reading, controls, isComparing }}
        onCompare={setComparing}
        onCarryOut={(contents) => onCarryOut({ kind: 'list', ...contents })}
        replyChoice={
          <ReplyChoice
            controls={replies}
            source={reading.source}
            encoding={reading.choices.encoding}
            onNotThis={readReplyAsList}
          />
        }
      />
    );
  return (
    <AskForList problem={reading.problem} {...{ text, onClose }} onText={setText} onStart={start}>
      <ReplyChoice
        controls={replies}
        source={reading.problem === 'nothing-found' ? reading.source : null}
        onNotThis={readReplyAsList}
      />
    </AskForList>
  );
}

interface ListReadProps extends Omit<PreviewProps, 'language' | 'onTakeIn'> {
  isComparing: boolean;
  onCompare: (isComparing: boolean) => void;
  onCarryOut: (contents: Pick<CatalogueOrder, 'added' | 'changes'>) => void;
}

/** What was read, and then what it would change. Who goes back from there finds both as they were left. */
function ListRead({ isComparing, onCompare, onCarryOut, ...preview }: ListReadProps) {
  const { catalogue, reading, controls } = preview;
  const { lines, found, turn } = reading;
  const guessed = useMemo(() => languageOf(found), [found]);
  const language = reading.language ?? guessed;
  const [decided, setDecided] = useState<{ turn: number; choices: Choices }>({ turn, choices: new Map() });
  const choices = decided.turn === turn ? decided.choices : new Map<string, boolean>();
  const choose = (keys: readonly string[], isChosen: boolean): void =>
    setDecided((before) => {
      const known = before.turn === turn ? before.choices : [];
      return { turn, choices: new Map([...known, ...keys.map((key) => [key, isChosen] as const)]) };
    });
  const takeAll = (): void => {
    const plan = planMerge(catalogue, incomingOf(lines, found, language));
    // Into an empty catalogue there is nothing to compare: the preview has shown all of it.
    if (catalogue.length + plan.twice.length > 0) onCompare(true);
    else onCarryOut(orderOf(plan, new Map()));
  };
  if (!isComparing) return <Preview {...preview} language={language} onTakeIn={takeAll} />;
  return (
    <MergePreview
      {...{ catalogue, lines, found, language, choices, onCarryOut }}
      onLanguage={controls.chooseLanguage}
      onChoose={choose}
      onBack={() => onCompare(false)}
    />
  );
}

/** The language that the column of texts names, or that their words look like. */
function languageOf({ table, recommendations }: Found): string {
  return table?.language ?? guessLanguage(recommendations.map(({ text }) => text)).language;
}

function UnderWay({ progress, onStop }: { progress: Progress | null; onStop: () => void }) {
  const { t } = useTranslation('catalogue');
  return (
    <section className={styles['take']}>
      <ReadingProgress progress={progress} />
      <div className={styles['tools']}>
        <Button onPress={onStop}>{t('stopReading')}</Button>
      </div>
    </section>
  );
}
