import type { PaymentOption } from '@portico/api/portal';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { keptOptions } from './kept.query';
import { firstOf, type PayWay, waysOf } from './pay-way';

interface Chosen {
  key: string | null;
  agreed: boolean;
  keep: boolean;
}

const NOTHING: Chosen = { key: null, agreed: false, keep: false };

/** How one pays, and what one allows by it. What is kept is asked for beside the page; without it one pays as ever. */
export function usePayWay(options: PaymentOption[]) {
  const keeping = options.some(({ can_keep_method }) => can_keep_method);
  const kept = useQuery({ ...keptOptions(), enabled: keeping });
  const [chosen, setChosen] = useState(NOTHING);
  const ways = waysOf(options, kept.data?.data);
  return {
    ...chosen,
    ways,
    loading: kept.isLoading,
    // What was chosen may have been removed meanwhile.
    way: ways.find(({ key }) => key === chosen.key) ?? firstOf(ways),
    choose: ({ key }: PayWay) => setChosen({ ...NOTHING, key }),
    agree: (agreed: boolean) => setChosen((before) => ({ ...before, agreed })),
    setKeep: (keep: boolean) => setChosen((before) => ({ ...before, keep })),
  };
}

export type PayChoice = ReturnType<typeof usePayWay>;
