/**
 * A failure told to the person who installs Essaim, in plain French. It is printed as it stands, without a stack
 * trace, and the process ends with `exitCode`.
 */
export class HostError extends Error {
  readonly exitCode: number;
  /** What the host can do about it, one sentence a line. */
  readonly hint: string | null;

  constructor(message: string, options: { hint?: string; exitCode?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'HostError';
    this.exitCode = options.exitCode ?? 1;
    this.hint = options.hint ?? null;
  }

  /** The lines to print. */
  get lines(): string[] {
    return this.hint === null ? [this.message] : [this.message, ...this.hint.split('\n')];
  }
}
