import type { LiveMap } from '../map/live-map.ts';

const wideScreen = '(min-width: 60em)';

/**
 * The map of a list. Until the visitor reaches it, the server's drawing stands there; the map itself, heavy, comes when
 * it scrolls into view on a wide screen, and on a phone when it is asked for. Without WebGL the drawing stays.
 */
export class DirectoryMap extends HTMLElement {
  private live: LiveMap | undefined;
  private watcher: IntersectionObserver | undefined;

  connectedCallback(): void {
    if (this.live) return;
    if (this.dataset['eager'] !== undefined || matchMedia(wideScreen).matches) this.openWhenSeen();
    else this.offerButton();
  }

  disconnectedCallback(): void {
    this.watcher?.disconnect();
    this.live?.remove();
    this.live = undefined;
  }

  private openWhenSeen(): void {
    this.watcher = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      this.watcher?.disconnect();
      const whenIdle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
      whenIdle(() => void this.open());
    });
    this.watcher.observe(this);
  }

  private offerButton(): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button map-open';
    button.textContent = 'Voir la carte';
    button.addEventListener('click', () => {
      button.disabled = true;
      void this.open().then(() => button.remove());
    });
    this.append(button);
  }

  private async open(): Promise<void> {
    try {
      const { openLiveMap } = await import('../map/live-map.ts');
      this.live = await openLiveMap(this);
    } catch {
      // No WebGL, or the network dropped: the drawing and the list say the same.
      this.classList.add('map-still');
    }
  }
}

customElements.define('es-directory-map', DirectoryMap);
