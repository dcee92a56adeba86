import type { SegmentCondition } from '#platform/contributions/module.ts';
import type { Exchange, RouteList } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { paths } from '../../paths.ts';
import { importPaths } from '../../imports/paths.ts';
import { idsOf } from '../../segments/queries/segment-people.ts';
import { savedSegments } from '../../segments/queries/segments.ts';
import { filterChoices } from '../queries/filter-choices.ts';
import { allListed, countPeople, peopleList } from '../queries/people-list.ts';
import { receiveBulkAct } from './bulk-acts.tsx';
import { sendPeople } from './people-file.ts';
import { filterOf, listPath } from './people-filter.ts';
import { PeoplePage } from './people-page.tsx';

type Known = () => readonly SegmentCondition[];
const pageSize = 50;
const lastPage = 2_000;

/** `GET /gestion/personnes`; in a spreadsheet with `?format=`. */
const showPeople = (known: Known) => async (exchange: Exchange) => {
  const { ctx } = exchange;
  const asked = await filterOf(exchange, known);
  const format = exchange.query('format');
  if (format === 'csv' || format === 'xlsx') return sendPeople(exchange, format, asked);
  const page = Math.min(Math.max(Math.trunc(Number(exchange.query('page'))) || 1, 1), lastPage);
  const now = ctx.clock.now();
  const [people, total, choices, segments] = await Promise.all([
    peopleList(ctx.db, { ...asked, limit: pageSize, offset: (page - 1) * pageSize, now }),
    countPeople(ctx.db, { filter: asked.filter, now }),
    filterChoices(ctx.db),
    savedSegments(ctx.db),
  ]);
  return exchange.page({
    title: 'Personnes',
    layout: 'office',
    header: {
      actions: (
        <>
          <ButtonLink href={paths.newPerson}>Ajouter une personne</ButtonLink>
          <ButtonLink href={importPaths.start} kind="ghost">
            Importer une liste
          </ButtonLink>
        </>
      ),
    },
    content: (
      <PeoplePage
        people={people}
        total={total}
        page={page}
        pages={Math.ceil(total / pageSize)}
        asked={asked}
        choices={{ ...choices, segments: segments.map(({ id, name }) => ({ value: id, label: name })) }}
        zone={exchange.hub.zone}
        formKey={exchange.formKey}
      />
    ),
  });
};

/** `POST /gestion/personnes/agir`: on the people ticked, or with `?toutes=oui` on all those of the filter. */
const receiveAct = (known: Known) => async (exchange: Exchange) => {
  const asked = await filterOf(exchange, known);
  const picked = (await exchange.form()).all('ids').filter(isId);
  const all = allListed({ filter: asked.filter, now: exchange.ctx.clock.now() });
  return receiveBulkAct(
    exchange,
    () => (exchange.query('toutes') === 'oui' ? idsOf(exchange.ctx.db, all) : Promise.resolve(picked)),
    listPath(asked.said),
  );
};

/** The list of people. */
export function peopleListRoutes(routes: RouteList, known: Known): void {
  routes.get('/gestion/personnes', ['employee'], showPeople(known));
  routes.post('/gestion/personnes/agir', ['employee'], receiveAct(known));
}
