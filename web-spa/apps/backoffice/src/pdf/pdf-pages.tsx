import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Skeleton } from '@mantine/core';
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import classes from './pdf.module.css';

GlobalWorkerOptions.workerSrc = worker;

/** Every page of a PDF, drawn as wide as there is room. */
export default function PdfPages({ file }: { file: Blob }) {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [broken, setBroken] = useState(false);

  useEffect(() => {
    let gone = false;
    let open: ReturnType<typeof getDocument> | null = null;
    setBroken(false);
    void file
      .arrayBuffer()
      .then((data) => {
        if (gone) {
          return null;
        }
        open = getDocument({ data });
        return open.promise;
      })
      .then((document) => document && !gone && setPdf(document))
      .catch(() => !gone && setBroken(true));
    return () => {
      gone = true;
      void open?.destroy();
    };
  }, [file]);

  if (broken) {
    return (
      <Alert color="red" role="alert">
        <Trans>This PDF cannot be shown here. Download it instead.</Trans>
      </Alert>
    );
  }
  if (!pdf) {
    return <Skeleton className={classes.wait} />;
  }
  const numbers = Array.from({ length: pdf.numPages }, (_, at) => at + 1);
  return numbers.map((number) => <PdfPage key={number} pdf={pdf} number={number} />);
}

function PdfPage({ pdf, number }: { pdf: PDFDocumentProxy; number: number }) {
  const { t } = useLingui();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let gone = false;
    let cancel: (() => void) | null = null;
    void pdf.getPage(number).then((page) => {
      const target = canvas.current;
      if (gone || !target) {
        return;
      }
      const natural = page.getViewport({ scale: 1 });
      const wanted = target.parentElement?.clientWidth ?? natural.width;
      const viewport = page.getViewport({ scale: (wanted / natural.width) * Math.min(window.devicePixelRatio, 2) });
      target.width = viewport.width;
      target.height = viewport.height;
      const task = page.render({ canvas: target, viewport });
      cancel = () => task.cancel();
      // A cancelled drawing is no failure.
      task.promise.catch(() => undefined);
    });
    return () => {
      gone = true;
      cancel?.();
    };
  }, [pdf, number]);
  return (
    <canvas
      ref={canvas}
      // A page inherits no direction: pdf.js places every letter itself.
      dir="ltr"
      className={classes.page}
      role="img"
      aria-label={t`Page ${number} of ${pdf.numPages}`}
    />
  );
}
