import type { Exchange } from '#platform/http/exchange.ts';
import { Doors } from '#ui/components/door.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Section } from '#ui/components/section.tsx';
import { ButtonLink } from '#ui/components/button.tsx';
import { listPath, officePaths } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { IntentDoors } from '../../blocks/intent-doors.tsx';
import { shownDoors } from '../../blocks/shown-door.ts';

/** `/pour`: every way in, by who one is and by what one wants. */
export async function showDoors(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const [doors, { land, name }] = await Promise.all([shownDoors(exchange.ctx, deps), deps.hubLook(exchange.ctx.hubId)]);
  const profiles = doors.filter(({ group }) => group === 'profile');
  const intents = doors.filter(({ group }) => group === 'intent');
  return exchange.page({
    title: 'Vous êtes, je veux…',
    description: `Par où entrer : ce que ${name} propose selon qui vous êtes et ce que vous cherchez.`,
    canonical: listPath('door'),
    edit: { href: officePaths.listOf('door'), label: 'Modifier les portes', roles: ['employee'] },
    content: (
      <>
        <PageHeader
          title="Par où entrer ?"
          trail={[{ label: 'Accueil', href: '/' }, { label: 'Par où entrer' }]}
          lead={<p>Dites-nous qui vous êtes, ou ce que vous cherchez : on vous ouvre la bonne porte.</p>}
        />
        {profiles.length > 0 && (
          <Section title="Vous êtes…">
            <Doors doors={profiles} />
          </Section>
        )}
        {intents.length > 0 && (
          <Section title="Je veux…">
            <IntentDoors doors={intents} />
          </Section>
        )}
        {doors.length === 0 && (
          <EmptyState
            title="Les portes se préparent"
            territory={land}
            actions={<ButtonLink href="/contact">Poser une question</ButtonLink>}
          >
            En attendant, dites-nous simplement ce que vous cherchez.
          </EmptyState>
        )}
      </>
    ),
  });
}
