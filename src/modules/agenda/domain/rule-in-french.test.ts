import { expect, test } from 'vitest';
import { ruleInFrench } from './rule-in-french.ts';

const said = (rule: string, starts = '2026-09-08') =>
  ruleInFrench(rule, Temporal.PlainDate.from(starts)).replaceAll('\u00a0', ' ');

test.each([
  ['FREQ=DAILY', 'tous les jours'],
  ['FREQ=DAILY;INTERVAL=2', 'un jour sur deux'],
  ['FREQ=DAILY;INTERVAL=3;COUNT=4', 'tous les trois jours, quatre fois'],
  ['FREQ=WEEKLY', 'tous les mardis'],
  ['FREQ=WEEKLY;BYDAY=TH,MO', 'tous les lundis et jeudis'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'du lundi au vendredi'],
  ['FREQ=WEEKLY;INTERVAL=2', 'un mardi sur deux'],
  ['FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,TH', 'toutes les trois semaines, le mardi et le jeudi'],
  ['FREQ=MONTHLY;BYDAY=2TU;UNTIL=20270630', 'tous les deuxièmes mardis du mois, jusqu’au 30 juin 2027'],
  ['FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2', 'tous les deuxièmes mardis du mois'],
  ['FREQ=MONTHLY;BYDAY=1FR,3FR', 'tous les premiers et troisièmes vendredis du mois'],
  ['FREQ=MONTHLY;BYDAY=-1FR', 'tous les derniers vendredis du mois'],
  ['FREQ=MONTHLY;BYDAY=1SA;INTERVAL=2', 'le premier samedi, tous les deux mois'],
  ['FREQ=MONTHLY', 'le 8 de chaque mois'],
  ['FREQ=MONTHLY;BYMONTHDAY=1,-1', 'le 1er et le dernier jour de chaque mois'],
  ['FREQ=YEARLY', 'tous les ans, le 8 septembre'],
  ['FREQ=YEARLY;BYMONTH=8;BYDAY=-1SU', 'tous les ans, le dernier dimanche d’août'],
  ['FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYMONTHDAY=1', 'tous les deux ans, le 1er mars'],
  ['FREQ=WEEKLY;BYMONTH=7,8;COUNT=20', 'tous les mardis, en juillet et août, 20 fois'],
  ['FREQ=YEARLY;BYWEEKNO=20', 'chaque année à des dates particulières'],
  ['FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=13;BYDAY=FR', 'tous les deux mois à des dates particulières'],
  ['toto', 'à des dates particulières'],
])('%s is said « %s »', (rule, words) => {
  expect(said(rule)).toBe(words);
});
