import { describe, expect, test } from 'vitest';
import { videoSourceOf } from './video-source.ts';

describe('what is loaded on click', () => {
  test.each([
    ['https://www.youtube.com/watch?v=abcDEF12345', 'https://www.youtube-nocookie.com/embed/abcDEF12345?autoplay=1'],
    ['https://youtu.be/abcDEF12345?t=3', 'https://www.youtube-nocookie.com/embed/abcDEF12345?autoplay=1'],
    ['https://vimeo.com/123456789', 'https://player.vimeo.com/video/123456789?dnt=1&autoplay=1'],
    ['https://dai.ly/x8abcd1', 'https://www.dailymotion.com/embed/video/x8abcd1?autoplay=1'],
    [
      'https://tube.example/w/9db9f2fd-7b5f-4b0c-9a3b-7a5c0c5f1d10',
      'https://tube.example/videos/embed/9db9f2fd-7b5f-4b0c-9a3b-7a5c0c5f1d10?autoplay=1&p2p=0',
    ],
  ])('%s has a player', (address, embed) => {
    expect(videoSourceOf(address)).toMatchObject({ kind: 'frame', embed });
  });

  test('a file is played by the browser itself', () => {
    expect(videoSourceOf('https://media.example/film.mp4')).toMatchObject({
      kind: 'file',
      origin: 'https://media.example',
    });
  });

  test.each([
    'https://www.youtube.com/watch?v="><script>',
    'http://tube.example/w/9db9f2fd7b5f',
    'https://exemple.example/une-page',
  ])('%s stays a link', (address) => {
    expect(videoSourceOf(address)).toMatchObject({ kind: 'link' });
  });

  test.each(['javascript:alert(1)', 'pas une adresse', '/agenda', ''])('%s is nothing', (address) => {
    expect(videoSourceOf(address)).toBeNull();
  });
});
