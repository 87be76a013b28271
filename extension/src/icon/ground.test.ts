import { describe, expect, it } from 'vitest';
import { lightnessOf } from './ground.ts';

describe('the lightness of a colour', () => {
  it.each([
    ['rgb(255, 255, 255)', 1],
    ['rgba(0, 0, 0, 0.4)', 0],
    ['rgb(13, 17, 23)', 0.06],
    ['color(srgb 0.9 0.92 0.95)', 0.92],
    ['color(display-p3 1 1 1)', 1],
    ['color(srgb -0.0001 1e-7 0.2)', 0.02],
    ['oklch(0.97 0.01 210)', 0.97],
    ['oklab(0.21 0 0 / 0.5)', 0.21],
    ['lab(95 1.2 -3)', 0.95],
    ['lch(20 30 40)', 0.2],
  ])('of %s is %d', (color, lightness) => {
    expect(lightnessOf(color)).toBeCloseTo(lightness, 1);
  });
});
