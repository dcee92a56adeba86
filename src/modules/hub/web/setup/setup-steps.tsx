import type { VNode } from 'preact';
import type { Exchange } from '#platform/http/exchange.ts';
import { ProgressSteps } from '#ui/components/progress.tsx';
import { paths } from '../paths.ts';

/** The steps of the first run, in order. */
export const setupSteps = [
  { slug: 'nom', label: 'Nom' },
  { slug: 'territoire', label: 'Territoire' },
  { slug: 'couleurs', label: 'Couleurs' },
  { slug: 'structures', label: 'Structures' },
  { slug: 'ouvrir', label: 'Ouvrir le site' },
] as const;

export type SetupStep = (typeof setupSteps)[number]['slug'];

/** The address of the step that follows. */
export function nextStep(step: SetupStep): string {
  const index = setupSteps.findIndex(({ slug }) => slug === step);
  return paths.setupStep((setupSteps[index + 1] ?? setupSteps.at(-1) ?? { slug: 'ouvrir' }).slug);
}

export interface SetupPage {
  step: SetupStep;
  title: string;
  lead: string;
  content: VNode;
  status?: number;
}

/** Draws a step of the assistant: where we are, one thing to do. */
export function setupPage(
  exchange: Exchange,
  { step, title, lead, content, status = 200 }: SetupPage,
): Promise<Response> {
  return exchange.page({
    title,
    layout: 'office',
    status,
    section: paths.setup,
    header: { lead: <p>{lead}</p> },
    content: (
      <>
        <ProgressSteps
          label="Étapes de l’ouverture"
          current={setupSteps.findIndex(({ slug }) => slug === step)}
          steps={setupSteps.map(({ slug, label }) => ({ label, href: paths.setupStep(slug) }))}
        />
        {content}
      </>
    ),
  });
}
