import { kinds } from '../kinds/kinds.ts';
import { crowdSizes } from '../load/loads.ts';
import { filesTable } from './files-table.ts';
import { markdownTable } from './markdown-table.ts';
import type { About, LoadResult, Results } from './results.ts';
import { byServer, byServerAt, type Row, rowsOf } from './rows.ts';
import { isTrustworthy, shown } from './summary.ts';

/** What a section found, for the terminal and the report. */
export function tableOf(section: keyof Results, results: Results): string {
  const found = results[section];
  if (!found) return 'Not measured.';
  if (section === 'files') return filesTable(results.files?.results ?? []);
  if (section === 'people') return crowdTable(results.people?.results ?? [], found.about);
  const main = mainTable(rowsOf(section, results), found.about);
  const details = detailsOf(section, results);
  return details === '' ? main : `${main}\n\n${details}`;
}

/** Rows beside what they are held to. */
export function mainTable(rows: readonly Row[], about: About): string {
  const servers = kinds.map(({ id, title }) => ({ id, head: `${title} ${about.versions[id] ?? ''}`.trim() }));
  const head = ['', ...servers.map((server) => server.head)];
  return markdownTable(
    [...head, 'ours ÷ best Yjs server', 'ours ÷ best of all', 'target', 'met'],
    rows.map((row) => [
      row.measure,
      ...servers.map(({ id }) => (id === 'ours' ? strong(row.cells.get(id)) : (row.cells.get(id) ?? '–'))),
      row.shareOfYjs,
      row.shareOfAll,
      row.target,
      row.isMet,
    ]),
  );
}

/** Everything else that was noted while a load was played; '' for sections without a load. */
export function detailsOf(section: keyof Results, results: Results): string {
  if (section !== 'hall' && section !== 'groups' && section !== 'calm') return '';
  const found = byServer(results[section]?.results ?? []);
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  return markdownTable(
    ['', 'p50', 'p99', 'server’s core', 'generator’s core', 'others', 'messages from the server', 'delivered edits'],
    kinds.flatMap(({ id, title }) => {
      const one = found.get(id);
      if (!one) return [];
      return [
        [
          title,
          shown(one.p50, 'ms'),
          shown(one.p99, 'ms'),
          percent(one.serverBusy),
          percent(one.generatorBusy),
          percent(one.othersBusy) + (isTrustworthy(one) ? '' : ' (?)'),
          `${Math.round(one.messagesPerSecond).toLocaleString('en')} / s`,
          Math.round(one.delivered).toLocaleString('en'),
        ],
      ];
    }),
  );
}

/** Cost per edit by people per room. */
export function crowdTable(results: readonly LoadResult[], about: About): string {
  const cell = (server: string, people: number): string =>
    shown(byServerAt(people, results).get(server)?.cpuPerEdit, 'µs');
  return markdownTable(
    ['people', ...kinds.map(({ id, title }) => `${title} ${about.versions[id] ?? ''}`)],
    crowdSizes.map((people) => [String(people), ...kinds.map(({ id }) => cell(id, people))]),
  );
}

function strong(text: string | undefined): string {
  return text === undefined ? '–' : `**${text}**`;
}
