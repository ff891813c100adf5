import { Authorities } from './authorities';
import { Exemptions } from './exemptions';
import { TaxGroups } from './tax-groups';
import { Taxes } from './taxes';

export function TaxesPage() {
  return (
    <>
      <Taxes />
      <TaxGroups />
      <Authorities />
      <Exemptions />
    </>
  );
}
