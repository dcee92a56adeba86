import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import { formatDate, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { ErrorSummary } from '#ui/fields/error-summary.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { PeopleTabs } from '../../list/web/people-tabs.tsx';
import { keepLonger, stopKeeping } from '../../commands/keep-reviews.ts';
import { noticeDays, retentionPeriods } from '../../domain/retention.ts';
import { readLastContacts } from '../../jobs/keep-retention.ts';
import { paths } from '../../paths.ts';
import type { PeopleDependencies } from '../../ports.ts';
import { retentionList } from '../../queries/retention-list.ts';
import { ActButton } from '../relations/act-button.tsx';
import type { Typed } from '../relations/relation-form.ts';

/** `GET /gestion/personnes/conservation`: who will be forgotten, when and why. */
export const showRetention = async (exchange: Exchange): Promise<Response> => retentionPage(exchange, {}, {});

async function retentionPage(exchange: Exchange, typed: Typed, errors: Typed): Promise<Response> {
  const { ctx } = exchange;
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const list = await retentionList(ctx.db, { today, zone: ctx.zone });
  return exchange.page({
    title: 'Jusqu’à quand garder les personnes',
    layout: 'office',
    section: paths.people,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    header: {
      trail: [{ label: 'Personnes', href: paths.people }],
      lead: `Sans nouvelles depuis trois ans, une personne est oubliée par le site. Son nom paraît d’abord ici, ${noticeDays} jours au moins : le temps de lui écrire, ou de dire pourquoi la garder.`,
      actions: (
        <>
          <ActButton
            action={`${paths.retention}/relire`}
            label="Relire les derniers contacts"
            kind="ghost"
            formKey={exchange.formKey}
          />
          <ButtonLink kind="ghost" small href={paths.processing}>
            Registre des traitements
          </ButtonLink>
        </>
      ),
    },
    content: (
      <>
        <PeopleTabs current={paths.retention} />
        <ErrorSummary
          errors={Object.entries(errors).map(([field, message]) =>
            field === 'personIds' ? { message } : { field, message },
          )}
        />
        <Leaving list={list} exchange={exchange} typed={typed} errors={errors} />
        <Kept list={list} exchange={exchange} />
        <Periods />
      </>
    ),
  });
}

type List = Awaited<ReturnType<typeof retentionList>>;

function Leaving({
  list: { leaving },
  exchange,
  typed,
  errors,
}: {
  readonly list: List;
  readonly exchange: Exchange;
  readonly typed: Typed;
  readonly errors: Typed;
}): JSX.Element {
  return (
    <DataTable
      id="a-oublier"
      caption={`${plural(leaving.length, 'personne')} à oublier dans les trois mois`}
      rows={leaving}
      rowId={(person) => person.personId}
      rowName={(person) => person.name}
      columns={[
        { key: 'name', label: 'Nom', cell: (person) => <a href={paths.person(person.personId)}>{person.name}</a> },
        {
          key: 'last',
          label: 'Dernier contact',
          cell: (person) => `${formatDate(person.lastContact)} (${person.lastContactKind.toLowerCase()})`,
        },
        { key: 'on', label: 'Oubliée le', cell: (person) => formatDate(person.forgottenOn), whole: true },
      ]}
      bulk={{
        action: paths.retentionKeep,
        actions: [{ value: 'garder', label: 'Garder plus longtemps', kind: 'ghost' }],
        hidden: (
          <>
            <input type="hidden" name={formKeyField} value={exchange.formKey} />
            <TextField name="reason" label="Pourquoi" value={typed['reason']} error={errors['reason']} />
            <DateField
              name="until"
              label="Jusqu’au"
              hint="Laissé vide : un an."
              value={typed['until']}
              error={errors['until']}
            />
          </>
        ),
      }}
      empty={
        <EmptyState title="Personne à oublier pour le moment">
          Le site relit chaque nuit quand chacun·e a donné de ses nouvelles pour la dernière fois.
        </EmptyState>
      }
    />
  );
}

function Kept({ list: { kept }, exchange }: { readonly list: List; readonly exchange: Exchange }): JSX.Element | null {
  if (kept.length === 0) return null;
  return (
    <Panel title="Gardées plus longtemps" id="gardees">
      <ul class="plain-list">
        {kept.map((person) => (
          <li>
            <p>
              <a href={paths.person(person.personId)}>{person.name}</a>
              {person.keptUntil && ` jusqu’au ${formatDate(person.keptUntil)}`}
              {` : ${person.keptReason}`}
            </p>
            <ActButton
              action={`${paths.retention}/ne-plus-garder`}
              label={`Ne plus garder ${person.name}`}
              formKey={exchange.formKey}
              hidden={{ personId: person.personId }}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Periods(): JSX.Element {
  return (
    <>
      <DataTable
        id="durees"
        caption="Toutes les durées"
        rows={retentionPeriods}
        rowId={(period) => period.what}
        rowName={(period) => period.what}
        columns={[
          { key: 'what', label: 'Données', cell: (period) => period.what },
          { key: 'period', label: 'Durée', cell: (period) => period.period },
          { key: 'ground', label: 'Pourquoi', cell: (period) => period.ground },
          { key: 'applied', label: 'Comment', cell: (period) => period.applied },
        ]}
        empty={null}
      />
      <Notice state="info">
        Une personne adhérente, membre de l’équipe ou du conseil, ou qui a un rôle dans une structure adhérente, n’est
        jamais oubliée. Ce que la loi oblige à garder reste, sans rien de plus.
      </Notice>
    </>
  );
}

export const receiveKeptLonger = async (exchange: Exchange): Promise<Response> => {
  const form = await exchange.form();
  const outcome = await execute(
    exchange.ctx,
    keepLonger,
    { personIds: form.all('ids'), reason: form.values['reason'], until: form.values['until'] },
    { key: form.key },
  );
  if (outcome.ok)
    return exchange.redirect(paths.retention, {
      tone: 'success',
      text: `${plural(outcome.value.changed, 'personne gardée', 'personnes gardées')}.`,
    });
  if (outcome.reason !== 'invalid') return exchange.notFound();
  return retentionPage(exchange, form.values, outcome.fields);
};

export const receiveNotKept = async (exchange: Exchange): Promise<Response> => {
  const { values, key } = await exchange.form();
  const outcome = await execute(exchange.ctx, stopKeeping, { personId: values['personId'] }, { key });
  if (!outcome.ok) return exchange.notFound();
  return exchange.redirect(paths.retention, {
    tone: 'success',
    text: 'La durée ordinaire court de nouveau : trente jours au moins avant l’oubli.',
  });
};

export const receiveReading =
  (deps: PeopleDependencies) =>
  async (exchange: Exchange): Promise<Response> => {
    await exchange.form();
    // A page may not wait for thousands of threads: the night reads the rest.
    await readLastContacts(exchange.ctx, deps, AbortSignal.timeout(3_000));
    return exchange.redirect(paths.retention, { tone: 'success', text: 'Les derniers contacts sont relus.' });
  };
