import type { WorkshopId } from '@board/shared/ids';
import { type ScreenView, screenLooks } from '@board/shared/screen-view';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forgetWifi, setScreen, setWifi } from '../../../api/screen-commands.ts';
import { languages } from '../../../languages.ts';
import { RefusalBanner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import home from '../home.module.css';
import { useCommand } from '../use-command.ts';
import styles from './screen-control.module.css';

const ownLanguage = 'own';

/** What is set once: light or dark and the language of a screen that has no keyboard, and the hall's Wi-Fi. */
export function ScreenSettings({ workshopId, screen }: { workshopId: WorkshopId; screen: ScreenView }) {
  const { t } = useTranslation('screen');
  const { run, refusal } = useCommand();
  return (
    <div className={styles['settings']}>
      <div className={styles['line']}>
        <Select
          label={t('control.look')}
          options={screenLooks.map((value) => ({ value, label: t(`control.looks.${value}`) }))}
          value={screen.look}
          onChange={(look) => void run(() => setScreen(workshopId, { look }))}
        />
        <Select
          label={t('control.language')}
          options={[
            { value: ownLanguage, label: t('control.ownLanguage') },
            ...languages.map(({ code, name }) => ({ value: code as string, label: name })),
          ]}
          value={screen.language ?? ownLanguage}
          onChange={(language) =>
            void run(() => setScreen(workshopId, { language: language === ownLanguage ? null : language }))
          }
        />
      </div>
      <RefusalBanner refusal={refusal} />
      <WifiForm workshopId={workshopId} wifi={screen.wifi} />
    </div>
  );
}

/** Signs that a Wi-Fi password has at least. */
const shortest = 8;
const longestName = 32;
const longestPassword = 63;

function WifiForm({ workshopId, wifi }: { workshopId: WorkshopId; wifi: ScreenView['wifi'] }) {
  const { t } = useTranslation('screen');
  const [name, setName] = useState(wifi?.name ?? '');
  const [password, setPassword] = useState(wifi?.password ?? '');
  const { run, isBusy, refusal } = useCommand();
  const isShort = password !== '' && password.length < shortest;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name !== '' && !isShort) void run(() => setWifi(workshopId, { name, password }), t('control.wifiSaved'));
  };
  return (
    <form className={styles['pair']} onSubmit={submit}>
      <h3>{t('control.wifi')}</h3>
      <p className={home['hint']}>{t('control.wifiHint')}</p>
      <div className={styles['line']}>
        <TextField
          label={t('join.network')}
          value={name}
          onChange={setName}
          maxLength={longestName}
          autoComplete="off"
          spellCheck={false}
        />
        <TextField
          label={t('join.password')}
          value={password}
          onChange={setPassword}
          maxLength={longestPassword}
          autoComplete="off"
          spellCheck={false}
          error={isShort ? t('control.wifiShort') : undefined}
        />
        <Button type="submit" busy={isBusy} isDisabled={name === '' || isShort}>
          {t('control.wifiSave')}
        </Button>
        {wifi && (
          <Button kind="plain" onPress={() => run(() => forgetWifi(workshopId), t('control.wifiForgotten'))}>
            {t('control.wifiForget')}
          </Button>
        )}
      </div>
      <RefusalBanner refusal={refusal} />
    </form>
  );
}
