/** How a video given by its address is shown once the visitor asks for it. */
export type VideoSource =
  | { kind: 'frame'; embed: string; origin: string; host: string }
  | { kind: 'file'; href: string; origin: string; host: string }
  | { kind: 'link'; href: string; host: string };

/** What to load on click for this address: the player of its host, the file itself, or nothing but a link. */
export function videoSourceOf(address: string): VideoSource | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  const host = url.hostname.replace(/^(www|m)\./, '');
  const steps = url.pathname.split('/').filter(Boolean);
  const frame = (embed: string): VideoSource => ({ kind: 'frame', embed, origin: new URL(embed).origin, host });
  const link: VideoSource = { kind: 'link', href: url.href, host };
  // Only what comes encrypted may be shown in a page that is.
  if (url.protocol !== 'https:') return link;

  if (host === 'youtube.com' || host === 'youtu.be' || host === 'youtube-nocookie.com') {
    const id = host === 'youtu.be' ? steps[0] : (url.searchParams.get('v') ?? steps[1]);
    return id && /^[\w-]{6,20}$/.test(id) ? frame(`https://www.youtube-nocookie.com/embed/${id}?autoplay=1`) : link;
  }
  if (host === 'vimeo.com' || host === 'player.vimeo.com') {
    const id = steps.find((step) => /^\d{5,12}$/.test(step));
    return id ? frame(`https://player.vimeo.com/video/${id}?dnt=1&autoplay=1`) : link;
  }
  if (host === 'dailymotion.com' || host === 'dai.ly') {
    const id = host === 'dai.ly' ? steps[0] : steps[1];
    return id && /^[a-z\d]{5,12}$/i.test(id) ? frame(`https://www.dailymotion.com/embed/video/${id}?autoplay=1`) : link;
  }
  if (/\.(mp4|webm|ogv)$/i.test(url.pathname)) return { kind: 'file', href: url.href, origin: url.origin, host };
  // PeerTube, whoever hosts it: `/w/id`, `/videos/watch/id`.
  const peer = /^\/(?:w|videos\/watch|videos\/embed)\/([\w-]{8,64})$/.exec(url.pathname)?.[1];
  return peer ? frame(`${url.origin}/videos/embed/${peer}?autoplay=1&p2p=0`) : link;
}
