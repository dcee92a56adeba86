import type { Exchange } from '#platform/http/exchange.ts';
import { formatDate, plural } from '#platform/french/index.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { execute } from '#platform/command/execute.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { dismissOutcomes } from '../../commands/outcomes/save-outcome.ts';
import { outcomeOffice } from '../../outcome-paths.ts';
import { officePaths } from '../../paths.ts';
import { pollOffice } from '../../poll-paths.ts';
import { pastDates, type PastDate } from '../../queries/outcomes/past-dates.ts';

const perPage = 50;
const states = ['silent', 'told', 'dismissed'] as const;
const stateNames: Readonly<Record<PastDate['state'], string>> = {
  silent: 'À raconter',
  told: 'Racontés',
  dismissed: 'Rien à raconter',
};

/** `GET /gestion/agenda/bilans`: our past dates of two years, told or not. */
export async function showOutcomes(exchange: Exchange): Promise<Response> {
  const { ctx } = exchange;
  const state = states.find((one) => one === exchange.query('etat')) ?? 'silent';
  const isOwn = exchange.query('de') === 'tous' ? undefined : true;
  const page = Math.max(1, Number(exchange.query('page')) || 1);
  const now = ctx.clock.now();
  const { rows, total } = await pastDates(ctx, {
    since: now.subtract({ hours: 24 * 730 }),
    until: now,
    state,
    isOwn,
    limit: perPage,
    offset: (page - 1) * perPage,
  });
  const address = (more: Record<string, string>): string => {
    const query = new URLSearchParams({ etat: state, ...(isOwn ? {} : { de: 'tous' }), ...more });
    return `${outcomeOffice.list}?${query.toString()}`;
  };
  return exchange.page({
    title: 'Ce qui est sorti des rendez-vous',
    layout: 'office',
    section: officePaths.list,
    header: {
      title: 'Ce qui est sorti des rendez-vous',
      facts: total > 0 ? plural(total, 'date passée', 'dates passées') : undefined,
      trail: [
        { label: 'Agenda', href: officePaths.list },
        { label: 'Bilans', href: outcomeOffice.list },
      ],
      actions: (
        <>
          <ButtonLink kind="quiet" href={pollOffice.list}>
            Trouver une date
          </ButtonLink>
          <ButtonLink kind="ghost" href={isOwn ? address({ de: 'tous' }) : `${outcomeOffice.list}?etat=${state}`}>
            {isOwn ? 'Voir aussi ceux des partenaires' : 'Les nôtres seulement'}
          </ButtonLink>
        </>
      ),
    },
    content: (
      <>
        <Tabs
          label="État"
          tabs={states.map((one) => ({ label: stateNames[one], href: address({ etat: one }), current: one === state }))}
        />
        <DataTable
          id="bilans"
          caption={stateNames[state]}
          quietCaption
          rows={rows}
          rowId={({ id }) => id}
          rowName={({ title }) => title}
          columns={[
            {
              key: 'title',
              label: 'Rendez-vous',
              cell: ({ id, title }) => <a href={outcomeOffice.outcome(id)}>{title}</a>,
            },
            {
              key: 'day',
              label: 'Jour',
              cell: ({ startsOn }) => formatDate(startsOn, { style: 'short' }),
              whole: true,
            },
            { key: 'attended', label: 'Venus', cell: ({ attended }) => attended ?? '', numeric: true },
            { key: 'photos', label: 'Photos', cell: ({ photos }) => photos || '', numeric: true },
            { key: 'files', label: 'Documents', cell: ({ files }) => files || '', numeric: true },
          ]}
          {...(state === 'silent'
            ? {
                bulk: {
                  action: outcomeOffice.list,
                  actions: [{ value: 'dismiss', label: 'Rien à raconter' }],
                  hidden: <input type="hidden" name={formKeyField} value={exchange.formKey} />,
                },
              }
            : {})}
          empty={
            <EmptyState title={state === 'silent' ? 'Tout est raconté' : 'Rien ici pour l’instant'}>
              <p>
                Quand un rendez-vous est passé, racontez ce qui en est sorti : le nombre de personnes, deux phrases, des
                photos.
              </p>
            </EmptyState>
          }
        />
        <Pagination
          page={page}
          pages={Math.ceil(total / perPage)}
          hrefOf={(wanted) => address({ page: String(wanted) })}
        />
      </>
    ),
  });
}

/** `POST /gestion/agenda/bilans`: nothing to tell of the dates ticked. */
export async function receiveOutcomes(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const occurrenceIds = form.all('ids');
  const outcome = await execute(exchange.ctx, dismissOutcomes, { occurrenceIds }, { key: form.key });
  return exchange.redirect(
    outcomeOffice.list,
    outcome.ok
      ? { tone: 'success', text: 'On n’en parlera plus.' }
      : { tone: 'warning', text: 'Cochez au moins une date.' },
  );
}
