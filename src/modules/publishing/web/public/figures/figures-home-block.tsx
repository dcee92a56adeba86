import type { Context } from '#platform/context/context.ts';
import type { HomeBlock } from '#platform/contributions/module.ts';
import { KeyFigures } from '#ui/components/key-figures.tsx';
import { Section } from '#ui/components/section.tsx';
import { figuresPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { figuresOf } from '../../../queries/figures/figures-of.ts';

const place = 80;
const most = 4;

/** On the home: the figures put forward, then what the site counts itself. Nothing rather than an empty block. */
export async function figuresHomeBlock(
  ctx: Context,
  { keyFigures }: Pick<PublishingDependencies, 'keyFigures'>,
): Promise<HomeBlock[]> {
  const [chosen, counted] = await Promise.all([figuresOf(ctx, []), keyFigures(ctx)]);
  const figures = [...chosen, ...counted].slice(0, Math.max(most, Math.min(chosen.length, 8)));
  if (figures.length === 0) return [];
  return [
    {
      key: 'publishing.figures',
      label: 'Les chiffres',
      order: place,
      content: (
        <Section title="L’ESS ici, en vrai" more={{ href: figuresPath, label: 'Tous les chiffres' }}>
          <KeyFigures figures={figures} />
        </Section>
      ),
    },
  ];
}
