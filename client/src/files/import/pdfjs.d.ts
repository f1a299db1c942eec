/** Ships without types of its own, and is only loaded. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
