import type { Context } from '#platform/context/context.ts';
import type { HomeBlock } from '#platform/contributions/module.ts';
import { Button } from '#ui/components/button.tsx';
import { CallOut } from '#ui/components/section.tsx';
import { Form } from '#ui/fields/form.tsx';
import { RobotTrap } from '#ui/fields/robot-trap.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { subscriptionPaths } from '../../../reader-paths.ts';

const place = 92;

/** On the home page: an address, and the rest is chosen by the mailed link. */
export async function subscriptionHomeBlocks(_ctx: Context): Promise<HomeBlock[]> {
  return [
    {
      key: 'mailing.subscribe',
      label: 'Recevoir nos nouvelles',
      order: place,
      content: (
        <CallOut title="Nos nouvelles, à votre rythme">
          <Form action={subscriptionPaths.subscribe} hidden={{ from: 'accueil' }} label="Recevoir nos nouvelles">
            <TextField name="address" type="email" label="Votre adresse e-mail" autocomplete="email" />
            <RobotTrap />
            <p class="actions">
              <Button kind="dark">Recevoir nos nouvelles</Button>
            </p>
            <p class="facts">Un message vous permettra de confirmer et de choisir vos sujets.</p>
          </Form>
        </CallOut>
      ),
    },
  ];
}
