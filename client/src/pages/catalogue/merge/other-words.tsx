import { useTranslation } from 'react-i18next';
import type { MergePlan } from '../../../files/merge/plan.ts';
import { Banner } from '../../../ui/banner.tsx';

/** Says so when a list looks like another one, or some of it like other recommendations than those with their numbers. */
export function OtherWords({ plan }: { plan: MergePlan }) {
  const { t } = useTranslation('merge');
  const others = [...plan.fates.values()].filter((fate) => fate === 'other').length;
  if (plan.otherList !== null)
    return (
      <Banner kind="warning" title={t('otherListTitle')}>
        {t(plan.otherList === 'words' ? 'otherList' : 'otherNumbers')}
      </Banner>
    );
  if (others === 0) return null;
  return (
    <Banner kind="warning" title={t('otherWords', { others })}>
      {t('doubt.other-words')}
    </Banner>
  );
}
