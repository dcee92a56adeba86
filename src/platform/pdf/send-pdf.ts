/** The answer that shows a document, under a name to keep it by; never kept by intermediaries unless told so. */
export function sendPdf(
  bytes: Uint8Array,
  name: string,
  { isDownload = false, isPublic = false }: { isDownload?: boolean; isPublic?: boolean } = {},
): Response {
  const file = `${
    name
      .replaceAll(/["<>:|?*%;/\\\p{Cc}\p{Cf}]/gu, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim() || 'document'
  }.pdf`;
  const plain = file.normalize('NFKD').replaceAll(/[^\x20-\x7e]/g, '');
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': 'application/pdf',
      // RFC 6266, with the name in plain letters for what does not read the other.
      'content-disposition': `${isDownload ? 'attachment' : 'inline'}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file).replaceAll("'", '%27')}`,
      'cache-control': isPublic ? 'public, no-cache' : 'private, no-store',
    },
  });
}
