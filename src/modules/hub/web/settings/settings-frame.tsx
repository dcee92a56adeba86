import type { VNode } from 'preact';
import type { Exchange } from '#platform/http/exchange.ts';
import { Tabs } from '#ui/components/tabs.tsx';
import { paths } from '../paths.ts';

/** The subjects of the settings, in the order of the tabs. */
export const settingsSubjects = [
  { slug: 'presentation', label: 'Présentation' },
  { slug: 'couleurs', label: 'Couleurs' },
  { slug: 'territoire', label: 'Territoire' },
  { slug: 'coordonnees', label: 'Coordonnées' },
  { slug: 'mentions', label: 'Mentions' },
  { slug: 'logo', label: 'Logo' },
  { slug: 'regles', label: 'Règles' },
] as const;

export interface SettingsFrame {
  slug: string;
  lead: string;
  content: VNode;
  status?: number;
}

/** Draws a page of the settings under its tabs. */
export function settingsFrame(
  exchange: Exchange,
  { slug, lead, content, status = 200 }: SettingsFrame,
): Promise<Response> {
  const label = settingsSubjects.find((subject) => subject.slug === slug)?.label ?? 'Réglages';
  return exchange.page({
    title: `Réglages : ${label}`,
    layout: 'office',
    status,
    section: paths.settings,
    header: { title: label, lead: <p>{lead}</p> },
    content: (
      <>
        <Tabs
          label="Réglages"
          tabs={settingsSubjects.map((subject) => ({
            label: subject.label,
            href: paths.settingsTab(subject.slug),
            current: subject.slug === slug,
          }))}
        />
        {content}
      </>
    ),
  });
}
