import type { JSX } from 'preact';
import { listing, plural } from '#platform/french/index.ts';
import { Tags } from '#ui/components/chip.tsx';
import type { TerritoryPart } from '../../domain/hub-settings.ts';

/** The parts of the territory, all of them. */
export function TerritoryList({ parts }: { readonly parts: readonly TerritoryPart[] }): JSX.Element {
  return <Tags label="Territoire" tags={parts.map((part) => part.label)} />;
}

/** « Guichen, Pipriac et 12 autres ». */
export function territoryInWords(parts: readonly TerritoryPart[], most = 4): string {
  const labels = parts.map((part) => part.label);
  if (labels.length <= most) return listing(labels);
  return listing([...labels.slice(0, most - 1), plural(labels.length - most + 1, 'autre')]);
}
