import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

/** Every component of the theme in light, dark and right to left, side by side. */
export function GalleryPage() {
  const { t } = useTranslation();
  return (
    <Page name="Gallery" width="wide" header={<PageHeader title={t('board')} titleHref="/" />}>
      {null}
    </Page>
  );
}
