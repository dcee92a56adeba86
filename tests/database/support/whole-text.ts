import yauzl from 'yauzl';

/** All that an answer says: status, headers and content, with what a workbook holds unpacked. */
export async function wholeText(response: Response): Promise<string> {
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  return `${response.status}\n${headers}\n\n${await contentOf(response)}`;
}

/** The content alone. */
export async function contentOf(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer());
  return bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'
    ? (await unpacked(bytes)).map((entry) => entry.text).join('\n')
    : bytes.toString();
}

/** The files of an archive. */
export async function unpacked(bytes: Buffer): Promise<{ name: string; text: string }[]> {
  const archive = await yauzl.fromBufferPromise(bytes);
  const entries: { name: string; text: string }[] = [];
  for await (const entry of archive.eachEntry()) {
    const stream = await archive.openReadStreamPromise(entry);
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    entries.push({ name: entry.fileName, text: Buffer.concat(chunks).toString() });
  }
  return entries;
}
