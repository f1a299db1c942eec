import { useRef } from 'react';
import { Button } from './button.tsx';

export interface FileButtonProps {
  children: string;
  /** Endings and media types, as the browser's file field takes them. */
  accept: string;
  onFile: (file: File) => void;
}

/** The files that lists come in. Others may be chosen all the same, and are told what they are. */
export const listFiles = '.pdf,.docx,.xlsx,.xlsm,.xls,.ods,.csv,.tsv,.tab,.txt,text/csv,text/plain,application/pdf';

/** A button that asks for a file. The browser's own field does the work out of sight; the same file may be chosen twice. */
export function FileButton({ children, accept, onFile }: FileButtonProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onPress={() => field.current?.click()}>{children}</Button>
      <input
        ref={field}
        type="file"
        hidden
        accept={accept}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
