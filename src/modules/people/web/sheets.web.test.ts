import { afterAll, beforeAll, expect, test } from 'vitest';
import { anOrganization } from '#modules/directory/testing/builders.ts';
import { aPerson } from '#modules/identity/testing/builders.ts';
import { openTestSite, type TestHub, type TestPerson, type TestSite } from '#tests/support/app.ts';
import { actPath, paths } from '../paths.ts';
import { personRelations } from '../queries/person-relations.ts';
import { relationsOf } from '../queries/relations.ts';

let site: TestSite;
let hub: TestHub;
let employee: TestPerson;
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub();
  employee = await hub.person('employee');
});
afterAll(() => site.close());

const text = async (path: string) => (await hub.get(path, employee.cookie)).text();
const form = (path: string, fields: Record<string, string | File>) => hub.post(path, fields, employee.cookie);

test('a person’s sheet takes statuses, roles, tags, notes and documents, and tells all of it in the thread', async () => {
  const ctx = await hub.context(employee.actor);
  const awa = await aPerson(ctx, { givenName: 'Awa', familyName: 'Diallo', email: 'awa@reseau.example' });
  const garden = await anOrganization(ctx, { name: 'Les Jardins du Semnon' });
  const subject = { personId: awa.personId };
  await form(actPath(subject, 'statuts'), { status: 'funder', since: '2024-02-01', note: 'Fondation des Vallons' });
  await form(actPath(subject, 'structures'), {
    other: 'les jardins du semnon',
    kind: 'treasurer',
    function: 'Trésorière adjointe',
    startsOn: '2023-05-01',
    receivesMail: 'oui',
  });
  await form(actPath(subject, 'etiquettes'), { label: 'Café des porteurs' });
  await form(actPath(subject, 'notes'), {
    kind: 'call',
    happenedOn: '2026-10-02',
    text: 'Cherche un local à Guichen.',
  });
  await form(actPath(subject, 'documents'), {
    title: 'Statuts signés',
    file_file: new File(['nom;ville\nAwa;Guichen\n'], 'liste.csv', { type: 'text/csv' }),
  });

  const page = await text(paths.person(awa.personId));
  for (const words of [
    'Financeur',
    'Fondation des Vallons',
    'Trésorière adjointe',
    'Café des porteurs',
    'Statuts signés',
  ])
    expect(page).toContain(words);
  expect(page).toMatch(/Appel[\s\S]*Cherche un local à Guichen/);
  expect(await text(paths.organizationRelations(garden.id))).toMatch(/Awa Diallo[\s\S]*Trésorière adjointe/);

  const { roles, documents, statuses } = await relationsOf(ctx.db, subject);
  expect(roles).toMatchObject([{ kind: 'treasurer', receivesMail: true, organizationId: garden.id }]);
  // Papers are the team's alone.
  const file = `/fichiers/${documents[0]?.file.id ?? ''}/liste.csv`;
  expect((await hub.get(file)).status).toBe(404);
  expect((await hub.get(file, employee.cookie)).status).toBe(200);
  await form(actPath(subject, 'documents/retirer'), { id: documents[0]?.id ?? '' });
  expect((await hub.get(file, employee.cookie)).status).toBe(404);

  await form(actPath(subject, 'statuts/terminer'), { id: statuses[0]?.id ?? '' });
  await form(actPath(subject, 'structures/terminer'), { id: roles[0]?.id ?? '' });
  const ended = await relationsOf(ctx.db, subject);
  expect([ended.statuses[0]?.until, ended.roles[0]?.endsOn].every(Boolean)).toBe(true);
});

test('what was typed stays beside why it was refused', async () => {
  const ctx = await hub.context(employee.actor);
  const { personId } = await aPerson(ctx);
  const refused = await form(actPath({ personId }, 'structures'), {
    other: 'Nulle part',
    kind: 'chair',
    function: 'Reine',
  });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toMatch(/Aucune structure de ce nom[\s\S]*Reine|Reine[\s\S]*Aucune structure de ce nom/);
  const empty = await form(actPath({ personId }, 'notes'), { kind: 'note', happenedOn: '', text: ' ' });
  expect(empty.status).toBe(422);
  const late = await form(actPath({ personId }, 'statuts'), { status: 'press', since: '2999-01-01', note: 'Radio' });
  expect(await late.text()).toContain('pas encore venue');
});

