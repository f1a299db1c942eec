import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page name={t('notFound.title')} width="text" header={<PageHeader title={t('board')} titleHref="/" />}>
      <EmptyState
        wholePage
        title={t('notFound.title')}
        action={
          <>
            <LinkButton href="/j" kind="primary">
              {t('notFound.join')}
            </LinkButton>
            <LinkButton href="/">{t('words.toStart')}</LinkButton>
          </>
        }
      >
        {t('notFound.text')}
      </EmptyState>
    </Page>
  );
}
