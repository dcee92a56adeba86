import { expect, test } from 'vitest';
import { questionsAnswered } from './support-questions.ts';

test.each([
  [
    ['Émergence d’idées', 'Étude de faisabilité', 'Recherche de financements'],
    ['create', 'fund'],
  ],
  [
    ['Test d’activité', 'Portage', 'Facturation et paie'],
    ['create', 'employ', 'manage'],
  ],
  [
    ['Création d’association', 'Emploi associatif', 'Comptabilité'],
    ['create', 'employ', 'manage'],
  ],
  [
    ['Apport en capital', 'Parrainage des premières années'],
    ['fund', 'learn'],
  ],
  [['Reprise d’entreprise par les salariés'], ['employ', 'take-over']],
  [['Un sourire'], []],
])('%j', (supports, questions) => expect([...questionsAnswered(supports)].sort()).toEqual([...questions].sort()));
