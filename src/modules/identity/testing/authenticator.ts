import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A passkey held by software, speaking the protocol as a telephone would (WebAuthn level 3, ES256, no attestation). */
export interface Authenticator {
  create(options: { challenge: string; rp: { id?: string } }, origin: string): Answer;
  get(options: { challenge: string; rpId?: string }, origin: string, more?: { unlocked?: boolean }): Answer;
}

export interface Answer {
  id: string;
  [field: string]: unknown;
}

const userPresent = 0x01;
const userVerified = 0x04;
const attestedData = 0x40;

/** A new authenticator with its own key. */
export function anAuthenticator(): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  let uses = 0;
  const point = publicKey.export({ format: 'jwk' });

  const authenticatorData = (rpId: string, flags: number, attested: Buffer = Buffer.alloc(0)): Buffer => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE((uses += 1));
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), counter, attested]);
  };

  return {
    create(options, origin) {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, coseKey(point.x ?? '', point.y ?? '')]);
      const data = authenticatorData(options.rp.id ?? '', userPresent | userVerified | attestedData, attested);
      return {
        ...identity(id),
        response: {
          clientDataJSON: clientData('webauthn.create', options.challenge, origin).toString('base64url'),
          attestationObject: attestationObject(data).toString('base64url'),
          transports: ['internal'],
        },
      };
    },
    get(options, origin, more = {}) {
      const data = authenticatorData(
        options.rpId ?? '',
        more.unlocked === false ? userPresent : userPresent | userVerified,
      );
      const client = clientData('webauthn.get', options.challenge, origin);
      const signature = sign('sha256', Buffer.concat([data, createHash('sha256').update(client).digest()]), privateKey);
      return {
        ...identity(id),
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
        },
      };
    },
  };
}

function identity(id: Buffer): Answer {
  return {
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
  };
}

function clientData(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

// CBOR (RFC 8949) of { 1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y }.
function coseKey(x: string, y: string): Buffer {
  const coordinate = (label: number, value: string) =>
    Buffer.concat([Buffer.from([label, 0x58, 32]), Buffer.from(value, 'base64url')]);
  return Buffer.concat([Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1]), coordinate(0x21, x), coordinate(0x22, y)]);
}

// CBOR of { fmt: 'none', attStmt: {}, authData }.
function attestationObject(data: Buffer): Buffer {
  const text = (value: string) => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
  const length = Buffer.from([0x59, data.length >> 8, data.length & 0xff]);
  return Buffer.concat([
    Buffer.from([0xa3]),
    text('fmt'),
    text('none'),
    text('attStmt'),
    Buffer.from([0xa0]),
    text('authData'),
    length,
    data,
  ]);
}
