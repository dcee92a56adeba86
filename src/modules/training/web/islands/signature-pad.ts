import { longestSignature, signatureFrame } from '../../domain/signature.ts';

/** Units the pen goes before a point is kept. */
const pace = 3;

/** The button opens a frame to draw in; what is drawn there is sent with the form, or nothing when she signs without. */
class SignaturePad extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector<HTMLInputElement>('[name=signature]');
    const open = this.querySelector<HTMLButtonElement>('[data-open]');
    const pad = this.querySelector<HTMLElement>('[data-pad]');
    const frame = this.querySelector<SVGSVGElement>('svg.signature-frame');
    const path = frame?.querySelector('path');
    const done = this.querySelector<HTMLButtonElement>('[data-done]');
    const clear = this.querySelector<HTMLButtonElement>('[data-clear]');
    const plain = this.querySelector<HTMLButtonElement>('[data-plain]');
    if (!field || !open || !pad || !frame || !path || !done || !clear || !plain) return;

    const write = (drawn: string): void => {
      field.value = drawn;
      path.setAttribute('d', drawn);
      done.disabled = clear.disabled = drawn === '';
    };
    const show = (isOpen: boolean): void => {
      pad.hidden = !isOpen;
      open.hidden = isOpen;
      if (!isOpen) write('');
    };
    open.type = 'button';
    open.addEventListener('click', () => {
      for (const other of document.querySelectorAll('es-signature-pad'))
        if (other !== this) other.dispatchEvent(new Event('es-close'));
      show(true);
      plain.focus({ preventScroll: true });
      pad.scrollIntoView({ block: 'nearest' });
    });
    this.addEventListener('es-close', () => show(false));
    clear.addEventListener('click', () => {
      write('');
      plain.focus();
    });
    plain.addEventListener('click', () => write(''));
    drawIn(frame, { drawn: () => field.value, write });
  }
}

function drawIn(frame: SVGSVGElement, { drawn, write }: { drawn: () => string; write: (path: string) => void }): void {
  let [pen, last]: [number | null, readonly [number, number]] = [null, [0, 0]];
  const at = (event: PointerEvent): readonly [number, number] => {
    const box = frame.getBoundingClientRect();
    const within = (share: number, most: number) => Math.min(most, Math.max(0, Math.round(share * most)));
    return [
      within((event.clientX - box.left) / box.width, signatureFrame.width),
      within((event.clientY - box.top) / box.height, signatureFrame.height),
    ];
  };
  const add = (text: string): void => {
    if (drawn().length + text.length <= longestSignature) write(drawn() + text);
  };
  frame.addEventListener('pointerdown', (event) => {
    if (pen !== null || event.button !== 0) return;
    pen = event.pointerId;
    frame.setPointerCapture(pen);
    last = at(event);
    // A touch alone is a dot.
    add(`M${last.join(' ')}L${last.join(' ')}`);
  });
  frame.addEventListener('pointermove', (event) => {
    if (event.pointerId !== pen) return;
    // A slow screen tells of several moves at once.
    for (const move of event.getCoalescedEvents?.() ?? [event]) {
      const [x, y] = at(move);
      if (Math.hypot(x - last[0], y - last[1]) < pace) continue;
      last = [x, y];
      add(`L${x} ${y}`);
    }
  });
  for (const end of ['pointerup', 'pointercancel'] as const)
    frame.addEventListener(end, (event) => {
      if (event.pointerId === pen) pen = null;
    });
}

customElements.define('es-signature-pad', SignaturePad);
