import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icons.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './first-steps.module.css';

/** What to do first, while the workshop has not begun. A step that is done says so. */
export function FirstSteps({ workshopId, view }: { workshopId: WorkshopId; view: LiveView }) {
  const { t } = useTranslation(['home', 'frame', 'hall']);
  if (view.stage !== 'lobby') return null;
  const { recommendations } = view.workshop;
  const { joined } = view.people;
  const steps = Object.keys(view.agenda).length;
  const lines = [
    {
      name: t('first.catalogue'),
      text: recommendations > 0 ? t('first.catalogueDone', { count: recommendations }) : t('first.catalogueText'),
      isDone: recommendations > 0,
      action: { label: t('frame:nav.catalogue'), href: `/w/${workshopId}/catalogue` },
    },
    {
      name: t('first.agenda'),
      text: steps > 0 ? t('first.agendaDone', { count: steps }) : t('first.agendaText'),
      isDone: steps > 0,
      action: { label: t('frame:nav.agenda'), href: `/w/${workshopId}/agenda` },
    },
    {
      name: t('first.keep'),
      text: t('first.keepText'),
      action: { label: t('hall:desk.part.links'), href: `/w/${workshopId}#links` },
    },
    {
      name: t('first.project'),
      text: t('first.projectText'),
      action: { label: t('hall:desk.part.screen'), href: `/w/${workshopId}#screen` },
    },
    {
      name: t('first.joined'),
      text: joined > 0 ? t('first.joinedDone', { count: joined }) : t('first.joinedText'),
      isDone: joined > 0,
    },
    { name: t('first.begin'), text: t('first.beginText', { stage: t('frame:stage.group-work') }) },
  ];
  return (
    <section className={styles['first']} aria-labelledby="first">
      <h2 id="first">{t('first.title')}</h2>
      <ol className={styles['steps']}>
        {lines.map(({ name, text, isDone = false, action }) => (
          <li key={name} data-done={isDone || undefined}>
            <div className={styles['words']}>
              <p className={styles['name']}>
                {name}
                {isDone && (
                  <span className={styles['done']}>
                    <Icon name="check" />
                    <VisuallyHidden>{t('first.done')}</VisuallyHidden>
                  </span>
                )}
              </p>
              <p className={styles['text']}>{text}</p>
            </div>
            {action && (
              <LinkButton href={action.href} size="small" icon="forward">
                {action.label}
              </LinkButton>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
