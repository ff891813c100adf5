import { onPreference, readPreference, writePreference } from '@portico/api/preferences';
import { useSyncExternalStore } from 'react';

export function usePreference(name: string): [string | null, (value: string | null) => void] {
  const value = useSyncExternalStore(onPreference, () => readPreference(name));
  return [value, (next) => writePreference(name, next)];
}
