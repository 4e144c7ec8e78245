import { expect, test } from 'vitest';

import { dateText, dayExists, fullDate, parseFullDate } from '../../src/model/index.ts';

test('knows which days exist', () => {
  expect(dayExists(2024, 2, 29)).toBe(true);
  expect(dayExists(2023, 2, 29)).toBe(false);
  expect(dayExists(1900, 2, 29)).toBe(false);
  expect(dayExists(2000, 2, 29)).toBe(true);
  expect(dayExists(2022, 6, 31)).toBe(false);
  expect(dayExists(2022, 6, 0)).toBe(false);
  expect(dayExists(2022, 13, 1)).toBe(false);
});

test('prints as much of a date as is known', () => {
  expect(dateText({ year: 2022, month: 6, day: 16 })).toBe('2022-06-16');
  expect(dateText({ year: 2022, month: 6 })).toBe('2022-06');
  expect(dateText({ year: 2022 })).toBe('2022');
  expect(dateText({ month: 5, day: 19 })).toBe('--05-19');
  expect(dateText({})).toBe('undated');
});

test('gives a full date only when year, month and day are known', () => {
  expect(fullDate({ year: 2022, month: 6, day: 16 })).toBe('2022-06-16');
  expect(fullDate({ year: 2022, month: 6 })).toBeUndefined();
});

test('reads a full date and refuses a day that does not exist', () => {
  expect(parseFullDate('2026-11-24')).toEqual({ year: 2026, month: 11, day: 24 });
  expect(parseFullDate('2026-02-29')).toBeUndefined();
  expect(parseFullDate('24.11.2026')).toBeUndefined();
});
