import type { PersonListed } from '@board/shared/commands';
import type { GroupId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { limits } from '@board/shared/protocol/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.ts';
import { Button } from '../../ui/button.tsx';
import { GroupMark } from '../../ui/group-mark.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { orderedGroups } from '../home/ordered-groups.ts';
import { CountField } from './count-field.tsx';
import { allButOne, joinedTwice } from './joined-twice.ts';
import styles from './roll-part.module.css';
import type { Presence, RollChoice } from './use-roll-choice.ts';

/** Who is on the roll of the vote that is about to be opened: in one sentence, and person by person for who wants to look. */
export function RollPart({ roll, view }: { roll: RollChoice; view: LiveView }) {
  const { t } = useTranslation('charter');
  const [isShown, setShown] = useState(false);
  const { all, byHand, absent, organisations } = roll.counts;
  const away = roll.members.filter(({ personId, connected }) => !connected && roll.presenceOf(personId) === 'phone');
  const back = roll.members.filter(({ personId, connected }) => connected && roll.presenceOf(personId) === 'absent');
  return (
    <section className={styles['roll']} aria-labelledby="roll">
      <div className={styles['head']}>
        <h3 id="roll">{t('roll.title')}</h3>
        <Button kind="plain" size="small" aria-expanded={isShown} onPress={() => setShown(!isShown)}>
          {t(isShown ? 'roll.hide' : 'roll.show')}
        </Button>
      </div>
      <Beginning roll={roll} />
      <p>{t('roll.counts', { all, byHand, absent, organisations })}</p>
      {back.length > 0 && (
        <p className={styles['away']}>
          <span>{t('roll.back', { back: back.length })}</span>
          <Button size="small" onPress={() => roll.setPresence(idsOf(back), 'phone')}>
            {t('roll.takeIn')}
          </Button>
        </p>
      )}
      {away.length > 0 && (
        <p className={styles['away']}>
          <span>{t('roll.away', { away: away.length })}</span>
          <Button size="small" onPress={() => roll.setPresence(idsOf(away), 'absent')}>
            {t('roll.takeOut')}
          </Button>
        </p>
      )}
      <Twice roll={roll} />
      {absent > 0 && (
        <TextField
          label={t('roll.note')}
          hint={t('roll.noteHint')}
          maxLength={limits.shortText}
          value={roll.note}
          onChange={roll.setNote}
        />
      )}
      {isShown && <ByGroup roll={roll} view={view} />}
    </section>
  );
}

/** Says when the list does not begin with everybody, or when it does though the vote before was without some. */
function Beginning({ roll: { beginning, beginAnew } }: { roll: RollChoice }) {
  const { t } = useTranslation('charter');
  if (beginning.from === 'everybody') return null;
  if (beginning.from === 'elsewhere')
    return (
      <>
        {beginning.absent > 0 && <p>{t('roll.elsewhere', { ...beginning })}</p>}
        {beginning.byHand > 0 && <p>{t('roll.elsewhereHand', { ...beginning })}</p>}
      </>
    );
  return (
    <p className={styles['begun']}>
      <span>{t('roll.asLast', { ...beginning })}</span>
      <Button size="small" onPress={beginAnew}>
        {t('roll.anew')}
      </Button>
    </p>
  );
}

/** Names people who may be on the list twice, with laptop and phone. */
function Twice({ roll }: { roll: RollChoice }) {
  const { t } = useTranslation('charter');
  const format = useFormat();
  const alike = joinedTwice(roll.members.filter(({ personId }) => roll.presenceOf(personId) !== 'absent'));
  if (alike.length === 0) return null;
  const keepOne = (): void => {
    roll.setPresence(idsOf(allButOne(alike)), 'absent');
    if (roll.note.trim() === '') roll.setNote(t('roll.joinedTwice'));
  };
  return (
    <p className={styles['away']}>
      <span>{t('roll.twice', { names: format.list(alike.flatMap(([one]) => one?.name ?? [])) })}</span>
      <Button size="small" onPress={keepOne}>
        {t('roll.keepOne')}
      </Button>
    </p>
  );
}

function ByGroup({ roll, view }: { roll: RollChoice; view: LiveView }) {
  const { t } = useTranslation('charter');
  const groups: { id: GroupId | null; name: string; place: number | null }[] = [
    ...orderedGroups(view).map(({ id, group }) => ({ id, name: group.name, place: group.place })),
    { id: null, name: t('roll.noGroup'), place: null },
  ];
  return (
    <ul className={styles['groups']}>
      {groups.map(({ id, name, place }) => {
        const people = roll.members.filter((person) => person.groupId === id);
        return (
          <li key={id ?? ''}>
            <div className={styles['group']}>
              {place === null ? <span>{name}</span> : <GroupMark name={name} place={place} withName size="small" />}
              <CountField
                label={t('roll.without')}
                aria-label={t('roll.withoutOf', { group: name })}
                value={roll.withoutPhone(id)}
                most={limits.handBallots}
                onChange={(count) => roll.setWithoutPhone(id, count)}
              />
            </div>
            <ul>
              {people.map((person) => (
                <Person key={person.personId} person={person} roll={roll} />
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

const presences: readonly Presence[] = ['phone', 'hand', 'absent'];

function Person({ person, roll }: { person: PersonListed; roll: RollChoice }) {
  const { t } = useTranslation('charter');
  const { personId, name, organisation, connected } = person;
  const presence = roll.presenceOf(personId);
  return (
    <li className={styles['person']} data-presence={presence}>
      <span>
        <bdi>{name}</bdi>
        <span className={styles['about']}>
          {organisation && <bdi>{organisation}</bdi>}
          {!connected && <span>{t('roll.notConnected')}</span>}
        </span>
      </span>
      <Select
        compact
        labelHidden
        label={t('roll.presenceOf', { name })}
        value={presence}
        onChange={(chosen) => roll.setPresence([personId], chosen)}
        options={presences.map((value) => ({ value, label: t(`roll.presence.${value}`) }))}
      />
    </li>
  );
}

function idsOf(people: readonly PersonListed[]) {
  return people.map(({ personId }) => personId);
}
