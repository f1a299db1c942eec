import type { WorkshopId } from '@board/shared/ids';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keptCommentKeys, parseKept } from '../sync/kept-comments.ts';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { TextArea } from './text-area.tsx';

/** Comments of a workshop that never reached the server, where they cannot be shown in their threads: to be copied out. */
export function KeptComments({ workshopId }: { workshopId: WorkshopId }) {
  const { t } = useTranslation();
  const [keys, setKeys] = useState(() => keptCommentKeys(workshopId));
  const kept = keys.flatMap((key) => {
    const comment = parseKept(localStorage.getItem(key));
    return comment ? [{ key, text: comment.text }] : [];
  });
  if (kept.length === 0) return null;
  const discard = (key: string): void => {
    localStorage.removeItem(key);
    setKeys(keptCommentKeys(workshopId));
  };
  return (
    <Banner kind="warning" title={t('kept.titleIn', { where: t('kept.comments') })}>
      <p>{t('kept.hint')}</p>
      {kept.map(({ key, text }) => (
        <div key={key}>
          <TextArea label={t('kept.comment')} value={text} rows={3} isReadOnly />
          <Button size="small" kind="plain" onPress={() => discard(key)}>
            {t('kept.discard')}
          </Button>
        </div>
      ))}
    </Banner>
  );
}
