import { limits } from '@board/shared/protocol/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { takeUpWorkshop } from '../../api/take-up.ts';
import type { FileProblem, FoundWorkshop } from '../../files/take-up/read-workshop-file.ts';
import { useFormat } from '../../format.ts';
import { Banner, RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './start.module.css';
import { useCreation } from './use-creation.ts';

const accept = '.zip,.json,application/zip,application/json';

/** Goes on with a workshop of another board, from what was taken home there. What is in the file is shown before anything is sent. */
export function TakeUpOffer({ keyNeeded }: { keyNeeded: boolean }) {
  const { t } = useTranslation(['takehome', 'start']);
  const [key, setKey] = useState('');
  const [found, setFound] = useState<FoundWorkshop | null>(null);
  const [problem, setProblem] = useState<FileProblem | 'unread' | null>(null);
  const { create, isBusy, refusal } = useCreation();
  const read = async (file: File): Promise<void> => {
    setFound(null);
    setProblem(null);
    const answer = await import('../../files/take-up/read-workshop-file.ts').then(
      ({ readWorkshopFile }) => readWorkshopFile(file),
      () => null,
    );
    if (answer === null) setProblem('unread');
    else if (answer.ok) setFound(answer.value);
    else setProblem(answer.problem);
  };
  return (
    <div className={styles['block']}>
      <h2>{t('takeUp.title')}</h2>
      <p className={styles['hint']}>{t('takeUp.text')}</p>
      <FileButton accept={accept} onFile={(file) => void read(file)}>
        {t('takeUp.choose')}
      </FileButton>
      {problem && <Problem problem={problem} />}
      {found && (
        <>
          <Facts found={found} />
          {keyNeeded && (
            <TextField label={t('start:create.key')} value={key} onChange={setKey} type="password" autoComplete="off" />
          )}
          <RefusalBanner refusal={refusal} />
          <Button
            kind="primary"
            busy={isBusy}
            onPress={() => create(() => takeUpWorkshop(found.text, keyNeeded ? key : ''), found.title)}
          >
            {t('takeUp.go')}
          </Button>
        </>
      )}
    </div>
  );
}

function Facts({ found }: { found: FoundWorkshop }) {
  const { t } = useTranslation('takehome');
  const format = useFormat();
  const { title, groups, recommendations, writtenAt, withNames } = found;
  return (
    <p>
      <bdi>{t('takeUp.found', { title, groups, recommendations, moment: format.date(writtenAt) })}</bdi>{' '}
      {withNames && t('takeUp.names')}
    </p>
  );
}

function Problem({ problem }: { problem: FileProblem | 'unread' }) {
  const { t } = useTranslation(['takehome', 'frame']);
  const most = Math.round(limits.workshopFileBytes / 1024 / 1024);
  return (
    <Banner kind="error">
      {problem === 'unread' ? t('frame:errors.offline') : t(`takeUp.problem.${problem}`, { most })}
    </Banner>
  );
}
