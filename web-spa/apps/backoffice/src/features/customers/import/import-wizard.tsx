import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Stepper } from '@mantine/core';
import { type ImportPreview, importCustomers, previewCustomerImport } from '@portico/api/office';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { explain, problemOf } from '../../../app/problem';
import { refresh } from '../../../app/query-client';
import { BackLink } from '../../../shell/back-link';
import { Page } from '../../../shell/page';
import { ImportDone } from './import-done';
import { ImportMapping } from './import-mapping';
import { ImportReview } from './import-review';
import { ImportUpload } from './import-upload';

export type Mapping = Record<string, string>;

/** Which columns the server matched by itself. */
export function mappingOf(preview: ImportPreview): Mapping {
  return Object.fromEntries(
    Object.entries(preview.mapping).flatMap(([column, field]) => (typeof field === 'string' ? [[column, field]] : [])),
  );
}

/** Upload, match the columns, look at every error, then import all or nothing. */
export function ImportWizard() {
  const { t } = useLingui();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [mapping, setMapping] = useState<Mapping>({});
  const [step, setStep] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string[]>([]);
  const [created, setCreated] = useState(0);

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setError([]);
    try {
      await work();
    } catch (problem) {
      const { errors } = problemOf(problem);
      setError(errors.length > 0 ? errors.slice(0, 10).map((entry) => entry.detail) : [explain(problem)]);
    } finally {
      setBusy(false);
    }
  };

  const upload = (chosen: File) =>
    attempt(async () => {
      const { data } = await previewCustomerImport({ body: { file: chosen }, throwOnError: true });
      setFile(chosen);
      setPreview(data);
      setMapping(mappingOf(data));
      setStep(1);
    });
  const review = () =>
    attempt(async () => {
      if (file) {
        const { data } = await previewCustomerImport({
          body: { file, mapping: JSON.stringify(mapping) },
          throwOnError: true,
        });
        setPreview(data);
        setStep(2);
      }
    });
  const run = () =>
    attempt(async () => {
      if (file) {
        const { data } = await importCustomers({
          body: { file, mapping: JSON.stringify(mapping) },
          throwOnError: true,
        });
        await refresh(client, 'listCustomers', 'getOfficeHome');
        setCreated(data.created);
        setStep(3);
      }
    });

  return (
    <Page
      title={t`Import customers`}
      narrow
      back={
        <BackLink to="/customers">
          <Trans>Customers</Trans>
        </BackLink>
      }
    >
      {error.length > 0 && (
        <Alert color="red" role="alert" mb="md">
          {error.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </Alert>
      )}
      <Stepper
        active={step}
        size="xs"
        allowNextStepsSelect={false}
        onStepClick={(to) => step < 3 && to < step && setStep(to)}
      >
        <Stepper.Step label={t`File`}>
          <ImportUpload busy={busy} onFile={upload} />
        </Stepper.Step>
        <Stepper.Step label={t`Columns`}>
          {preview && (
            <ImportMapping preview={preview} mapping={mapping} onMapping={setMapping} busy={busy} onNext={review} />
          )}
        </Stepper.Step>
        <Stepper.Step label={t`Check`}>
          {preview && <ImportReview preview={preview} busy={busy} onBack={() => setStep(1)} onImport={run} />}
        </Stepper.Step>
        <Stepper.Completed>
          <ImportDone created={created} />
        </Stepper.Completed>
      </Stepper>
    </Page>
  );
}
