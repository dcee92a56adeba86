import { isDeepStrictEqual } from 'node:util';
import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { mergeOrganizations } from '../../../commands/merge-organizations.ts';
import { officePath, officeSheetPath } from '../../../paths.ts';
import { profileFieldNames, type ProfileField } from '../../../profile/organization-profile.ts';
import { readThemeTree } from '../../../queries/index/theme-tree.ts';
import { readOrganizations, type StoredOrganization } from '../../../queries/stored-organization.ts';
import { fieldNames } from '../../texts.ts';
import { fieldInWords } from '../field-in-words.ts';
import { mergeHref, mergePath, pairsPath } from './moderation-paths.ts';
import { moderationRefusal } from './texts.ts';

/** Lists joined by themselves, unless the other one is chosen. */
const joined: ReadonlySet<ProfileField> = new Set([
  'themes',
  'offers',
  'needs',
  'skills',
  'means',
  'audiences',
  'supports',
  'contacts',
  'links',
  'isMember',
  'isInspiring',
  'isSupport',
]);

/** `GET /gestion/annuaire/fusionner?a=&b=`: two sheets side by side; the first stays, with its address. */
export async function showMerge(exchange: Exchange): Promise<Response> {
  const pair = await pairOf(exchange, exchange.query('a'), exchange.query('b'));
  if (!pair) return exchange.notFound();
  const [kept, merged] = pair;
  const labels = new Map((await readThemeTree(exchange.ctx.db)).map(({ id, label }) => [id, label]));
  const fields = profileFieldNames.filter(
    (field) => !isDeepStrictEqual(kept.profile[field], merged.profile[field]) && !joined.has(field),
  );
  return exchange.page({
    title: 'Réunir deux fiches',
    layout: 'office',
    section: officePath,
    header: {
      trail: [
        { label: 'Le réseau', href: officePath },
        { label: 'Doublons possibles', href: pairsPath },
      ],
      lead: `« ${kept.profile.name} » reste, avec son adresse ; l’autre y conduira. L’historique garde les deux.`,
      actions: (
        <ButtonLink kind="ghost" href={mergeHref(merged.id, kept.id)}>
          Garder plutôt l’autre
        </ButtonLink>
      ),
    },
    content: (
      <Form
        action={mergePath}
        label="Réunir deux fiches"
        hidden={{ [formKeyField]: exchange.formKey, a: kept.id, b: merged.id }}
      >
        <Notice>
          <p>
            Thèmes, offres, besoins, savoir-faire, personnes à contacter, liens et photos sont réunis. Il reste à
            choisir le reste.
          </p>
        </Notice>
        {fields.length === 0 ? (
          <p>Les deux fiches disent la même chose.</p>
        ) : (
          <Choices kept={kept} merged={merged} fields={fields} labels={labels} />
        )}
        <SubmitBar label="Réunir les deux fiches" cancelHref={pairsPath} />
      </Form>
    ),
  });
}

/** `POST /gestion/annuaire/fusionner` */
export async function receiveMerge(exchange: Exchange): Promise<Response> {
  const { values, key } = await exchange.form();
  const { a = '', b = '' } = values;
  const taken = profileFieldNames.filter((field) => values[`champ.${field}`] === 'b');
  const outcome = await execute(
    exchange.ctx,
    mergeOrganizations,
    { keptId: a, mergedId: b, taken: [...taken] },
    { key },
  );
  if (outcome.ok)
    return exchange.redirect(officeSheetPath(outcome.value.id), {
      tone: 'success',
      text: 'Les deux fiches n’en font plus qu’une.',
    });
  return exchange.redirect(pairsPath, { tone: 'warning', text: moderationRefusal(outcome.reason) });
}

async function pairOf(
  exchange: Exchange,
  a: string,
  b: string,
): Promise<[StoredOrganization, StoredOrganization] | null> {
  if (!isId(a) || !isId(b) || a === b) return null;
  const sheets = await readOrganizations(exchange.ctx.db, [a, b]);
  const [kept, merged] = [sheets.get(a), sheets.get(b)];
  return kept && merged && kept.trashedAt === null && merged.trashedAt === null ? [kept, merged] : null;
}

function Choices({
  kept,
  merged,
  fields,
  labels,
}: {
  readonly kept: StoredOrganization;
  readonly merged: StoredOrganization;
  readonly fields: readonly ProfileField[];
  readonly labels: ReadonlyMap<string, string>;
}): JSX.Element {
  return (
    <div class="table-frame">
      <table class="data-table">
        <caption>Ce que disent les deux fiches</caption>
        <thead>
          <tr>
            <th scope="col">Champ</th>
            <th scope="col">{kept.profile.name} (gardée)</th>
            <th scope="col">{merged.profile.name}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => {
            const [mine, theirs] = [
              fieldInWords(field, kept.profile, labels),
              fieldInWords(field, merged.profile, labels),
            ];
            return (
              <tr>
                <th scope="row">{fieldNames[field]}</th>
                <Side
                  field={field}
                  side="a"
                  words={mine}
                  checked={mine !== '' || theirs === ''}
                  name={kept.profile.name}
                />
                <Side
                  field={field}
                  side="b"
                  words={theirs}
                  checked={mine === '' && theirs !== ''}
                  name={merged.profile.name}
                />
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Side({
  field,
  side,
  words,
  checked,
  name,
}: {
  readonly field: ProfileField;
  readonly side: 'a' | 'b';
  readonly words: string;
  readonly checked: boolean;
  readonly name: string;
}): JSX.Element {
  return (
    <td data-label={name}>
      <label class="choice">
        <input type="radio" name={`champ.${field}`} value={side} checked={checked} />
        <span>{words || '(vide)'}</span>
      </label>
    </td>
  );
}
