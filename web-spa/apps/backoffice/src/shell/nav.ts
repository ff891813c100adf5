import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ComponentType, SVGProps } from 'react';
import { IconCustomers, IconHome, IconInvoice, IconItems, IconPayment, IconSettings } from './icons';

export interface Place {
  to: '/' | '/customers' | '/items' | '/invoices' | '/payments' | '/settings';
  label: MessageDescriptor;
  icon: ComponentType<SVGProps<SVGSVGElement>>;
  keys: string;
}

/** The places of the back office, with the keys that lead there. */
export const places: readonly Place[] = [
  { to: '/', label: msg`Home`, icon: IconHome, keys: 'g h' },
  { to: '/customers', label: msg`Customers`, icon: IconCustomers, keys: 'g c' },
  { to: '/items', label: msg`Items`, icon: IconItems, keys: 'g t' },
  { to: '/invoices', label: msg`Invoices`, icon: IconInvoice, keys: 'g i' },
  { to: '/payments', label: msg`Payments`, icon: IconPayment, keys: 'g p' },
  { to: '/settings', label: msg`Settings`, icon: IconSettings, keys: 'g s' },
];
