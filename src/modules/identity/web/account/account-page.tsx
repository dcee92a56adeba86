import type { VNode } from 'preact';
import type { AccountEntry } from '#platform/contributions/module.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { PasswordField } from '#ui/fields/password-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { formatDate, formatRelativeDay } from '#platform/french/index.ts';
import type { OwnAccount } from '../../queries/own-account.ts';
import { paths } from '../../paths.ts';

/** The part of the page whose form was refused, and why. */
export interface AccountProblem {
  part: 'profile' | 'address' | 'password' | 'passkeys';
  field?: string;
  message: string;
  typed?: Readonly<Record<string, string>>;
}

export interface AccountPageProps {
  account: OwnAccount;
  formKey: string;
  now: Temporal.Instant;
  zone: string;
  problem: AccountProblem | null;
  /** Pages of one's own in the other modules. */
  entries: readonly AccountEntry[];
}

/** One's own account: who I am, how I enter, where I am signed in, what is held about me. */
export function AccountPage(props: AccountPageProps): VNode {
  return (
    <>
      <PageHeader
        title="Mon compte"
        lead={<p>Bonjour {props.account.person.displayName}.</p>}
        actions={
          <form method="post" action={paths.signOut}>
            <Button kind="ghost">Se déconnecter</Button>
          </form>
        }
      />
      <div class="panels">
        {props.entries.map(({ title, detail, action }) => (
          <Panel title={title}>
            <p>{detail}</p>
            <ButtonLink kind="ghost" href={action.path}>
              {action.label}
            </ButtonLink>
          </Panel>
        ))}
        <Profile {...props} />
        <Address {...props} />
        <Password {...props} />
        <Passkeys {...props} />
        <SecondFactor {...props} />
        <Sessions {...props} />
        <Panel title="Mes données" id="donnees">
          <p>Voyez tout ce que le site garde à votre sujet, emportez-le, retirez un accord ou demandez l’effacement.</p>
          <ButtonLink kind="ghost" href={paths.personalData}>
            Voir mes données
          </ButtonLink>
        </Panel>
      </div>
    </>
  );
}

const errorsOf = (problem: AccountProblem | null, part: AccountProblem['part']) =>
  problem?.part === part ? [problem] : [];
const errorOf = (problem: AccountProblem | null, field: string) =>
  problem?.field === field ? problem.message : undefined;

function Profile({ account, formKey, problem }: AccountPageProps): VNode {
  const typed = problem?.part === 'profile' ? problem.typed : undefined;
  return (
    <Panel title="Mon nom" id="profil">
      <Form action={paths.accountProfile} hidden={{ _cle: formKey }} errors={errorsOf(problem, 'profile')}>
        <FieldRow>
          <TextField
            name="givenName"
            label="Prénom"
            autocomplete="given-name"
            value={typed?.givenName ?? account.person.givenName}
            grow
          />
          <TextField
            name="familyName"
            label="Nom"
            autocomplete="family-name"
            value={typed?.familyName ?? account.person.familyName}
            error={errorOf(problem, 'familyName')}
            grow
          />
        </FieldRow>
        <SubmitBar label="Enregistrer" />
      </Form>
    </Panel>
  );
}

function Address({ account, problem }: AccountPageProps): VNode {
  return (
    <Panel title="Mon adresse de connexion" id="adresse">
      <p>
        {account.email ? (
          <strong>{account.email}</strong>
        ) : (
          'Aucune adresse pour l’instant : ajoutez-en une pour pouvoir revenir.'
        )}
      </p>
      <Form action={paths.accountAddress} errors={errorsOf(problem, 'address')}>
        <TextField
          name="email"
          label={account.email ? 'Nouvelle adresse' : 'Votre adresse'}
          hint="Un message y sera envoyé : rien ne change tant que vous n’avez pas suivi son lien."
          type="email"
          autocomplete="email"
          value={problem?.part === 'address' ? problem.typed?.email : undefined}
          error={errorOf(problem, 'email')}
          required
        />
        <SubmitBar label={account.email ? 'Changer d’adresse' : 'Ajouter cette adresse'} />
      </Form>
    </Panel>
  );
}

