import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { currentSettings } from '../hub-look.ts';
import { paths } from '../paths.ts';
import { TerritoryEditor } from '../settings/territory-editor.tsx';
import { changeTerritory } from '../settings/territory-page.tsx';
import { nextStep, setupPage } from './setup-steps.tsx';

const here = paths.setupStep('territoire');

/** `GET /gestion/demarrer/territoire`. */
export async function showTerritoryStep(exchange: Exchange): Promise<Response> {
  const settings = await currentSettings(exchange.ctx);
  const isEmpty = settings.territory.length === 0;
  return setupPage(exchange, {
    step: 'territoire',
    title: 'C’est où, chez vous ?',
    lead: 'Le nom de votre intercommunalité, ou de quelques communes. La carte s’y centrera.',
    content: (
      <>
        <TerritoryEditor exchange={exchange} settings={settings} action={here} unclear={exchange.query('lieu')} />
        <p class="actions">
          <ButtonLink kind={isEmpty ? 'quiet' : 'primary'} href={nextStep('territoire')}>
            {isEmpty ? 'Plus tard' : 'Continuer'}
          </ButtonLink>
        </p>
      </>
    ),
  });
}

/** `POST /gestion/demarrer/territoire`. */
export function changeTerritoryStep(exchange: Exchange): Promise<Response> {
  return changeTerritory(exchange, here);
}
