import type { CommentView } from '@board/shared/commands';
import { type CommentId, type DocumentName, groupDocument, newId, type PersonId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import type { WorkshopFile } from '@board/shared/workshop-file/parts';
import { workshopFile } from '@board/shared/workshop-file/schema';
import { filledFile } from '@board/shared/workshop-file/workshop-file.fixture';
import { documentsOf } from '@board/shared/workshop-file/write-documents';
import { expect, test } from 'vitest';
import { assemble } from './assemble.ts';

const breath = async (): Promise<void> => {};

/** What the hall sees of a workshop, as far as a file is made of it. */
function viewOf(file: WorkshopFile): LiveView {
  const { title, country, cycle, timeline, stage } = file.workshop;
  const groups = file.groups.map(({ id, name, open, keptClosed, presented }, place) => {
    return [id, { name, place, open, keptClosed, presented }] as const;
  });
  const view = {
    workshop: { title, country, cycle, timeline },
    stage,
    agenda: Object.fromEntries(file.agenda.map(({ id, ...step }, place) => [id, { ...step, place }])),
    groups: Object.fromEntries(groups),
    charter: { adopted: file.adopted },
    votes: Object.fromEntries(file.votes.map((vote) => [vote.id, vote])),
    together: Object.fromEntries(file.together.map(({ id, rows }) => [id, { rows, state: 'agreed' }])),
  };
  return view as unknown as LiveView;
}

/** The comments as the server tells them. */
function commentsOf(file: WorkshopFile, name: string) {
  const views = file.comments.map(({ groupId: _, heard: __, ...comment }): CommentView => {
    return {
      ...comment,
      name,
      author: '222222222222' as PersonId,
      resolved: comment.resolved && { name, at: comment.resolved.at },
    };
  });
  return new Map([[file.groups[0]!.id, views]]);
}

test('FO30 what a page has of a workshop is put together into the file that it was made of', async () => {
  const file = filledFile();
  const documents = new Map(documentsOf(file));
  const sources = {
    view: viewOf(file),
    documents,
    comments: commentsOf(file, 'Sokha'),
    decided: { decided: file.decided!, together: file.together },
    withNames: false,
    now: Date.parse(file.writtenAt),
  };
  const made = await assemble(sources, breath);
  const byId = (list: WorkshopFile['recommendations']) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const sorted = (groups: WorkshopFile['groups']) =>
    groups.map((group) => ({
      ...group,
      strategy: {
        ...group.strategy,
        rows: group.strategy!.rows.map((row) => ({ ...row, sdgTargets: row.sdgTargets.toSorted() })),
      },
    }));
  expect({ ...made, groups: sorted(made.groups), recommendations: byId(made.recommendations) }).toEqual({
    ...file,
    groups: sorted(file.groups),
    recommendations: byId(file.recommendations),
  });
  expect(workshopFile.safeParse(JSON.parse(JSON.stringify(made))).success).toBe(true);
});

test.each(['facilitator', 'author'] as const)(
  'DO90 threads of which the %s has taken out everything are not in the file',
  async (removedBy) => {
    const file = filledFile();
    const told = commentsOf(file, 'Sokha');
    const [begun] = told.get(file.groups[0]!.id)!;
    const out = { text: '', removedBy } as const;
    const [gone, left] = [newId<CommentId>(), newId<CommentId>()];
    const more = [
      { ...begun!, ...out, id: gone, thread: gone },
      { ...begun!, ...out, id: left, thread: left },
      { ...begun!, id: newId<CommentId>(), thread: left },
    ];
    const comments = new Map([[file.groups[0]!.id, more]]);
    const documents = new Map(documentsOf(file));
    const made = await assemble(
      { view: viewOf(file), documents, comments, decided: null, withNames: false, now: 0 },
      breath,
    );
    expect(made.comments.map(({ thread }) => thread)).toEqual([left, left]);
  },
);

test('FO7 the names of people who wrote comments are in the file only when they were asked for', async () => {
  const file = filledFile();
  const sources = {
    view: viewOf(file),
    documents: new Map(documentsOf(file)),
    comments: commentsOf(file, 'Sokha'),
    decided: null,
    now: 0,
  };
  expect(JSON.stringify(await assemble({ ...sources, withNames: false }, breath))).not.toContain('Sokha');
  expect(JSON.stringify(await assemble({ ...sources, withNames: true }, breath))).toContain('Sokha');
});

test('FO5 a document that is not at hand is missing in the file, and the rest is there', async () => {
  const file = filledFile();
  const documents = new Map<
    DocumentName,
    Parameters<typeof assemble>[0]['documents'] extends ReadonlyMap<unknown, infer Doc> ? Doc : never
  >(documentsOf(file));
  documents.delete(groupDocument(file.groups[1]!.id));
  documents.delete('board');
  const made = await assemble(
    { view: viewOf(file), documents, comments: new Map(), decided: null, withNames: false, now: 0 },
    breath,
  );
  expect(made.groups.map(({ strategy }) => strategy !== null)).toEqual([true, false]);
  expect(made.workshop).toMatchObject({ title: file.workshop.title, dates: '' });
  expect(made.agenda).toEqual(file.agenda);
});
