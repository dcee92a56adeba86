import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { currentSettings, landOf } from '../hub-look.ts';
import { paths } from '../paths.ts';
import { nextStep, setupPage } from './setup-steps.tsx';

/** `GET /gestion/demarrer/structures`: the way to the import, and the way past it. */
export async function showStructuresStep(exchange: Exchange): Promise<Response> {
  const settings = await currentSettings(exchange.ctx);
  const next = nextStep('structures');
  return setupPage(exchange, {
    step: 'structures',
    title: 'Qui est déjà là ?',
    lead: 'Vous avez sûrement un tableau des structures du coin. Tel quel, il suffit.',
    content: (
      <EmptyState
        title="Mettez votre tableau sur la carte"
        territory={landOf(settings)}
        actions={
          <>
            <ButtonLink icon="upload" href={paths.importDirectory}>
              Importer mon tableau
            </ButtonLink>
            <ButtonLink kind="quiet" href={next}>
              Plus tard
            </ButtonLink>
          </>
        }
      >
        <p>
          Excel, LibreOffice, CSV ou GogoCarto. On reconnaît les colonnes, vous relisez, et tout se retire d’un clic.
        </p>
      </EmptyState>
    ),
  });
}
