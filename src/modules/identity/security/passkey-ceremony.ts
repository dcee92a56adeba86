import type {
  AuthenticationResponseJSON,
  AuthenticatorTransportFuture,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';

/** Read at the first passkey: it brings hundreds of files. */
const library = () => import('@simplewebauthn/server');

/** The site a passkey belongs to: another host name is another site. */
export interface RelyingParty {
  name: string;
  origin: string;
}

export interface KnownPasskey {
  credentialId: string;
  publicKey: string;
  counter: number;
  transports: string;
}

/** What the browser is asked in order to make a passkey; its owner must unlock it each time it is used. */
export async function registrationOptions(
  site: RelyingParty,
  owner: { accountId: string; name: string },
  known: readonly KnownPasskey[],
) {
  const { generateRegistrationOptions } = await library();
  return generateRegistrationOptions({
    rpName: site.name,
    rpID: hostOf(site),
    userID: new TextEncoder().encode(owner.accountId),
    userName: owner.name,
    userDisplayName: owner.name,
    attestationType: 'none',
    excludeCredentials: known.map((passkey) => ({ id: passkey.credentialId, transports: transportsOf(passkey) })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** What the browser is asked in order to sign in: any passkey of this site. */
export async function authenticationOptions(site: RelyingParty) {
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({ rpID: hostOf(site), userVerification: 'required' });
}

/** The passkey just made, or null when the answer does not hold. */
export async function checkRegistration(
  site: RelyingParty,
  challenge: string,
  response: RegistrationResponseJSON,
): Promise<(KnownPasskey & { synced: boolean }) | null> {
  const { verifyRegistrationResponse } = await library();
  const answer = await orNull(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: hostOf(site),
      requireUserVerification: true,
    }),
  );
  if (!answer?.verified) return null;
  const { credential, credentialBackedUp } = answer.registrationInfo;
  return {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports: (response.response.transports ?? []).join(','),
    synced: credentialBackedUp,
  };
}

/** The new count of uses, or null when the answer does not hold. */
export async function checkAuthentication(
  site: RelyingParty,
  challenge: string,
  response: AuthenticationResponseJSON,
  passkey: KnownPasskey,
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await library();
  const answer = await orNull(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: hostOf(site),
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
        counter: passkey.counter,
        transports: transportsOf(passkey),
      },
    }),
  );
  return answer?.verified ? answer.authenticationInfo.newCounter : null;
}

// The library throws for each way in which an answer can be wrong; the person is told the same for all.
async function orNull<Value>(check: () => Promise<Value>): Promise<Value | null> {
  try {
    return await check();
  } catch {
    return null;
  }
}

const hostOf = (site: RelyingParty) => new URL(site.origin).hostname;
const transportsOf = (passkey: KnownPasskey) =>
  passkey.transports.split(',').filter(Boolean) as AuthenticatorTransportFuture[];
