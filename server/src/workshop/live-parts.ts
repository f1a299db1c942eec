import type { GroupId, PersonId, PresentationId, RecommendationId, VoteId } from '@board/shared/ids';
import { keyed } from '@board/shared/keyed';
import type { ContributionView, GroupView, LiveView, PriorityView } from '@board/shared/live-view';
import type { Recommendation } from '@board/shared/model/catalogue';
import { progressOf } from '@board/shared/model/progress';
import { noTimeline } from '@board/shared/model/timeline';
import type { Turnout } from './ballot-boxes.ts';
import { isStale, voteViewOf } from './charter-reading.ts';
import { amendmentsView, charterView, rewordedView } from './charter-view.ts';
import { commentCounts } from './comments-fold.ts';
import { type NamelessShown, plenaryViews, rapporteurView } from './feedback-views.ts';
import type { WorkshopState } from './fold.ts';
import { messageViews } from './hall-fold.ts';
import { liftUntil } from './lift-times.ts';
import { coverageView } from './live-coverage.ts';
import { overlapViews } from './live-overlaps.ts';
import type { Readings } from './live-readings.ts';
import { ledReadings } from './merged.ts';
import { runningPresentation } from './presentations-fold.ts';
import type { StrategyReading } from './strategy-reading.ts';
import { togetherViews } from './together-fold.ts';

/** What the live view is made of. */
export interface LiveSources {
  state: WorkshopState;
  readings: Readings;
  /** True for a person who has the board open now. */
  isConnected(person: PersonId): boolean;
  /** Durable ballots of a vote that is not closed. */
  turnout(vote: VoteId): Turnout;
  /** Whether what is needed for lifting blocks on a vote is kept: after a restore it is not. */
  hasMarks(vote: VoteId): boolean;
  /** What was said without a name in the running presentation, as far as it is shown by now. */
  nameless(presentation: PresentationId): NamelessShown[];
}

/** The whole live view. Pure; cheap enough to be made anew at every change, since no document is touched. */
export function composeLiveView(given: LiveSources): LiveView {
  const sources = { ...given, readings: ledReadings(given.readings) };
  const { state, readings } = sources;
  const members = [...state.people.values()].filter((person) => person.role === 'member');
  const taken = takenBy(sources);
  return {
    workshop: {
      id: state.id,
      title: readings.board?.title ?? '',
      country: readings.board?.country ?? '',
      cycle: readings.board?.cycle ?? '',
      joinCode: state.joinCode,
      demonstration: state.demonstration,
      recommendations: readings.catalogue.size,
      states: statesIn(readings.catalogue),
      timeline: readings.board?.timeline ?? noTimeline,
    },
    stage: state.stage,
    now: { step: state.hall.step, since: state.hall.since },
    agenda: agendaView(readings),
    timer: state.hall.timer,
    messages: messageViews(state.hall),
    people: {
      joined: members.length,
      connected: members.filter((person) => sources.isConnected(person.id)).length,
    },
    documents: keyed(state.documents),
    groups: groupViews(sources),
    taken,
    partners: partnersNamed(sources),
    charter: charterView({ state, charter: readings.charter }),
    reworded: rewordedView({
      charter: readings.charter,
      openStrategy: (group) => openStrategy(sources, group),
    }),
    amendments: amendmentsView({ state, charter: readings.charter }),
    votes: voteViews(sources),
    comments: commentsView(state),
    together: togetherViews(state.together, readings.strategies),
    ...plenaryViews(state, sources.nameless),
    ...screenParts(sources, taken),
  };
}

function agendaView({ board }: Readings): LiveView['agenda'] {
  const steps = board?.agenda ?? [];
  return keyed(steps.map(({ id, order: _, ...facts }, place) => [id, { ...facts, place }]));
}

function groupViews(sources: LiveSources): Record<GroupId, GroupView> {
  const { state, readings } = sources;
  const views = keyed<GroupId, GroupView>();
  const presenting = runningPresentation(state.plenary)?.groupId;
  groupsInOrder(sources).forEach((id, place) => {
    const rights = state.groups.get(id)!;
    const members = [...state.people.values()].filter((one) => one.role === 'member' && one.groupId === id);
    const strategy = readings.strategies.get(id);
    const isShown = strategy !== undefined && (isOpenToAll(rights) || presenting === id);
    views[id] = {
      name: readings.board?.groups.find((group) => group.id === id)?.name ?? '',
      place,
      members: members.length,
      connected: members.filter((person) => sources.isConnected(person.id)).length,
      ...rights,
      rapporteur: rapporteurView(state, id),
      progress: strategy?.progress ?? progressOf([]),
      ...(strategy && !strategy.isWhole ? { beyond: true } : {}),
      priorities: isShown ? prioritiesOf(strategy, readings) : [],
      contributions: isShown ? contributionsOf(strategy, readings) : [],
    };
  });
  return views;
}