test('two people with one mailbox make a household, and one of them is written to', async () => {
  const ctx = await hub.context(employee.actor);
  const jeanne = await aPerson(ctx, { givenName: 'Jeanne', familyName: 'Le Bihan', email: 'lebihan@foyer.example' });
  const yves = await aPerson(ctx, { givenName: 'Yves', familyName: 'Le Bihan', email: 'lebihan@foyer.example' });
  expect(await text(paths.person(jeanne.personId))).toContain('Cette adresse sert aussi à quelqu’un d’autre');
  await form(`${paths.person(jeanne.personId)}/foyer`, { otherId: yves.personId });
  const { household, sameAddress } = await personRelations(ctx.db, jeanne.personId);
  expect(sameAddress).toEqual([]);
  await form(`${paths.person(jeanne.personId)}/foyer/destinataire`, {
    householdId: household?.id ?? '',
    personId: yves.personId,
  });
  expect((await personRelations(ctx.db, yves.personId)).household?.writtenToId).toBe(yves.personId);
  await form(`${paths.person(yves.personId)}/foyer/quitter`, {});
  expect((await personRelations(ctx.db, jeanne.personId)).household).toBeNull();
});

test('someone without mail is reached by letter or phone, and someone acts for her', async () => {
  const ctx = await hub.context(employee.actor);
  const marcel = await aPerson(ctx, { givenName: 'Marcel', familyName: 'Ollivier', phone: '02 61 91 10 10' });
  const lise = await aPerson(ctx, { givenName: 'Lise', familyName: 'Ollivier', email: 'lise@foyer.example' });
  expect(await text(paths.person(marcel.personId))).toContain('À joindre par téléphone');
  await form(`${paths.person(marcel.personId)}/coordonnees`, { kind: 'postal', value: '3 rue du Four, 35580 Guichen' });
  expect(await text(paths.person(marcel.personId))).toContain('À joindre par courrier postal');
  await form(`${paths.person(marcel.personId)}/joindre`, { channel: 'phone', note: 'le matin' });
  expect(await text(paths.person(marcel.personId))).toContain('À joindre par téléphone, le matin');
  await form(`${paths.person(marcel.personId)}/delegations`, { other: 'Lise Ollivier', purpose: 'ses inscriptions' });
  expect((await personRelations(ctx.db, lise.personId)).delegators).toMatchObject([{ name: 'Marcel Ollivier' }]);
});

test('someone the directory names becomes a known person with her role', async () => {
  const ctx = await hub.context(employee.actor);
  const { id } = await anOrganization(ctx, {
    name: 'La Ressourcerie du Semnon',
    contacts: [
      {
        personId: null,
        name: 'Nolwenn Fictive',
        role: 'Présidente',
        visibility: 'staff',
        email: 'nolwenn@ressourcerie.example',
        emailVisibility: 'staff',
        phone: '',
        phoneVisibility: 'staff',
      },
    ],
  });
  const page = await text(paths.organizationRelations(id));
  const contactId = /name="contactId" value="([^"]+)"/.exec(page)?.[1] ?? '';
  await form(actPath({ organizationId: id }, 'contacts'), { contactId });
  const { roles } = await relationsOf(ctx.db, { organizationId: id });
  expect(roles).toMatchObject([{ personName: 'Nolwenn Fictive', kind: 'chair', function: 'Présidente' }]);
  expect(await text(paths.organizationRelations(id))).not.toContain('Rattacher Nolwenn');
});

test('all of it is the team’s alone, and one hub’s alone', async () => {
  const ctx = await hub.context(employee.actor);
  const { personId } = await aPerson(ctx);
  const { id } = await anOrganization(ctx, { name: 'Le Fournil partagé' });
  const others = [await hub.signIn('member'), await hub.signIn('board_member'), undefined];
  for (const cookie of others) {
    for (const path of [paths.organizationRelations(id), paths.peopleNames, paths.structureNames]) {
      const answer = await hub.get(path, cookie);
      expect([303, 404], `${path} ${answer.status}`).toContain(answer.status);
    }
    await hub.post(actPath({ personId }, 'etiquettes'), { label: 'Intrus' }, cookie);
  }
  expect((await personRelations(ctx.db, personId)).tags).toEqual([]);
  const elsewhere = await site.hub('Pôle voisin');
  const neighbour = await elsewhere.person('employee');
  expect((await elsewhere.get(paths.organizationRelations(id), neighbour.cookie)).status).toBe(404);
  await elsewhere.post(actPath({ personId }, 'etiquettes'), { label: 'Intrus' }, neighbour.cookie);
  expect((await personRelations(ctx.db, personId)).tags).toEqual([]);
});
