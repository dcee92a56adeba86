/** The frame a signature is drawn in, in its own units. */
export const signatureFrame = { width: 400, height: 150 } as const;

/** How long the path of a signature may be. */
export const longestSignature = 8000;

/** Whether a text is the path of a pen inside the frame, and nothing else; empty when nothing was drawn. */
export function isSignature(path: string): boolean {
  if (path.length > longestSignature || !/^(?:M\d{1,3} \d{1,3}(?:L\d{1,3} \d{1,3})+)*$/.test(path)) return false;
  return path
    .split(/[ML]/)
    .filter(Boolean)
    .every((point) => {
      const [x = 0, y = 0] = point.split(' ').map(Number);
      return x <= signatureFrame.width && y <= signatureFrame.height;
    });
}

/** The same as a drawing of its own. */
export function signatureDrawing(path: string): string {
  const { width, height } = signatureFrame;
  return `<svg viewBox="0 0 ${width} ${height}"><path d="${path}" fill="none" stroke="#1b1b1b" stroke-width="5" stroke-linecap="round"/></svg>`;
}