function Password({ account, zone, problem }: AccountPageProps): VNode {
  return (
    <Panel title="Mot de passe" id="mot-de-passe">
      <p>
        {account.hasPassword && account.passwordChangedAt
          ? `Choisi le ${formatDate(account.passwordChangedAt, { zone })}.`
          : 'Vous n’en avez pas, et ce n’est pas nécessaire : un lien par mail suffit.'}
      </p>
      <Form action={paths.accountPassword} errors={errorsOf(problem, 'password')}>
        <PasswordField
          name="password"
          label={account.hasPassword ? 'Nouveau mot de passe' : 'Mot de passe'}
          hint="Au moins 8 caractères. Quelques mots qui n’ont rien à voir ensemble font un bon mot de passe."
          autocomplete="new-password"
          minlength={8}
          error={errorOf(problem, 'password')}
          required
        />
        <SubmitBar
          label={account.hasPassword ? 'Changer le mot de passe' : 'Choisir ce mot de passe'}
          note="Vos autres sessions seront fermées."
        />
      </Form>
    </Panel>
  );
}

function Passkeys({ account, formKey, zone, problem }: AccountPageProps): VNode {
  return (
    <Panel title="Clés d’accès" id="cles">
      <p>Une clé d’accès ouvre votre compte avec l’empreinte, le visage ou le code de votre appareil.</p>
      <ul class="plain-list">
        {account.passkeys.map((passkey) => (
          <li>
            <Form action={paths.accountPasskey(passkey.id)} hidden={{ _cle: formKey }} label={`Clé ${passkey.name}`}>
              <FieldRow>
                <TextField
                  name="name"
                  id={`cle-${passkey.id}`}
                  label="Nom de la clé"
                  value={passkey.name}
                  hint={`Ajoutée le ${formatDate(passkey.createdAt, { zone })}${passkey.lastUsedAt ? `, utilisée le ${formatDate(passkey.lastUsedAt, { zone })}` : ', jamais utilisée'}`}
                  grow
                />
                <Button kind="ghost" small>
                  Renommer
                </Button>
                <Button kind="quiet" small formaction={paths.removePasskey(passkey.id)}>
                  Retirer
                </Button>
              </FieldRow>
            </Form>
          </li>
        ))}
      </ul>
      <es-passkey hidden data-act="add" data-challenge={paths.accountPasskeyChallenge}>
        <Form action={paths.accountPasskeys} hidden={{ response: '' }} errors={errorsOf(problem, 'passkeys')}>
          <TextField
            name="name"
            id="nouvelle-cle"
            label="Nom de la nouvelle clé"
            hint="Par exemple « Mon téléphone »."
            required
          />
          <SubmitBar label="Ajouter une clé d’accès" />
          <p role="status" class="facts" />
        </Form>
      </es-passkey>
    </Panel>
  );
}

function SecondFactor({ account, formKey, zone }: AccountPageProps): VNode {
  return (
    <Panel title="Second facteur" id="second-facteur">
      {account.secondFactorSince ? (
        <>
          <p>
            Activé le {formatDate(account.secondFactorSince, { zone })}. Il vous reste {account.recoveryCodesLeft} codes
            de secours.
          </p>
          <Form action={paths.turnOffSecondFactor} hidden={{ _cle: formKey }}>
            <SubmitBar label="Désactiver" kind="danger" />
          </Form>
        </>
      ) : (
        <>
          <p>En plus de votre lien ou de votre mot de passe, un code de votre téléphone. Conseillé à l’équipe.</p>
          <ButtonLink kind="ghost" href={`${paths.secondFactorSetUp}?suite=${encodeURIComponent(paths.account)}`}>
            Ajouter un second facteur
          </ButtonLink>
        </>
      )}
    </Panel>
  );
}

function Sessions({ account, formKey, now, zone }: AccountPageProps): VNode {
  return (
    <Panel title="Où je suis connecté·e" id="sessions">
      <ul class="plain-list">
        {account.sessions.map((session) => (
          <li>
            <p>
              <strong>{session.device}</strong>
              {session.isCurrent && ' (ici)'}
              <br />
              <span class="facts">
                Lieu inconnu (nous ne le gardons pas) · ouverte le {formatDate(session.createdAt, { zone })} · vue{' '}
                {formatRelativeDay(session.lastSeenAt, now, { zone })}
              </span>
            </p>
            {!session.isCurrent && (
              <Form action={paths.endSession(session.id)} hidden={{ _cle: formKey }} label={session.device}>
                <Button kind="ghost" small aria-label={`Fermer la session ${session.device}`}>
                  Fermer
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {account.sessions.length > 1 && (
        <Form action={paths.endOtherSessions}>
          <SubmitBar label="Fermer toutes les autres" kind="ghost" />
        </Form>
      )}
      <p class="facts">Une session se ferme après 30 jours sans visite, et dans tous les cas au bout de 90 jours.</p>
    </Panel>
  );
}
