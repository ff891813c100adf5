import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { ApiProblem } from '@portico/api/client';
import type { Gateway, Organization } from '@portico/api/office';
import { useForm } from 'react-hook-form';
import { CheckField, TextareaField } from '../../form/fields';
import { FormAlert } from '../../form/form-alert';
import { SaveBar } from '../../form/save-bar';
import { UnsavedGuard } from '../../form/unsaved-guard';
import { useSaved } from '../../form/use-saved';
import { useSubmit } from '../../form/use-submit';
import { GatewayChecks } from './gateway-checks';
import type { TaxOption } from './invoice.query';
import classes from './invoice-editor.module.css';
import { InvoiceHead } from './invoice-head';
import { formPath, type InvoiceValues, invoiceSchema, isBlank } from './invoice-values';
import { LineTable } from './line-table';
import { TotalsPanel } from './totals-panel';
import { useDueDate } from './use-due-date';
import { useLiveTotals } from './use-live-totals';

/** What the person wants to happen after saving. */
export type Next = 'show' | 'send';

export interface InvoiceEditorProps {
  initial: InvoiceValues;
  organization: Organization;
  gateways: Gateway[];
  taxes: TaxOption[];
  isNew?: boolean;
  maySend: boolean;
  onSave: (values: InvoiceValues, roundingChosen: boolean) => Promise<(next: Next) => void>;
  onCancel: () => void;
  onProblem?: (problem: ApiProblem) => boolean;
}

export function InvoiceEditor(props: InvoiceEditorProps) {
  const { initial, organization, gateways, taxes, isNew = false, maySend, onSave, onCancel, onProblem } = props;
  const { t } = useLingui();
  const form = useForm<InvoiceValues>({ resolver: zodResolver(invoiceSchema), defaultValues: initial });
  const { control } = form;
  useDueDate(form);
  const live = useLiveTotals(form);
  const { leave, isDirty } = useSaved(form);
  const save = (next: Next) => async (values: InvoiceValues) => {
    const go = await onSave(values, isNew || values.round_total !== initial.round_total);
    leave(() => go(next));
  };
  const keep = useSubmit(form, save('show'), { rename: formPath, onProblem });
  const send = useSubmit(form, save('send'), { rename: formPath, onProblem });
  const sending = keep.sending || send.sending;

  /** A last line that was never filled in is no mistake. */
  const trimmed = (submit: () => Promise<void>) => () => {
    const lines = form.getValues('lines');
    const kept = lines.filter((line) => !isBlank(line));
    if (kept.length > 0 && kept.length < lines.length) {
      form.setValue('lines', kept);
    }
    void submit();
  };

  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <UnsavedGuard dirty={isDirty} />
      <FormAlert messages={[...keep.messages, ...send.messages]} />
      <InvoiceHead form={form} organization={organization} isNew={isNew} />
      <LineTable form={form} taxes={taxes} totals={live.lineTotals} />
      <div className={classes.lower}>
        <div className={classes.texts}>
          <TextareaField control={control} name="notes" label={t`Notes for the customer`} />
          <TextareaField control={control} name="terms" label={t`Terms and conditions`} />
          <CheckField control={control} name="allow_partial_payments" label={t`Allow partial payments`} />
          <GatewayChecks control={control} gateways={gateways} />
        </div>
        <TotalsPanel form={form} taxes={taxes} totals={live.totals} fresh={live.fresh} error={live.error} />
      </div>
      <SaveBar
        onSave={trimmed(keep.submit)}
        onCancel={onCancel}
        saving={sending}
        label={isNew ? <Trans>Save draft</Trans> : undefined}
      >
        {maySend && (
          <Button variant="light" onClick={trimmed(send.submit)} disabled={sending}>
            <Trans>Save and send…</Trans>
          </Button>
        )}
      </SaveBar>
    </form>
  );
}
