import type { ComponentChildren } from 'preact';
import { mergePersons, renamePerson } from '#modules/identity/index.ts';
import { execute } from '#platform/command/execute.ts';
import { formatDate } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { RadioGroup } from '#ui/fields/checkbox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { joinHousehold } from '../../commands/keep-households.ts';
import { tellPeopleApart } from '../../commands/tell-people-apart.ts';
import { paths } from '../../paths.ts';
import { comparedPerson, type ComparedPerson } from '../../queries/compared-people.ts';
import { ActButton } from '../relations/act-button.tsx';
import { refusals } from '../texts.ts';

async function bothOfAddress(exchange: Exchange): Promise<[ComparedPerson, ComparedPerson] | null> {
  const [one, other] = [exchange.param('one'), exchange.param('other')];
  if (!isId(one) || !isId(other) || one === other) return null;
  const people = [await comparedPerson(exchange.ctx.db, one), await comparedPerson(exchange.ctx.db, other)] as const;
  return people[0] && people[1] ? [people[0], people[1]] : null;
}

/** `GET /gestion/personnes/doublons/:one/:other`: two sheets side by side. */
export async function showCompare(exchange: Exchange): Promise<Response> {
  const pair = await bothOfAddress(exchange);
  if (!pair) return exchange.notFound();
  const [one, other] = pair;
  const action = paths.compare(one.id, other.id);
  const names = one.name === other.name ? [one] : [one, other];
  return exchange.page({
    title: `${one.name} et ${other.name}`,
    layout: 'office',
    section: paths.people,
    header: {
      trail: [
        { label: 'Personnes', href: paths.people },
        { label: 'Doublons possibles', href: paths.twins },
      ],
    },
    content: (
      <>
        <DataTable
          id="comparaison"
          caption="Les deux fiches"
          rows={linesOf(one, other, exchange.hub.zone)}
          rowId={(line) => line.label}
          rowName={(line) => line.label}
          columns={[
            { key: 'label', label: 'Champ', cell: (line) => line.label },
            { key: 'one', label: 'Première fiche', cell: (line) => line.one },
            { key: 'other', label: 'Seconde fiche', cell: (line) => line.other },
          ]}
          empty={null}
        />
        <Form action={`${action}/reunir`} hidden={{ [formKeyField]: exchange.formKey }} label="Réunir les deux fiches">
          <RadioGroup
            name="kept"
            label="La fiche qui reste"
            hint="Son compte et son adresse restent ; tout ce que porte l’autre la rejoint, l’autre adresse mène à elle."
            value={pair.find((person) => person.hasAccount)?.id ?? one.id}
            choices={[
              { value: one.id, label: `La première, ${words(one, exchange.hub.zone)}` },
              { value: other.id, label: `La seconde, ${words(other, exchange.hub.zone)}` },
            ]}
          />
          {names.length > 1 && (
            <RadioGroup
              name="named"
              label="Le nom à garder"
              value={one.id}
              choices={names.map((person) => ({ value: person.id, label: person.name }))}
            />
          )}
          <SubmitBar label="Réunir" />
        </Form>
        <Notice state="info" title="Ce n’est pas la même personne ?">
          <div class="actions">
            <ActButton
              action={`${action}/distinguer`}
              label="Ce sont deux personnes"
              kind="ghost"
              formKey={exchange.formKey}
            />
            <ActButton
              action={`${action}/foyer`}
              label="Deux personnes du même foyer"
              kind="ghost"
              formKey={exchange.formKey}
            />
          </div>
        </Notice>
      </>
    ),
  });
}

const words = (person: ComparedPerson, zone: string) =>
  `ajoutée le ${formatDate(person.createdAt, { zone })}${person.hasAccount ? ', avec un compte' : ''}`;

interface Line {
  label: string;
  one: ComponentChildren;
  other: ComponentChildren;
}

function linesOf(one: ComparedPerson, other: ComparedPerson, zone: string): Line[] {
  const line = (label: string, of: (person: ComparedPerson) => readonly string[]): Line => {
    const theirs = new Set([...of(one)].filter((value) => of(other).includes(value)));
    const cell = (person: ComparedPerson) =>
      of(person).length === 0
        ? '–'
        : of(person).map((value) => (
            <>
              {theirs.has(value) ? <b>{value}</b> : value}
              <br />
            </>
          ));
    return { label, one: cell(one), other: cell(other) };
  };
  return [
    {
      label: 'Nom',
      one: <a href={paths.person(one.id)}>{one.name}</a>,
      other: <a href={paths.person(other.id)}>{other.name}</a>,
    },
    line('E-mail', (person) => person.emails),
    line('Téléphone', (person) => person.phones),
    line('Adresse', (person) => person.postals),
    line('Structures', (person) => person.roles),
    line('Statuts', (person) => person.statuses),
    line('Étiquettes', (person) => person.tags),
    line('Compte', (person) => (person.hasAccount ? ['oui'] : [])),
    line('Ajoutée le', (person) => [formatDate(person.createdAt, { zone })]),
  ].filter(({ one: first, other: second }) => first !== '–' || second !== '–');
}

/** `POST …/reunir`: the chosen sheet stays, under the chosen name; the other one leads to it. */
export async function receiveMerge(exchange: Exchange): Promise<Response> {
  const pair = await bothOfAddress(exchange);
  if (!pair) return exchange.notFound();
  const { values, key } = await exchange.form();
  const kept = pair.find((person) => person.id === values['kept']);
  const merged = pair.find((person) => person.id !== values['kept']);
  if (!kept || !merged)
    return exchange.redirect(paths.compare(pair[0].id, pair[1].id), {
      tone: 'warning',
      text: 'Choisissez la fiche qui reste.',
    });
  const outcome = await execute(exchange.ctx, mergePersons, { keptId: kept.id, mergedId: merged.id }, { key });
  if (!outcome.ok)
    return exchange.redirect(paths.compare(pair[0].id, pair[1].id), {
      tone: 'danger',
      text:
        outcome.reason === 'oneself'
          ? 'Gardez plutôt votre propre fiche.'
          : (refusals[outcome.reason] ?? 'Ce n’est pas possible.'),
    });
  if (values['named'] === merged.id)
    await execute(exchange.ctx, renamePerson, {
      personId: kept.id,
      givenName: merged.givenName,
      familyName: merged.familyName,
    });
  return exchange.redirect(paths.person(kept.id), { tone: 'success', text: 'Les deux fiches n’en font plus qu’une.' });
}

export async function receiveApart(exchange: Exchange): Promise<Response> {
  const pair = await bothOfAddress(exchange);
  if (!pair) return exchange.notFound();
  const { key } = await exchange.form();
  await execute(exchange.ctx, tellPeopleApart, { personId: pair[0].id, otherId: pair[1].id }, { key });
  return exchange.redirect(paths.twins, { tone: 'success', text: 'C’est noté : ce sont deux personnes.' });
}

export async function receiveSameHousehold(exchange: Exchange): Promise<Response> {
  const pair = await bothOfAddress(exchange);
  if (!pair) return exchange.notFound();
  const { key } = await exchange.form();
  const [personId, otherId] = [pair[0].id, pair[1].id];
  const outcome = await execute(exchange.ctx, joinHousehold, { personId, otherId }, { key });
  if (outcome.ok) await execute(exchange.ctx, tellPeopleApart, { personId, otherId });
  return exchange.redirect(
    paths.person(personId),
    outcome.ok
      ? { tone: 'success', text: 'Ces deux personnes sont du même foyer.' }
      : { tone: 'danger', text: Object.values(outcome.fields)[0] ?? 'Ce n’est pas possible.' },
  );
}
