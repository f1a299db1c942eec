import type { FoundProblem } from '@board/shared/upr/found';
import { useTranslation } from 'react-i18next';
import type { Encoding } from '../../files/import/encodings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import type { ReplyControls } from './use-reply.ts';

export interface ReplyChoiceProps {
  controls: ReplyControls;
  /** What was taken for a list, or for nothing, and may be the State's reply; null for nothing of the kind. */
  source: string | Blob | null;
  encoding?: Encoding | undefined;
  onNotThis: () => void;
}

/** For somebody to say that something is the State's reply, with what came of it. */
export function ReplyChoice({ controls, source, encoding, onNotThis }: ReplyChoiceProps) {
  const { t } = useTranslation('merge');
  const { t: word } = useTranslation('catalogue');
  const { reply, without, insist } = controls;
  const wordsOf = (problem: FoundProblem): string =>
    isOfReplies(problem) ? t(`reply.problem.${problem}`) : word(`problem.${problem}`);
  // A reply that is looked at has a page of its own, unless there is nothing yet to reply to.
  if (reply)
    return (
      <Banner kind="warning" action={<Button onPress={onNotThis}>{t('reply.notThis')}</Button>}>
        {t('reply.empty')}
      </Banner>
    );
  if (source === null) return null;
  if (source === without?.source) return <Banner kind="warning">{wordsOf(without.problem)}</Banner>;
  return (
    <div>
      <Button kind="plain" size="small" onPress={() => insist(source, encoding)}>
        {t('reply.isThis')}
      </Button>
    </div>
  );
}

/** What is otherwise to be said of replies than of lists. */
const ofReplies = ['nothing-found', 'too-large', 'too-slow', 'other-file', 'unreadable'] as const;

function isOfReplies(problem: FoundProblem): problem is (typeof ofReplies)[number] {
  return ofReplies.some((one) => one === problem);
}
