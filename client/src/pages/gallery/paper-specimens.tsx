import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { GroupMark } from '../../ui/group-mark.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Popover } from '../../ui/popover.tsx';
import styles from './gallery.module.css';

const inks = ['paper', 'sheet', 'wash', 'ink', 'ink-soft', 'rule', 'edge', 'accent', 'danger', 'warning', 'good'];

/** Type, colours, hues and buttons. */
export function PaperSpecimens() {
  const { t } = useTranslation('gallery');
  const names = t('hueNames', { returnObjects: true });
  return (
    <>
      <div className={styles['part']}>
        <h2>{t('type.title')}</h2>
        <h1>{t('type.heading')}</h1>
        <p>{t('type.text')}</p>
        <p className={styles['serif']}>{t('type.serif')}</p>
      </div>
      <div className={styles['part']}>
        <h2>{t('colours')}</h2>
        <div className={styles['inks']}>
          {inks.map((ink) => (
            <code key={ink} className={styles['ink']} style={{ '--shown': `var(--${ink})` } as CSSProperties}>
              {ink}
            </code>
          ))}
        </div>
        <h3>{t('hues')}</h3>
        <div className={styles['inks']}>
          {names.map((name, place) => (
            <GroupMark key={name} name={name} place={place} withName />
          ))}
        </div>
      </div>
      <Buttons />
    </>
  );
}

function Buttons() {
  const { t } = useTranslation('gallery');
  return (
    <div className={styles['part']}>
      <h2>{t('buttons.title')}</h2>
      <div className={styles['line']}>
        <Button kind="primary">{t('buttons.primary')}</Button>
        <Button icon="add">{t('buttons.quiet')}</Button>
        <Button kind="danger">{t('buttons.danger')}</Button>
        <Button kind="plain" icon="up">
          {t('buttons.plain')}
        </Button>
      </div>
      <div className={styles['line']}>
        <Button isDisabled>{t('buttons.disabled')}</Button>
        <Button kind="primary" busy>
          {t('buttons.busy')}
        </Button>
        <Button size="small" icon="copy">
          {t('buttons.small')}
        </Button>
        <LinkButton href="/gallery" icon="forward">
          {t('buttons.link')}
        </LinkButton>
      </div>
      <Button kind="primary" size="large" wide>
        {t('buttons.large')}
      </Button>
      <div className={styles['line']}>
        <Menu
          label={t('states.more')}
          icon="expand"
          items={[
            { id: 'present', label: t('states.present') },
            { id: 'remove', label: t('buttons.danger'), danger: true },
          ]}
          onChoose={() => {}}
        />
        <Popover label={t('fields.open')} icon="show">
          {() => t('fields.openHint')}
        </Popover>
      </div>
    </div>
  );
}
