interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
type DetectorMaker = new (options: { formats: string[] }) => Detector;

type Read = (video: HTMLVideoElement) => Promise<string | null>;

const everyMs = 250;
/** The same ticket is not read twice in a row while it stays before the camera. */
const forgetMs = 3000;

/** Reads tickets by the camera until the button is pressed again. */
export async function scanTickets(holder: HTMLElement, found: (code: string) => void): Promise<void> {
  const button = holder.querySelector('button');
  const before = holder.querySelector('video');
  if (before) return stop(holder, before);
  const video = document.createElement('video');
  video.playsInline = true;
  video.muted = true;
  try {
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  } catch {
    if (button) button.textContent = 'La caméra n’est pas permise';
    return;
  }
  holder.append(video);
  if (button) button.textContent = 'Arrêter de scanner';
  await video.play();
  const read = await reader();
  let last = '';
  let lastAt = 0;
  const look = async (): Promise<void> => {
    if (!video.isConnected) return;
    const text = (await read(video).catch(() => null))?.trim().toUpperCase() ?? '';
    const code = /^[A-Z0-9]{4,12}$/.test(text) ? text : '';
    if (code && (code !== last || Date.now() - lastAt > forgetMs)) {
      last = code;
      found(code);
      navigator.vibrate?.(80);
    }
    if (code) lastAt = Date.now();
    setTimeout(() => void look(), everyMs);
  };
  void look();
}

function stop(holder: HTMLElement, video: HTMLVideoElement): void {
  if (video.srcObject instanceof MediaStream) for (const track of video.srcObject.getTracks()) track.stop();
  video.remove();
  const button = holder.querySelector('button');
  if (button) button.textContent = 'Scanner un billet';
}

/** The browser's own reader when it has one, else ours, fetched then. */
async function reader(): Promise<Read> {
  const Maker = (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector;
  if (Maker) {
    const detector = new Maker({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
  }
  const { default: decodeQR } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    if (!drawing || video.videoWidth === 0) return null;
    const scale = Math.min(1, 640 / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    drawing.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = drawing.getImageData(0, 0, canvas.width, canvas.height);
    return decodeQR({ data, width, height });
  };
}
