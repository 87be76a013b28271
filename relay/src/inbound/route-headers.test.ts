import { describe, expect, it } from 'vitest';
import { readRoute } from './route-headers.ts';

const route = (...lines: string[]) =>
  readRoute(Buffer.from([...lines, '', 'To: body@mayfly.test'].join('\r\n')));

describe('readRoute', () => {
  it('goes by the fields in their order of trust, whatever order they stand in', () => {
    const { candidates } = route(
      'To: "A, B" <to@mayfly.test>, other@elsewhere.example',
      'Received: from x (x [192.0.2.1])',
      '\tby mx.example with ESMTPS id 1',
      '\tfor <for@mayfly.test>; Thu, 1 Jan 1970 00:00:00 +0000',
      'X-Forwarded-To: forwarded@mayfly.test',
      'X-Original-To: original@mayfly.test',
      'Delivered-To: delivered@mayfly.test',
      'Delivered-To: box@provider.example',
    );
    expect(candidates).toEqual([
      'delivered@mayfly.test',
      'box@provider.example',
      'original@mayfly.test',
      'forwarded@mayfly.test',
      'for@mayfly.test',
      'to@mayfly.test',
      'other@elsewhere.example',
    ]);
  });

  it.each([
    ['for <a@mayfly.test>; Thu', 'a@mayfly.test'],
    ['for a@mayfly.test; Thu', 'a@mayfly.test'],
    ['for a@mayfly.test (comment)', 'a@mayfly.test'],
    ['(waiting for nobody) by x', undefined],
  ])('reads %j of Received', (value, expected) => {
    expect(route(`Received: from x by y ${value}`).candidates[0]).toBe(expected);
  });

  it('names each address once, and nothing of the body', () => {
    const { candidates } = route('Delivered-To: a@mayfly.test', 'To: a@mayfly.test');
    expect(candidates).toEqual(['a@mayfly.test']);
  });

  it('tells the sender, and that there is none of a bounce', () => {
    expect(route('Return-Path: <bounce@fern.example>').sender).toBe('bounce@fern.example');
    expect(route('Return-Path: <>').sender).toBe('');
    expect(route('From: x@fern.example').sender).toBe('');
  });

  it('takes hostile fields in a moment', () => {
    const started = performance.now();
    const long = ['@', 'a@', '<', ' for ', 'for a@b', '"@'].map((text) => text.repeat(200_000));
    for (const text of long) {
      route(`To: ${text}`, `Received: ${text}`);
      expect(route(`Delivered-To: ${text}`).candidates.length).toBeLessThanOrEqual(50);
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
