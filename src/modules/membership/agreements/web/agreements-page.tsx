import { formatDate, formatMoney, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { moneyPaths } from '../../money-paths.ts';
import { paths } from '../../paths.ts';
import { agreementState, agreementStateNames } from '../domain/deadlines.ts';
import { agreementList } from '../queries/agreements.ts';

/** `GET /gestion/conventions`: with whom, until when, what is left to do. */
export async function showAgreements(exchange: Exchange): Promise<Response> {
  const { ctx } = exchange;
  const rows = await agreementList(ctx.db);
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  return exchange.page({
    title: 'Conventions',
    layout: 'office',
    section: paths.office,
    header: {
      trail: [{ label: 'Adhésions', href: paths.office }],
      lead: <p>Avec les collectivités et les partenaires : dates, engagements, sommes, papiers.</p>,
      actions: (
        <ButtonLink icon="plus" href={moneyPaths.newAgreement}>
          Nouvelle convention
        </ButtonLink>
      ),
    },
    content: (
      <DataTable
        id="conventions"
        caption="Conventions"
        quietCaption
        rows={rows}
        rowId={({ agreement }) => agreement.id}
        rowName={({ agreement }) => agreement.title}
        columns={[
          {
            key: 'title',
            label: 'Convention',
            heads: true,
            cell: ({ agreement }) => (
              <>
                <a href={moneyPaths.agreement(agreement.id)}>{agreement.title}</a>
                <p class="facts">{agreement.partner}</p>
              </>
            ),
          },
          {
            key: 'state',
            label: 'État',
            whole: true,
            cell: ({ agreement }) => agreementStateNames[agreementState(agreement, today)],
          },
          {
            key: 'dates',
            label: 'Dates',
            cell: ({ agreement }) =>
              `${formatDate(agreement.startsOn, { style: 'short' })} – ${agreement.endsOn ? formatDate(agreement.endsOn, { style: 'short' }) : 'sans fin'}`,
          },
          {
            key: 'amount',
            label: 'Par an',
            numeric: true,
            whole: true,
            cell: ({ agreement }) => (agreement.amount === null ? '' : formatMoney(agreement.amount)),
          },
          {
            key: 'left',
            label: 'À tenir',
            cell: ({ left, nextDue }) =>
              left === 0
                ? 'rien'
                : [plural(left, 'engagement'), nextDue && `dès le ${formatDate(nextDue, { style: 'short' })}`]
                    .filter(Boolean)
                    .join(', '),
          },
        ]}
        empty={
          <EmptyState
            title="Pas encore de convention"
            actions={<ButtonLink href={moneyPaths.newAgreement}>Noter la première</ButtonLink>}
          >
            <p>Le pôle sera prévenu avant chaque échéance, dans « À faire ».</p>
          </EmptyState>
        }
      />
    ),
  });
}
