import { useQuery } from '@tanstack/react-query';
import { homeOptions } from '../home/home.query';

/** Whether the person may do this, as home says; until it has spoken, nothing is offered. */
export function useMay(permission: string): boolean {
  return useQuery(homeOptions()).data?.allowed_actions.includes(permission) ?? false;
}
