import { expect, test } from 'vitest';

import { foldName, foldText, isGroupName, isNameSuffix, nameSortKey, splitName } from '../../src/model/index.ts';

test('folds case, accents, apostrophes and punctuation away', () => {
  expect(foldText('Maslow’s Hammer:  Node Re-Use')).toBe('maslows hammer node re use');
  expect(foldName('Clémentine DOMINÉ')).toBe('clementine domine');
  expect(foldName('Peter E. Latham')).toBe('peter e latham');
});

test('folds names of other scripts into the letters a searcher would type', () => {
  expect(foldName('Клементина')).toBe('klementina');
  expect(foldName('Łukasz Kaiser')).toBe('lukasz kaiser');
});

test('folds a name alike in either order', () => {
  expect(foldName('Saxe, Andrew')).toBe(foldName('Andrew Saxe'));
  expect(foldName('Cox, David, Jr.')).toBe(foldName('David Cox Jr.'));
  expect(foldName('David Cox, Jr.')).toBe(foldName('David Cox Jr.'));
});

test('never folds two different texts to the same emptiness', () => {
  expect(foldText('?!')).not.toBe('');
  expect(foldText('?!')).not.toBe(foldText('!?'));
});

test('splits a name into given names, family name with its particles, and suffix', () => {
  expect(splitName('Andrew Saxe')).toEqual({ given: 'Andrew', family: 'Saxe' });
  expect(splitName('Peter E. van der Berg Jr.')).toEqual({ given: 'Peter E.', family: 'van der Berg', suffix: 'Jr.' });
  expect(splitName('Peter Berg, Jr.')).toEqual({ given: 'Peter', family: 'Berg', suffix: 'Jr.' });
  expect(splitName('Plato')).toEqual({ given: '', family: 'Plato' });
});

test('takes the family name as printed before a comma, however many words it has', () => {
  expect(splitName('Sarao Mannelli, Stefano')).toEqual({ given: 'Stefano', family: 'Sarao Mannelli' });
});

test('sorts by folded family name, then given names', () => {
  expect(nameSortKey('Clémentine Dominé')).toEqual(['domine', 'clementine']);
});

test('tells groups from people', () => {
  expect(isGroupName('The ATLAS Collaboration')).toBe(true);
  expect(isGroupName('Human Brain Project Consortium')).toBe(true);
  expect(isGroupName('Gemini Team')).toBe(true);
  expect(isGroupName('Andrew Saxe')).toBe(false);
  expect(isGroupName('Team')).toBe(false);
});

test('knows the parts of a list that belong to the name before', () => {
  expect(['Jr.', 'Jr', 'III', 'Sr.'].every(isNameSuffix)).toBe(true);
  expect(isNameSuffix('Iris')).toBe(false);
});
