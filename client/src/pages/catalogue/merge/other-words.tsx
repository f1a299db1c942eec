import { useTranslation } from 'react-i18next';
import type { MergePlan } from '../../../files/merge/plan.ts';
import { Banner } from '../../../ui/banner.tsx';

/** Says so when some of a list, or most of it, look like other recommendations than those with their numbers. */
export function OtherWords({ plan }: { plan: MergePlan }) {
  const { t } = useTranslation('merge');
  const others = [...plan.fates.values()].filter((fate) => fate === 'other').length;
  if (others === 0) return null;
  return (
    <Banner kind="warning" title={t('otherWords', { others })}>
      {t(plan.isOtherList ? 'otherList' : 'doubt.other-words')}
    </Banner>
  );
}
