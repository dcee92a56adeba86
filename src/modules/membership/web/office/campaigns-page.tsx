import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import { formatDate, formatMoney, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { saveCampaign, setCampaignState } from '../../commands/save-campaign.ts';
import { campaignStateNames, type CampaignState } from '../../domain/period.ts';
import { paths } from '../../paths.ts';
import { campaignList, campaignOf, colleges, scalesOf, type CountedCampaign } from '../../queries/campaigns.ts';
import { errorsOf, sentenceOf, type Typed } from '../form-answer.ts';
import { CampaignForm } from './campaign-form.tsx';
import { campaignValues, readCampaign } from './campaign-values.ts';

/** `GET /gestion/adhesions/campagnes`. */
export async function showCampaigns(exchange: Exchange): Promise<Response> {
  const rows = await campaignList(exchange.ctx.db);
  return exchange.page({
    title: 'Campagnes',
    layout: 'office',
    header: {
      trail: [{ label: 'Adhésions', href: paths.office }],
      actions: (
        <>
          <ButtonLink icon="plus" href={paths.newCampaign}>
            Nouvelle campagne
          </ButtonLink>
          <ButtonLink kind="ghost" href={paths.colleges}>
            Collèges
          </ButtonLink>
        </>
      ),
    },
    content: (
      <DataTable
        id="campagnes"
        caption="Campagnes d’adhésion"
        quietCaption
        rows={rows}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        columns={[
          {
            key: 'name',
            label: 'Campagne',
            heads: true,
            cell: (row) => (
              <>
                <a href={paths.campaign(row.id)}>{row.name}</a>
                <p class="facts">{datesOf(row)}</p>
              </>
            ),
          },
          { key: 'state', label: 'État', whole: true, cell: (row) => campaignStateNames[row.state] },
          { key: 'members', label: 'Adhésions', numeric: true, cell: (row) => row.members },
          { key: 'open', label: 'Demandes', numeric: true, cell: (row) => row.applications },
          { key: 'total', label: 'Cotisations', numeric: true, whole: true, cell: (row) => formatMoney(row.total) },
          { key: 'act', label: 'Agir', cell: (row) => <StateButtons exchange={exchange} row={row} /> },
        ]}
        empty={
          <EmptyState
            title="Aucune campagne"
            actions={<ButtonLink href={paths.newCampaign}>Préparer la première</ButtonLink>}
          >
            <p>Une période, des prix, et c’est ouvert : le site sait faire adhérer.</p>
          </EmptyState>
        }
      />
    ),
  });
}

function datesOf(row: CountedCampaign): string {
  if (row.periodKind === 'rolling') return `${plural(row.rollingMonths, 'mois', 'mois')} à partir de l’adhésion`;
  return row.startsOn && row.endsOn ? `du ${formatDate(row.startsOn)} au ${formatDate(row.endsOn)}` : '';
}

function StateButtons({ exchange, row }: { readonly exchange: Exchange; readonly row: CountedCampaign }): JSX.Element {
  const next: readonly { state: CampaignState; label: string }[] =
    row.state === 'open' ? [{ state: 'closed', label: 'Fermer' }] : [{ state: 'open', label: 'Ouvrir' }];
  return (
    <form method="post" action={paths.campaignState(row.id)}>
      <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
      {next.map(({ state, label }) => (
        <Button kind="ghost" small name="state" value={state} aria-label={`${label} ${row.name}`}>
          {label}
        </Button>
      ))}
    </form>
  );
}

/** `GET /gestion/adhesions/campagnes/nouvelle`: filled from the last one, a year later. */
export async function showNewCampaign(exchange: Exchange, typed: Typed | null = null, status = 200): Promise<Response> {
  const { ctx } = exchange;
  const [last] = await campaignList(ctx.db);
  const values = typed?.values ?? (last ? await aYearLater(exchange, last) : firstValues(exchange));
  return exchange.page({
    title: 'Nouvelle campagne',
    layout: 'office',
    status,
    header: {
      trail: [
        { label: 'Adhésions', href: paths.office },
        { label: 'Campagnes', href: paths.campaigns },
      ],
      ...(last && !typed ? { lead: <p>Reprise de « {last.name} », un an plus tard. Relisez les prix.</p> } : {}),
    },
    content: (
      <CampaignForm
        action={paths.newCampaign}
        hidden={{ [formKeyField]: exchange.formKey }}
        typed={{ values, errors: typed?.errors ?? {} }}
        colleges={await colleges(ctx.db)}
        submit="Enregistrer la campagne"
      />
    ),
  });
}

async function aYearLater(exchange: Exchange, last: CountedCampaign): Promise<Record<string, string>> {
  const next = (date: Temporal.PlainDate | null): Temporal.PlainDate | null => date?.add({ years: 1 }) ?? null;
  const year = last.endsOn?.year ?? last.opensOn.year;
  const scales = await scalesOf(exchange.ctx.db, last.id);
  const values = campaignValues(
    {
      ...last,
      name: last.name.replace(String(year), String(year + 1)),
      startsOn: next(last.startsOn),
      endsOn: next(last.endsOn),
      opensOn: last.opensOn.add({ years: 1 }),
      closesOn: next(last.closesOn),
    },
    scales,
  );
  for (const index of scales.keys()) values[`scales.${index}.id`] = '';
  return values;
}

function firstValues({ ctx }: Exchange): Record<string, string> {
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const year = today.month >= 10 ? today.year + 1 : today.year;
  return {
    name: `Adhésion ${year}`,
    startsOn: `${year}-01-01`,
    endsOn: `${year}-12-31`,
    opensOn: today.toString(),
    rollingMonths: '12',
    graceDays: '90',
  };
}

/** `GET /gestion/adhesions/campagnes/:id`. */
export async function showCampaign(exchange: Exchange, typed: Typed | null = null, status = 200): Promise<Response> {
  const id = exchange.param('id');
  const campaign = isId(id) ? await campaignOf(exchange.ctx.db, id) : null;
  if (!campaign) return exchange.notFound();
  const scales = await scalesOf(exchange.ctx.db, id);
  const values = typed?.values ?? campaignValues(campaign, scales);
  return exchange.page({
    title: campaign.name,
    layout: 'office',
    status,
    publicHref: paths.join,
    header: {
      trail: [
        { label: 'Adhésions', href: paths.office },
        { label: 'Campagnes', href: paths.campaigns },
      ],
      facts: campaignStateNames[campaign.state],
    },
    content: (
      <CampaignForm
        action={paths.campaign(id)}
        hidden={{ [formKeyField]: exchange.formKey, version: values['version'] ?? String(campaign.version) }}
        typed={{ values, errors: typed?.errors ?? {} }}
        colleges={await colleges(exchange.ctx.db)}
        submit="Enregistrer la campagne"
      />
    ),
  });
}

/** `POST` of a campaign, new or not. */
export async function receiveCampaign(exchange: Exchange, id: string | null): Promise<Response> {
  const form = await exchange.form();
  const version = Number(form.values['version']) || 0;
  const outcome = await execute(
    exchange.ctx,
    saveCampaign,
    { id, version, fields: readCampaign(form) },
    { key: form.key },
  );
  if (outcome.ok) return exchange.redirect(paths.campaigns, { tone: 'success', text: 'La campagne est enregistrée.' });
  if (outcome.reason === 'not_found') return exchange.notFound();
  const errors = Object.fromEntries(
    Object.entries(errorsOf(outcome)).map(([name, text]) => [name.replace(/^fields\./, ''), text]),
  );
  const typed = { values: { ...form.values, paymentWays: form.all('paymentWays').join(' ') }, errors };
  return id === null ? showNewCampaign(exchange, typed, 422) : showCampaign(exchange, typed, 422);
}

/** `POST /gestion/adhesions/campagnes/:id/etat`. */
export async function receiveState(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const input = { id: exchange.param('id'), state: form.values['state'] };
  const outcome = await execute(exchange.ctx, setCampaignState, input, { key: form.key });
  if (!outcome.ok && outcome.reason === 'not_found') return exchange.notFound();
  return exchange.redirect(
    paths.campaigns,
    outcome.ok
      ? {
          tone: 'success',
          text: form.values['state'] === 'open' ? 'La campagne est ouverte : on adhère sur le site.' : 'C’est fait.',
        }
      : { tone: 'warning', text: sentenceOf(outcome) },
  );
}
