/** Ships without types of its own; it is only handed to Mozilla's reader, which looks for `WorkerMessageHandler` in it. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: object;
}
