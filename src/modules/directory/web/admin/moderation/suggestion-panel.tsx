import type { JSX } from 'preact';
import { formatRelativeDay } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { officeSheetPath } from '../../../paths.ts';
import type { LikelySame } from '../../../queries/likely-same.ts';
import type { SuggestionSheet } from '../../../queries/moderation/suggestions.ts';
import type { StoredOrganization } from '../../../queries/stored-organization.ts';
import { moderationPath } from './moderation-paths.ts';
import { differences, type FieldDifference } from './proposal-words.ts';

/** A suggestion with what the team needs to judge it. */
export interface ShownSuggestion extends SuggestionSheet {
  sheet: StoredOrganization | null;
  alike: readonly LikelySame[];
}

/** One proposal: what would change, who says so, and the two answers. */
export function SuggestionPanel({
  exchange,
  suggestion,
}: {
  readonly exchange: Exchange;
  readonly suggestion: ShownSuggestion;
}): JSX.Element {
  const { id, kind, sheet, proposed, message, alike } = suggestion;
  const rows = differences(sheet?.profile ?? null, proposed);
  return (
    <Panel id={`proposition-${id}`} title={titleOf(suggestion)}>
      <p class="facts">{authorOf(exchange, suggestion)}</p>
      {message && <blockquote>{message}</blockquote>}
      {alike.length > 0 && <Alike alike={alike} />}
      <form method="post" action={`${moderationPath}/${id}`} class="stack">
        <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
        {rows.length > 0 && <Differences id={id} rows={rows} isNew={kind === 'new'} />}
        {kind === 'correction' && rows.length === 0 && !message && <p class="muted">La fiche dit déjà tout cela.</p>}
        <TextField
          name="answer"
          id={`reponse-${id}`}
          label="Un mot pour la personne"
          hint={suggestion.fromEmail && kind !== 'claim' ? 'Envoyé avec votre réponse.' : 'Gardé avec la proposition.'}
        />
        <p class="actions">
          <Button name="act" value="accepter" icon="check">
            {acceptWords(kind, rows.length)}
          </Button>
          <Button name="act" value="refuser" kind="ghost">
            Ne pas retenir
          </Button>
        </p>
      </form>
    </Panel>
  );
}

function titleOf({ kind, sheet, proposed }: ShownSuggestion): string {
  const name = sheet?.profile.name ?? proposed.name ?? 'Sans nom';
  if (kind === 'new') return `Nouvelle : ${name}`;
  return kind === 'claim' ? `${name} demande à tenir sa fiche` : name;
}

function authorOf(
  { ctx }: Exchange,
  { fromName, fromEmail, fromPhone, fromStructure, createdAt, sheet }: ShownSuggestion,
): JSX.Element {
  const who = fromStructure ? 'la structure elle-même' : fromName || 'un visiteur';
  return (
    <>
      Proposé par {who} {formatRelativeDay(Temporal.Instant.from(createdAt), ctx.clock.now(), { zone: ctx.zone })}
      {fromEmail && ` · ${fromEmail}`}
      {fromPhone && ` · ${fromPhone}`}
      {sheet && (
        <>
          {' · '}
          <a href={officeSheetPath(sheet.id)}>ouvrir la fiche</a>
        </>
      )}
    </>
  );
}

function acceptWords(kind: ShownSuggestion['kind'], count: number): string {
  if (kind === 'new') return 'Publier la fiche';
  if (kind === 'claim') return 'Envoyer le lien';
  return count === 0 ? 'C’est vu' : 'Garder ce qui est coché';
}

function Alike({ alike }: { readonly alike: readonly LikelySame[] }): JSX.Element {
  return (
    <Notice state="warning" title="Peut-être déjà dans l’annuaire">
      <ul>
        {alike.map(({ id, name, city }) => (
          <li>
            <a href={officeSheetPath(id)}>{name}</a>
            {city && `, ${city}`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Differences({
  id,
  rows,
  isNew,
}: {
  readonly id: string;
  readonly rows: readonly FieldDifference[];
  readonly isNew: boolean;
}): JSX.Element {
  return (
    <div class="table-frame">
      <table class="data-table">
        <caption class="visually-hidden">Ce qui changerait</caption>
        <thead>
          <tr>
            <td class="pick">
              <span class="visually-hidden">Garder</span>
            </td>
            <th scope="col">Champ</th>
            {!isNew && <th scope="col">Maintenant</th>}
            <th scope="col">Proposé</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ field, label, before, after }) => (
            <tr>
              <td class="pick">
                <label>
                  <input type="checkbox" name="fields" value={field} id={`${id}-${field}`} checked />
                  <span class="visually-hidden">Garder {label}</span>
                </label>
              </td>
              <th scope="row">{label}</th>
              {!isNew && (
                <td data-label="Maintenant">
                  <del>{before || '(vide)'}</del>
                </td>
              )}
              <td data-label="Proposé">{isNew ? after : <ins>{after || '(vide)'}</ins>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
