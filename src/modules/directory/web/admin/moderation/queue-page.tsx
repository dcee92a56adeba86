import type { JSX } from 'preact';
import { formatRelativeDay } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { SwitchField } from '#ui/fields/checkbox.tsx';
import { Form } from '#ui/fields/form.tsx';
import { officePath, officeSheetPath } from '../../../paths.ts';
import { mayArrangeDirectory } from '../../../policy.ts';
import { directoryRules, type DirectoryRules } from '../../../queries/moderation/directory-rules.ts';
import {
  handledSuggestions,
  waitingSuggestions,
  type SuggestionSheet,
} from '../../../queries/moderation/suggestions.ts';
import { likelySame } from '../../../queries/likely-same.ts';
import { readOrganizations } from '../../../queries/stored-organization.ts';
import { changesOf, proposedFields } from '../../../commands/moderation/proposal.ts';
import { completeProfile } from '../../../profile/organization-profile.ts';
import { moderationPath } from './moderation-paths.ts';
import { SuggestionPanel, type ShownSuggestion } from './suggestion-panel.tsx';

/** `GET /gestion/annuaire/moderation`: what visitors and structures propose, oldest first. */
export async function showQueue(exchange: Exchange): Promise<Response> {
  const isHandled = exchange.query('etat') === 'traitees';
  return exchange.page({
    title: 'Propositions',
    layout: 'office',
    section: officePath,
    header: {
      trail: [{ label: 'Le réseau', href: officePath }],
      lead: 'Ce que les visiteurs et les structures proposent. Gardez tout, ou champ par champ.',
    },
    content: (
      <>
        <Tabs
          label="Propositions"
          tabs={[
            { label: 'À relire', href: moderationPath, current: !isHandled },
            { label: 'Traitées', href: `${moderationPath}?etat=traitees`, current: isHandled },
          ]}
        />
        {isHandled ? await handled(exchange) : await waiting(exchange)}
        {mayArrangeDirectory(exchange.actor) && !isHandled && (
          <Rules exchange={exchange} rules={await directoryRules(exchange.ctx.db)} />
        )}
      </>
    ),
  });
}

async function waiting(exchange: Exchange): Promise<JSX.Element> {
  const shown = await shownSuggestions(exchange);
  if (shown.length === 0) {
    return (
      <EmptyState title="Rien à relire">
        <p>Les prochaines propositions arriveront ici, et dans « À faire ».</p>
      </EmptyState>
    );
  }
  return (
    <div class="stack">
      {shown.map((suggestion) => (
        <SuggestionPanel exchange={exchange} suggestion={suggestion} />
      ))}
    </div>
  );
}

async function shownSuggestions({ ctx }: Exchange): Promise<ShownSuggestion[]> {
  const suggestions = await waitingSuggestions(ctx.db);
  const sheets = await readOrganizations(
    ctx.db,
    suggestions.flatMap(({ organizationId }) => organizationId ?? []),
  );
  return Promise.all(
    suggestions.map(async (suggestion) => ({
      ...suggestion,
      sheet: sheets.get(suggestion.organizationId ?? '') ?? null,
      alike: suggestion.kind === 'new' ? await likelySame(ctx.db, describedBy(suggestion)) : [],
    })),
  );
}

function describedBy({ proposed }: SuggestionSheet) {
  const name = proposed.name ?? '';
  return { ...changesOf(completeProfile({ name }), proposed, proposedFields), name };
}

const outcomes: Readonly<Record<SuggestionSheet['status'], string>> = {
  waiting: 'À relire',
  accepted: 'Acceptée',
  partly: 'Acceptée en partie',
  refused: 'Non retenue',
};

async function handled({ ctx }: Exchange): Promise<JSX.Element> {
  const suggestions = await handledSuggestions(ctx.db);
  const sheets = await readOrganizations(
    ctx.db,
    suggestions.flatMap(({ organizationId }) => organizationId ?? []),
  );
  const nameOf = ({ organizationId, proposed }: SuggestionSheet) =>
    sheets.get(organizationId ?? '')?.profile.name ?? proposed.name ?? '';
  return (
    <DataTable<SuggestionSheet>
      id="traitees"
      caption="Propositions traitées"
      quietCaption
      rows={suggestions}
      rowId={({ id }) => id}
      rowName={nameOf}
      columns={[
        {
          key: 'name',
          label: 'Structure',
          cell: (row) =>
            row.organizationId ? <a href={officeSheetPath(row.organizationId)}>{nameOf(row)}</a> : nameOf(row),
        },
        { key: 'status', label: 'Suite donnée', cell: (row) => outcomes[row.status] },
        { key: 'answer', label: 'Réponse', cell: (row) => row.answer },
        { key: 'who', label: 'Par', cell: (row) => row.handledBy },
        {
          key: 'when',
          label: 'Quand',
          cell: (row) =>
            row.handledAt
              ? formatRelativeDay(Temporal.Instant.from(row.handledAt), ctx.clock.now(), { zone: ctx.zone })
              : '',
        },
      ]}
      empty={<EmptyState title="Rien de traité pour l’instant" />}
    />
  );
}

function Rules({ exchange, rules }: { readonly exchange: Exchange; readonly rules: DirectoryRules }): JSX.Element {
  return (
    <Panel title="Nos règles">
      <Form action={`${moderationPath}/regles`} label="Nos règles" hidden={{ [formKeyField]: exchange.formKey }}>
        <SwitchField
          name="relire"
          label="Relire ce que les structures changent sur leur propre fiche"
          hint="Sinon leurs changements paraissent aussitôt, et l’historique les garde."
          checked={rules.structuresAreReviewed}
        />
        <SwitchField
          name="demander"
          label="Demander chaque année aux structures si leur fiche est juste"
          hint="Un seul message par an et par structure, jamais à celles qui n’en veulent plus."
          checked={rules.asksYearly}
        />
        <p>
          <Button kind="ghost" small>
            Enregistrer
          </Button>
        </p>
      </Form>
    </Panel>
  );
}
