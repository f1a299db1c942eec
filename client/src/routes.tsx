import { type GroupId, isId, type WorkshopId } from '@board/shared/ids';
import { type ComponentType, lazy, Suspense } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useTranslation } from 'react-i18next';
import { Route, Switch } from 'wouter';
import type { Address } from './address.ts';
import { loadWords } from './i18n.ts';
import { FaultBoundary, PageNotLoaded } from './ui/fault-boundary.tsx';
import { LiveRegion } from './ui/live-region.tsx';
import { loadAgain } from './ui/load-again.ts';
import { Waiting } from './ui/waiting.tsx';

/**
 * A page with its own bundle. Its words (`locales/<language>/<namespace>.json`) are asked for at the same time as its code.
 * `load` picks the page out of its module.
 */
function page(namespace: string, load: () => Promise<ComponentType<Address>>): ComponentType<Address> {
  return lazy(async () => {
    loadWords(namespace);
    return { default: await load().catch(() => Promise.reject(new PageNotLoaded())) };
  });
}

const NotFoundPage = page('frame', () =>
  import('./pages/not-found/not-found-page.tsx').then((file) => file.NotFoundPage),
);

/** Every page of the board by its address. */
const pages: readonly { path: string; Page: ComponentType<Address> }[] = [
  { path: '/', Page: page('start', () => import('./pages/start/start-page.tsx').then((file) => file.StartPage)) },
  { path: '/j/:code?', Page: page('join', () => import('./pages/join/join-page.tsx').then((file) => file.JoinPage)) },
  {
    path: '/v',
    Page: page('join', () => import('./pages/join/way-to-vote-page.tsx').then((file) => file.WayToVotePage)),
  },
  {
    path: '/w/:workshopId',
    Page: page('home', () => import('./pages/home/home-page.tsx').then((file) => file.HomePage)),
  },
  {
    path: '/w/:workshopId/facilitate',
    Page: page('join', () => import('./pages/join/facilitate-page.tsx').then((file) => file.FacilitatePage)),
  },
  {
    path: '/w/:workshopId/device',
    Page: page('join', () => import('./pages/join/device-page.tsx').then((file) => file.DevicePage)),
  },
  {
    path: '/screen',
    Page: page('screen', () => import('./pages/screen/screen-page.tsx').then((file) => file.ScreenPage)),
  },
  {
    path: '/gallery',
    Page: page('gallery', () => import('./pages/gallery/gallery-page.tsx').then((file) => file.GalleryPage)),
  },
  {
    path: '/w/:workshopId/agenda',
    Page: page('agenda', () => import('./pages/agenda/agenda-page.tsx').then((file) => file.AgendaPage)),
  },
  {
    path: '/w/:workshopId/catalogue',
    Page: page('catalogue', () => import('./pages/catalogue/catalogue-page.tsx').then((file) => file.CataloguePage)),
  },
  {
    path: '/w/:workshopId/group/:groupId',
    Page: page('group', () => import('./pages/group/group-page.tsx').then((file) => file.GroupPage)),
  },
  {
    path: '/w/:workshopId/charter',
    Page: page('charter', () => import('./pages/charter/charter-page.tsx').then((file) => file.CharterPage)),
  },
  {
    path: '/w/:workshopId/charter/print',
    Page: page('charter', () => import('./pages/charter/print-page.tsx').then((file) => file.CharterPrintPage)),
  },
  {
    path: '/w/:workshopId/charter/copy',
    Page: page('charter', () => import('./pages/charter/print-page.tsx').then((file) => file.CharterCopyPage)),
  },
  {
    path: '/w/:workshopId/take-home/*?',
    Page: page('takehome', () => import('./pages/take-home/take-home-page.tsx').then((file) => file.TakeHomePage)),
  },
  {
    path: '/w/:workshopId/presenting',
    Page: page('presenting', () =>
      import('./pages/presenting/presenting-page.tsx').then((file) => file.PresentingPage),
    ),
  },
  {
    path: '/w/:workshopId/plenary',
    Page: page('plenary', () => import('./pages/plenary/plenary-page.tsx').then((file) => file.PlenaryPage)),
  },
  {
    path: '/w/:workshopId/vote',
    Page: page('vote', () => import('./pages/vote/vote-page.tsx').then((file) => file.VotePage)),
  },
];

/** Opened by who is not in the workshop, or not yet: nothing is kept there, and no live view asked for. */
const outside = ['/w/:workshopId/facilitate', '/w/:workshopId/device', '/w/:workshopId/charter/copy'];

/** What looks after votes on every page inside a workshop; where it cannot be loaded, the page is there all the same. */
const KeptVotes = lazy(() =>
  loadAgain(() => import('./vote/kept-votes.tsx')).then(
    (file) => ({ default: file.KeptVotes }),
    () => ({ default: () => null }),
  ),
);

/** The page that belongs to the address. */
export function Routes() {
  const { i18n } = useTranslation();
  return (
    // React Aria takes its words and the direction of arrow keys from here; left alone it would follow the browser.
    <I18nProvider locale={i18n.language}>
      <FaultBoundary>
        <Suspense fallback={<Waiting />}>
          <Switch>
            {pages.map(({ path, Page }) => (
              <Route key={path} path={path}>
                {(params: Partial<Record<string, string>>) => (
                  <>
                    <AtAddress Page={Page} params={params} />
                    {!outside.includes(path) && isId<WorkshopId>(params['workshopId']) && (
                      <Suspense>
                        <KeptVotes workshopId={params['workshopId']} />
                      </Suspense>
                    )}
                  </>
                )}
              </Route>
            ))}
            <Route>
              <AtAddress Page={NotFoundPage} params={{}} />
            </Route>
          </Switch>
        </Suspense>
        <LiveRegion />
      </FaultBoundary>
    </I18nProvider>
  );
}

/** Draws a page with the ids of its address; an address whose ids cannot be ids leads nowhere. */
function AtAddress({ Page, params }: { Page: ComponentType<Address>; params: Partial<Record<string, string>> }) {
  const { workshopId, groupId, code = '' } = params;
  const areIds = [workshopId, groupId].every((id) => id === undefined || isId(id));
  const Shown = areIds ? Page : NotFoundPage;
  return <Shown workshopId={workshopId as WorkshopId} groupId={groupId as GroupId} code={code} />;
}
