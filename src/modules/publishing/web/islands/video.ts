/** `<es-video>` around a link to a video: a click plays it here, and only then is its host asked for anything. */
export class Video extends HTMLElement {
  connectedCallback(): void {
    const { kind, address = '', title = '' } = this.dataset;
    const link = this.querySelector<HTMLAnchorElement>('.video-play');
    if (!link || (kind !== 'frame' && kind !== 'file')) return;
    link.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey) return;
      event.preventDefault();
      const player = kind === 'frame' ? frameOf(address, title) : fileOf(address);
      player.className = 'video-player';
      link.replaceWith(player);
      player.focus();
    });
  }
}

function frameOf(address: string, title: string): HTMLElement {
  const frame = document.createElement('iframe');
  frame.allow = 'autoplay; fullscreen; picture-in-picture';
  frame.allowFullscreen = true;
  // A player plays: it neither leads this page elsewhere nor asks anything of the reader.
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-presentation allow-popups');
  frame.title = title;
  frame.src = address;
  return frame;
}

function fileOf(address: string): HTMLElement {
  const video = document.createElement('video');
  video.controls = true;
  video.autoplay = true;
  video.src = address;
  return video;
}

customElements.define('es-video', Video);
