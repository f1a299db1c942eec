import i18next from 'i18next';
import { useMemo } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { directionOf, type Language } from '../../languages.ts';
import { Page } from '../../ui/page.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { FieldSpecimens } from './field-specimens.tsx';
import styles from './gallery.module.css';
import { MessageSpecimens } from './message-specimens.tsx';
import { PaperSpecimens } from './paper-specimens.tsx';

/** Every component of the theme in light, dark and right to left, side by side. */
export function GalleryPage() {
  const { t } = useTranslation(['gallery', 'frame']);
  return (
    <Page name={t('title')} width="wide" header={<PageHeader title={t('frame:board')} titleHref="/" />}>
      <h1>{t('title')}</h1>
      <p className={styles['about']}>{t('about')}</p>
      <div className={styles['panels']}>
        <Panel name={t('light')} theme="light" language="en" />
        <Panel name={t('dark')} theme="dark" language="en" />
        <Panel name={t('turned')} theme="light" language="ar" />
      </div>
    </Page>
  );
}

/** One column with a theme and a language of its own. */
function Panel({ name, theme, language }: { name: string; theme: 'light' | 'dark'; language: Language }) {
  const words = useMemo(() => i18next.cloneInstance({ lng: language }), [language]);
  return (
    <I18nextProvider i18n={words}>
      <section
        className={styles['panel']}
        data-theme={theme}
        lang={language}
        dir={directionOf(language)}
        aria-label={name}
      >
        <p className={styles['name']}>{name}</p>
        <PaperSpecimens />
        <FieldSpecimens />
        <MessageSpecimens />
      </section>
    </I18nextProvider>
  );
}