/** The board's order; groups that the board does not name come last. A group that was never decided is not shown. */
function groupsInOrder({ state, readings }: LiveSources): GroupId[] {
  const named = (readings.board?.groups ?? []).map((group) => group.id).filter((id) => state.groups.has(id));
  return [...new Set([...named, ...state.groups.keys()])];
}

function prioritiesOf(strategy: StrategyReading, readings: Readings): PriorityView[] {
  return strategy.priorities.map((row) => {
    const recommendation = found(readings, row.recommendation);
    return {
      rowId: row.rowId,
      number: recommendation?.number ?? '',
      text: recommendation?.text ?? {},
      states: recommendation?.states ?? [],
      position: recommendation?.position ?? 'pending',
      actions: row.actions,
    };
  });
}

function contributionsOf(strategy: StrategyReading, readings: Readings): ContributionView[] {
  return strategy.contributions.map(({ source, recommendation, text }) => ({
    source,
    number: found(readings, recommendation)?.number ?? '',
    text,
  }));
}

function found(readings: Readings, id: RecommendationId | null): Recommendation | undefined {
  return id === null ? undefined : readings.catalogue.get(id);
}

/** What the hall's screens show, and what they show it from. */
function screenParts(
  sources: LiveSources,
  taken: LiveView['taken'],
): Pick<LiveView, 'screen' | 'coverage' | 'overlaps' | 'overlapCount'> {
  const { state, readings } = sources;
  const { overlaps: decided, ...setting } = state.screen;
  const screens = [...state.people.values()].filter((person) => person.role === 'screen');
  const isOpen = (group: GroupId): boolean => isOpenToAll(state.groups.get(group)!);
  const open = groupsInOrder(sources).flatMap((group) => {
    const strategy = isOpen(group) ? readings.strategies.get(group) : undefined;
    return strategy ? [[group, strategy] as const] : [];
  });
  const { catalogue, strategies } = readings;
  return {
    screen: { ...setting, connected: screens.filter((person) => sources.isConnected(person.id)).length },
    coverage: coverageView({ catalogue, taken, groups: state.groups, strategies, isOpen }),
    ...overlapViews({ catalogue, taken, open, decided }),
  };
}

/** Counted from all groups, those that keep their strategy closed included: which recommendations are taken is no secret. What the catalogue does not have is nobody's. */
function takenBy({ state, readings }: LiveSources): Record<RecommendationId, GroupId[]> {
  const taken = keyed<RecommendationId, GroupId[]>();
  for (const group of state.groups.keys()) {
    for (const id of readings.strategies.get(group)?.taken ?? []) {
      if (!readings.catalogue.has(id)) continue;
      taken[id] ??= [];
      taken[id].push(group);
    }
  }
  return taken;
}

/** The live view is one for all: a group that keeps its strategy closed is not in it, and asks the server itself. */
function commentsView({ comments, groups }: WorkshopState): LiveView['comments'] {
  const isOpen = (group: GroupId): boolean => groups.get(group)?.keptClosed === false;
  return keyed([...commentCounts(comments)].filter(([group]) => isOpen(group)));
}

/** Names only from strategies that everybody in the workshop may read. */
function partnersNamed({ state, readings }: LiveSources): Record<GroupId, string[]> {
  const named = keyed<GroupId, string[]>();
  for (const [group, rights] of state.groups) {
    const partners = isOpenToAll(rights) ? (readings.strategies.get(group)?.partners ?? []) : [];
    if (partners.length > 0) named[group] = partners;
  }
  return named;
}

function isOpenToAll({ keptClosed, presented }: { keptClosed: boolean; presented: boolean }): boolean {
  return !keptClosed || presented;
}

/** A group's strategy as last read, if everybody may read it. */
function openStrategy({ state, readings }: LiveSources, group: GroupId): StrategyReading | null {
  const rights = state.groups.get(group);
  return rights && isOpenToAll(rights) ? (readings.strategies.get(group) ?? null) : null;
}

const statesCounted = new WeakMap<Readings['catalogue'], number>();

/** How many States have made the recommendations. Counted once for each reading of the catalogue. */
function statesIn(catalogue: Readings['catalogue']): number {
  const known = statesCounted.get(catalogue);
  if (known !== undefined) return known;
  const count = new Set([...catalogue.values()].flatMap(({ states }) => states)).size;
  statesCounted.set(catalogue, count);
  return count;
}

function voteViews({ state, readings: { charter }, turnout, hasMarks }: LiveSources): LiveView['votes'] {
  const views: LiveView['votes'] = keyed();
  for (const [id, vote] of state.votes) {
    const stale = state.adopted === null && charter !== null && isStale(charter, vote);
    const until = hasMarks(id) ? liftUntil(state, vote) : null;
    views[id] = { ...voteViewOf(vote, turnout(id), stale), ...(until === null ? {} : { liftUntil: until }) };
  }
  return views;
}
