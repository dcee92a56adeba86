import { expect, test } from 'vitest';
import { stepsFrom } from './steps-fields.tsx';

const values = {
  'content.steps.count': '3',
  'content.steps.0.title': 'Se réunir',
  'content.steps.0.checklist': '- Une date\n\n* Une salle\n  Du café ',
  'content.steps.1.title': 'Écrire',
  'content.steps.2.title': '',
};
const titles = (act?: string) =>
  stepsFrom({ values: { ...values, ...(act ? { act } : {}) } }).map(({ title }) => title);

test('reads the steps, each line of a list as one thing to tick, and leaves out the empty ones', () => {
  expect(stepsFrom({ values })).toEqual([
    { title: 'Se réunir', text: '', checklist: ['Une date', 'Une salle', 'Du café'] },
    { title: 'Écrire', text: '', checklist: [] },
  ]);
});

test('adds, moves and removes a step by its button, whatever it is asked', () => {
  expect(titles('step-add')).toEqual(['Se réunir', 'Écrire', '', '']);
  expect(titles('step-up-1')).toEqual(['Écrire', 'Se réunir', '']);
  expect(titles('step-up-0')).toEqual(['Se réunir', 'Écrire', '']);
  expect(titles('step-down-0')).toEqual(['Écrire', 'Se réunir', '']);
  expect(titles('step-remove-0')).toEqual(['Écrire', '']);
  expect(titles('step-remove-9')).toEqual(['Se réunir', 'Écrire', '']);
  expect(stepsFrom({ values: { 'content.steps.count': '-4' } })).toEqual([]);
  expect(stepsFrom({ values: { 'content.steps.count': '9e9', act: 'step-add' } })).toHaveLength(30);
});
