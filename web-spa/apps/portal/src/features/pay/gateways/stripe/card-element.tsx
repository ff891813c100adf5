import type { GatewayElementProps } from '../gateway';
import { StripeElement } from './stripe-element';

export default function StripeCardElement(props: GatewayElementProps) {
  return <StripeElement {...props} method="card" />;
}
