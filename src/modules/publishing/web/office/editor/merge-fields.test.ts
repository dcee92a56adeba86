import { expect, test } from 'vitest';
import { fieldsOf, type PublicationFields } from '../../../content/publication-fields.ts';
import { fieldsThatDiffer, mergedFields } from './merge-fields.ts';

const base = fieldsOf('news').parse({
  title: 'Titre',
  brief: 'Chapeau',
  body: '<p>Texte</p>',
  content: {},
}) as PublicationFields;
const mine = { ...base, title: 'Mon titre', brief: 'Mon chapeau' };
const theirs = {
  ...base,
  title: 'Leur titre',
  body: '<p>Leur texte</p>',
  content: { ...base.content, topic: 'jobs' },
} as PublicationFields;

test('only asks about what both changed', () => {
  expect([...fieldsThatDiffer(base, mine, theirs)]).toEqual(['title']);
});

test('without the version started from, asks about all that differs', () => {
  expect([...fieldsThatDiffer(null, mine, theirs)].sort()).toEqual(['body', 'brief', 'content.topic', 'title']);
});

test('keeps what each changed alone, and the choice for what both did', () => {
  expect(mergedFields(base, mine, theirs, new Set())).toMatchObject({
    title: 'Mon titre',
    brief: 'Mon chapeau',
    body: '<p>Leur texte</p>',
    content: { topic: 'jobs' },
  });
  expect(mergedFields(base, mine, theirs, new Set(['title'])).title).toBe('Leur titre');
});
