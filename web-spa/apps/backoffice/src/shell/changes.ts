import { t } from '@lingui/core/macro';
import { fieldName } from './field-name';

export interface Change {
  field: string;
  before: unknown;
  after: unknown;
}

/** The changes that an entry tells of, if it does. */
export function changesOf(data: object): Change[] {
  const changes: unknown = Reflect.get(data, 'changes');
  return Array.isArray(changes) ? (changes as Change[]) : [];
}

const plain = (value: unknown) =>
  value === null || value === undefined || value === '' ? t`(empty)` : typeof value === 'object' ? '…' : String(value);

/** A change in one line. */
export const changeText = ({ field, before, after }: Change): string =>
  `${fieldName(field)}: ${plain(before)} → ${plain(after)}`;
