import { expect, it } from 'vitest';
import { isSomeoneElse } from './same-person.ts';

const paul = { name: 'Paul Faure', email: 'paul@semnon.example' };

it('tells a corrected name from someone else’s', () => {
  const same = [
    paul,
    { ...paul, name: 'PAUL  FAURÉ' },
    { ...paul, name: 'Paul Faure-Le Gall' },
    { ...paul, email: 'p.faure@semnon.example' },
    { ...paul, email: null },
  ];
  for (const one of same) expect([one, isSomeoneElse(paul, one)]).toEqual([one, false]);
  const others = [
    { ...paul, name: 'Lise Du Bois' },
    { name: 'Lise Faure', email: 'lise@semnon.example' },
    { name: 'Lise Du Bois', email: null },
  ];
  for (const one of others) expect([one, isSomeoneElse(paul, one)]).toEqual([one, true]);
});
