import { describe, expect, test } from 'vitest';
import { Samenvoeging } from '../../../../client/vensters/samenvoeging.ts';

const BEGIN = { titel: 'Bellen', uiterlijk: '2026-12-01', uitvoerders: ['a'] as readonly string[] };
type Afspraak = typeof BEGIN;

describe('two people in one form', () => {
  test('ST14: where I typed nothing, what the other made of it comes in', () => {
    const samen = new Samenvoeging<Afspraak>(BEGIN);

    const mijn = samen.neemIn({ ...BEGIN, titel: 'Schrijven' }, { ...BEGIN, uiterlijk: '2026-12-08' });

    expect(mijn).toEqual({ ...BEGIN, titel: 'Schrijven', uiterlijk: '2026-12-08' });
    expect([...samen.ingenomen]).toEqual(['uiterlijk']);
    expect(samen.botsingen.size).toBe(0);
  });

  test('ST14: what both changed stands there twice until one chooses, and nothing else does', () => {
    const samen = new Samenvoeging<Afspraak>(BEGIN);
    const ander = { ...BEGIN, titel: 'Mailen', uiterlijk: '2026-12-08' };

    const mijn = samen.neemIn({ ...BEGIN, titel: 'Schrijven' }, ander);

    expect([...samen.botsingen]).toEqual([['titel', 'Mailen']]);
    expect(samen.kies(mijn, 'titel', 'mijn')).toEqual({ ...ander, titel: 'Schrijven' });
    expect(samen.kies(mijn, 'titel', 'ander')).toEqual(ander);
    expect(samen.botsingen.size).toBe(0);
  });

  test('ST14: a list is one field', () => {
    const samen = new Samenvoeging<Afspraak>(BEGIN);

    samen.neemIn({ ...BEGIN, uitvoerders: ['a', 'b'] }, { ...BEGIN, uitvoerders: ['a', 'c'] });

    expect([...samen.botsingen]).toEqual([['uitvoerders', ['a', 'c']]]);
  });

  test('ST14: who typed the same as the other has nothing to choose', () => {
    const samen = new Samenvoeging<Afspraak>(BEGIN);
    const zelfde = { ...BEGIN, titel: 'Mailen' };

    expect(samen.neemIn(zelfde, zelfde)).toEqual(zelfde);
    expect(samen.botsingen.size).toBe(0);
    expect(samen.ingenomen.size).toBe(0);
  });

  test('ST14: who types what the other wrote, after all, has nothing left to choose', () => {
    const samen = new Samenvoeging<Afspraak>(BEGIN);
    const mijn = samen.neemIn({ ...BEGIN, titel: 'Schrijven' }, { ...BEGIN, titel: 'Mailen' });

    samen.naWijziging({ ...mijn, titel: 'Mailen' });

    expect(samen.botsingen.size).toBe(0);
  });

  test('ST14: what is asked about is what the other made of it last', () => {
    const samen = new Samenvoeging<Afspraak>(BEGIN);
    const mijn = samen.neemIn({ ...BEGIN, titel: 'Schrijven' }, { ...BEGIN, titel: 'Mailen' });

    samen.neemIn(mijn, { ...BEGIN, titel: 'Appen' });

    expect([...samen.botsingen]).toEqual([['titel', 'Appen']]);
  });

  test('ST15: what was removed leaves what I typed', () => {
    const samen = new Samenvoeging<Afspraak>(BEGIN);
    const mijn = { ...BEGIN, titel: 'Schrijven' };

    expect(samen.neemIn(mijn, null)).toEqual(mijn);
    expect(samen.isWeg).toBe(true);
  });

  test('NK7: only where nothing stood are the words wholly mine', () => {
    const samen = new Samenvoeging({ titel: 'Bellen', tekst: '' });

    expect(samen.stondLeeg('tekst')).toBe(true);
    expect(samen.stondLeeg('titel')).toBe(false);
    samen.neemIn({ titel: 'Bellen', tekst: 'ik' }, { titel: 'Bellen', tekst: 'de ander' });
    expect(samen.stondLeeg('tekst')).toBe(false);
  });
});
