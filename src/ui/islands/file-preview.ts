const size = (bytes: number): string =>
  bytes < 1e6
    ? `${Math.ceil(bytes / 1e3)} ko`
    : `${(bytes / 1e6).toLocaleString('fr', { maximumFractionDigits: 1 })} Mo`;

/** Shows the file chosen, and the picture when it is one, before anything is sent. */
export class FilePreview extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>('input[type=file]');
    const output = this.querySelector('output');
    if (!input || !output) return;
    input.addEventListener('change', () => {
      for (const image of output.querySelectorAll('img')) URL.revokeObjectURL(image.src);
      output.replaceChildren(
        ...[...(input.files ?? [])].flatMap((file) => {
          const words = document.createElement('span');
          words.textContent = `${file.name} (${size(file.size)})`;
          if (!/^image\/(png|jpeg|webp|avif|gif)$/.test(file.type)) return [words];
          const image = document.createElement('img');
          image.alt = '';
          image.src = URL.createObjectURL(file);
          return [image, words];
        }),
      );
    });
  }
}
