import type { JSX } from 'preact';
import { isInsider, listThemes, organizationPath, type IndexedTheme } from '#modules/directory/index.ts';
import { piecesForMembers } from '#modules/hub/index.ts';
import { agree, formatDate, formatNumber, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { KeyFigures } from '#ui/components/key-figures.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { moneyPaths } from '../../money-paths.ts';
import { paths } from '../../paths.ts';
import { showcase, type ShownMember } from '../queries/showcase.ts';

interface Chapter {
  id: string;
  label: string;
  members: ShownMember[];
}

/** Members under each theme of the top of the list; one that has several is under each. */
function chapters(themes: readonly IndexedTheme[], members: readonly ShownMember[]): Chapter[] {
  const topOf = new Map(themes.map((theme) => [theme.id, themes[theme.line[0] ?? -1]?.id]));
  const tops = themes.filter(({ depth }) => depth === 0);
  const under = (id: string) => members.filter((member) => member.themes.some((theme) => topOf.get(theme) === id));
  const others = members.filter((member) => member.themes.every((theme) => !topOf.get(theme)));
  return [
    ...tops.map(({ id, label }) => ({ id, label, members: under(id) })),
    { id: 'autres', label: 'Autres activités', members: others },
  ].filter((chapter) => chapter.members.length > 0);
}

/** `GET /adherents`: how many members, how varied, theme by theme. Prints as it is read. */
export async function showShowcase(exchange: Exchange): Promise<Response> {
  const { ctx, hub } = exchange;
  if ((await piecesForMembers(ctx.db)).has('showcase') && !isInsider(exchange.actor))
    return exchange.actor
      ? exchange.notFound()
      : exchange.redirect(`/connexion?suite=${encodeURIComponent(moneyPaths.showcase)}`);
  const [{ structures, people, municipalities }, themes] = await Promise.all([showcase(ctx), listThemes(ctx.db)]);
  const all = chapters(themes, structures);
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  return exchange.page({
    title: `Les membres de ${hub.name}`,
    description: `Qui fait vivre ${hub.name} : ses membres, thème par thème.`,
    section: paths.join,
    content: (
      <>
        <PageHeader
          title="Celles et ceux qui font le pôle"
          facts={`Au ${formatDate(today)}`}
          lead={<p>Des structures et des personnes de tout le territoire, réunies par l’adhésion.</p>}
          actions={<ButtonLink href={paths.join}>Nous rejoindre</ButtonLink>}
        />
        {structures.length + people === 0 ? (
          <EmptyState title="Les premières adhésions arrivent">
            <p>Bientôt, les membres du pôle seront ici, thème par thème.</p>
          </EmptyState>
        ) : (
          <KeyFigures
            figures={[
              { value: formatNumber(structures.length), label: agree(structures.length, 'structure') },
              { value: formatNumber(people), label: agree(people, 'personne') },
              { value: formatNumber(municipalities), label: agree(municipalities, 'commune') },
              { value: formatNumber(all.length), label: agree(all.length, 'thème') },
            ].filter(({ value }) => value !== '0')}
          />
        )}
        <div class="cards">
          {all.map((chapter) => (
            <ThemeOfMembers chapter={chapter} />
          ))}
        </div>
        {all.length > 1 && (
          <p class="facts">
            Une structure qui agit dans plusieurs thèmes est sous chacun, et comptée une fois en tout.
          </p>
        )}
      </>
    ),
  });
}

function ThemeOfMembers({ chapter }: { readonly chapter: Chapter }): JSX.Element {
  return (
    <Panel title={chapter.label}>
      <p class="facts">{plural(chapter.members.length, 'structure')}</p>
      <ul>
        {chapter.members.map((member) => (
          <li>
            <a href={organizationPath(member.slug)}>{member.name}</a>
            {member.city && `, ${member.city}`}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
