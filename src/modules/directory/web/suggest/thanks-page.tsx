import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { ReliefCover } from '#ui/relief/relief-cover-view.tsx';
import { suggestPath } from '../../commands/moderation/visitor-paths.ts';
import { directoryPath } from '../../paths.ts';

/** `GET /annuaire/proposer/merci` */
export async function thankForSuggestion(exchange: Exchange): Promise<Response> {
  return exchange.page({
    title: 'Merci',
    indexed: false,
    section: directoryPath,
    content: (
      <>
        <PageHeader
          title="Merci, c’est noté !"
          lead={
            <p>
              L’équipe relit ce que vous avez écrit. Si vous avez laissé votre adresse, elle vous dira ce qu’elle en a
              fait.
            </p>
          }
        />
        <ReliefCover id="merci annuaire" width={1240} height={300} horizon={0.42} />
        <p class="actions">
          <ButtonLink href={directoryPath}>Revenir à l’annuaire</ButtonLink>
          <ButtonLink kind="ghost" href={suggestPath}>
            Proposer une structure
          </ButtonLink>
        </p>
      </>
    ),
  });
}
