import { questions2026 } from './questions-2026.ts';
import { results2026 } from './results-2026.ts';
import type { SelfCheckTree } from './tree.ts';

const readOn = '2026-11-22';
const law2014 = 'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000029313296/';

/** The law of 2014 as it stood in November 2026. */
export const tree2026: SelfCheckTree = {
  version: '2026',
  checkedOn: readOn,
  first: 'structure',
  laws: {
    principles: { title: 'loi n° 2014-856 du 31 juillet 2014, article 1er, I', href: law2014, readOn },
    purpose: { title: 'loi n° 2014-856, article 1er, I, 1°', href: law2014, readOn },
    democracy: { title: 'loi n° 2014-856, article 1er, I, 2°', href: law2014, readOn },
    surplus: { title: 'loi n° 2014-856, article 1er, I, 3°', href: law2014, readOn },
    forms: { title: 'loi n° 2014-856, article 1er, II, 1°', href: law2014, readOn },
    companies: { title: 'loi n° 2014-856, article 1er, II, 2°', href: law2014, readOn },
    utility: { title: 'loi n° 2014-856, article 2', href: law2014, readOn },
    statutes: {
      title: 'décret n° 2015-858 du 13 juillet 2015',
      href: 'https://www.legifrance.gouv.fr/search/all?tab_selection=all&searchField=ALL&query=2015-858',
      readOn,
    },
    esus: {
      title: 'loi n° 2014-856, article 11, et code du travail, article L3332-17-1',
      href: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006072050/',
      readOn,
    },
  },
  questions: questions2026,
  gates: [
    {
      id: 'principles',
      anyNo: ['purpose', 'democracy', 'surplus'],
      ifSo: { result: 'not-as-is' },
      otherwise: { question: 'form' },
    },
    {
      id: 'company-rules',
      anyNo: ['reserves'],
      ifSo: { result: 'eligible-steps' },
      otherwise: { question: 'registered' },
    },
  ],
  results: results2026,
};
