import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { Button } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { addDomain, removeDomain } from '../../commands/change-domains.ts';
import { closeHub, reopenHub } from '../../commands/close-hub.ts';
import { mayOperate } from '../../policy.ts';
import type { HubDependencies } from '../../ports.ts';
import { listHubs, type InstalledHub } from '../../queries/hub-list.ts';
import { readHubSettings } from '../../queries/hub-settings.ts';
import { summaryOf, type FieldErrors } from '../form-errors.ts';
import { paths } from '../paths.ts';
import { refusalText } from '../texts.ts';
import { stateOf } from './installation-page.tsx';

/** `GET /gestion/installation/:id`: the domains of a hub, and its closing. */
export function showInstalledHub(exchange: Exchange, dependencies: HubDependencies): Promise<Response> {
  return installedHubPage(exchange, dependencies, '', {});
}

/** `POST /gestion/installation/:id/:act`, in the context of that hub. */
export async function changeInstalledHub(exchange: Exchange, dependencies: HubDependencies): Promise<Response> {
  const hub = await hubAsked(exchange);
  if (!hub) return exchange.notFound();
  const [form, there] = [await exchange.form(), await dependencies.contextIn(exchange.ctx, hub.id)];
  const [options, { host = '' }] = [{ key: form.key }, form.values];
  const back = paths.installedHub(hub.id);
  switch (exchange.param('act')) {
    case 'domaine': {
      const outcome = await execute(there, addDomain, { host, isPrimary: form.values['isPrimary'] === 'oui' }, options);
      if (outcome.ok)
        return exchange.redirect(back, { tone: 'success', text: `${outcome.value.host} mène maintenant à ce pôle.` });
      return installedHubPage(
        exchange,
        dependencies,
        host,
        Object.keys(outcome.fields).length > 0 ? outcome.fields : { '': refusalText(outcome.reason) },
        422,
      );
    }
    case 'retirer-domaine': {
      const outcome = await execute(there, removeDomain, { host }, options);
      return exchange.redirect(
        back,
        outcome.ok
          ? { tone: 'success', text: `${host} ne mène plus à ce pôle.` }
          : { tone: 'warning', text: refusalText(outcome.reason) },
      );
    }
    case 'fermer': {
      // One does not saw off the branch one sits on.
      if (hub.id === exchange.ctx.hubId)
        return exchange.redirect(back, {
          tone: 'warning',
          text: 'Vous êtes dans ce pôle : fermez-le depuis un autre.',
        });
      const outcome = await execute(there, closeHub, {}, options);
      return exchange.redirect(
        back,
        outcome.ok
          ? { tone: 'success', text: 'Pôle fermé. Rien n’est effacé.' }
          : { tone: 'warning', text: 'Ce pôle est déjà fermé.' },
      );
    }
    case 'rouvrir': {
      const outcome = await execute(there, reopenHub, {}, options);
      return exchange.redirect(
        back,
        outcome.ok
          ? { tone: 'success', text: 'Pôle rouvert, comme avant.' }
          : { tone: 'warning', text: 'Ce pôle est déjà ouvert.' },
      );
    }
    default:
      return exchange.notFound();
  }
}

async function hubAsked(exchange: Exchange): Promise<InstalledHub | null> {
  const id = exchange.param('id');
  if (!mayOperate(exchange.actor) || !isId(id)) return null;
  return (await listHubs(exchange.ctx.db)).find((hub) => hub.id === id) ?? null;
}

async function installedHubPage(
  exchange: Exchange,
  { contextIn }: HubDependencies,
  typed: string,
  errors: FieldErrors,
  status = 200,
): Promise<Response> {
  const hub = await hubAsked(exchange);
  if (!hub) return exchange.notFound();
  const there = await contextIn(exchange.ctx, hub.id);
  const name = (await readHubSettings(there.db, hub.id))?.name ?? hub.slug;
  return exchange.page({
    title: name,
    layout: 'office',
    status,
    section: paths.installation,
    header: {
      facts: `${stateOf(hub)} · ${hub.slug}`,
      trail: [
        { label: 'Installation', href: paths.installation },
        { label: name, href: paths.installedHub(hub.id) },
      ],
    },
    content: (
      <>
        <Domains exchange={exchange} hub={hub} />
        <Form
          action={paths.installedHubAct(hub.id, 'domaine')}
          label="Ajouter un domaine"
          errors={summaryOf(errors)}
          hidden={{ [formKeyField]: exchange.formKey }}
        >
          <TextField
            name="host"
            label="Ajouter un nom de domaine"
            hint="Faites-le d’abord pointer vers cette machine. Par exemple : pole-exemple.fr."
            required
            value={typed}
            error={errors['host']}
          />
          <Checkbox name="isPrimary" label="C’est son adresse principale" />
          <SubmitBar label="Ajouter" />
        </Form>
        <Panel title={hub.closedAt ? 'Rouvrir' : 'Fermer'}>
          <p>
            {hub.closedAt
              ? 'Le site reviendra exactement comme il était.'
              : 'Le site cesse de répondre. Rien n’est effacé, et il peut rouvrir.'}
          </p>
          <Form
            action={paths.installedHubAct(hub.id, hub.closedAt ? 'rouvrir' : 'fermer')}
            label={hub.closedAt ? 'Rouvrir' : 'Fermer'}
            hidden={{ [formKeyField]: exchange.ctx.newId() }}
          >
            <SubmitBar
              kind={hub.closedAt ? 'primary' : 'danger'}
              label={hub.closedAt ? 'Rouvrir ce pôle' : 'Fermer ce pôle'}
            />
          </Form>
        </Panel>
      </>
    ),
  });
}

function Domains({ exchange, hub }: { readonly exchange: Exchange; readonly hub: InstalledHub }): JSX.Element {
  return (
    <DataTable
      id="domaines"
      caption="Noms de domaine"
      rows={hub.domains}
      rowId={(domain) => domain.host}
      rowName={(domain) => domain.host}
      columns={[
        { key: 'host', label: 'Domaine', cell: (domain) => domain.host },
        { key: 'primary', label: 'Principal', cell: (domain) => (domain.isPrimary ? 'Oui' : '') },
        {
          key: 'remove',
          label: 'Gérer',
          cell: (domain) => (
            <form method="post" action={paths.installedHubAct(hub.id, 'retirer-domaine')}>
              <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
              <input type="hidden" name="host" value={domain.host} />
              <Button kind="quiet" small aria-label={`Retirer ${domain.host}`}>
                Retirer
              </Button>
            </form>
          ),
        },
      ]}
      empty={<p>Aucun nom de domaine : ce pôle répond à l’adresse de l’installation, ou sous le nom {hub.slug}.</p>}
    />
  );
}
