import type { WorkshopId } from '@board/shared/ids';
import type { Journal, RegisteredWorkshop, WorkshopFiles } from '../ports.ts';
import { fold, nothingDecided } from './fold.ts';

/**
 * Reads from the workshop files themselves what the registry says of them: for a registry that was lost, and for files
 * that were carried here from another machine. Files of `known` workshops are left alone, damaged ones are reported.
 */
export async function surveyWorkshops(
  files: WorkshopFiles,
  known: ReadonlySet<WorkshopId>,
  journal: Journal,
): Promise<RegisteredWorkshop[]> {
  const found: RegisteredWorkshop[] = [];
  for (const id of await files.list()) {
    if (known.has(id)) continue;
    const workshop = await surveyOne(files, id);
    if (workshop) found.push(workshop);
    else journal.error('workshop-file-not-readable', { workshop: id });
  }
  return found;
}

async function surveyOne(files: WorkshopFiles, id: WorkshopId): Promise<RegisteredWorkshop | null> {
  const file = await files.open(id);
  if (!file.ok) return null;
  try {
    const state = fold(nothingDecided, await file.value.log.readDecisions());
    if (state.id !== id) return null;
    const { joinCode, createdAt, formerCodes } = state;
    return { id, joinCode, createdAt, ...(formerCodes.size > 0 ? { formerCodes: [...formerCodes] } : {}) };
  } catch {
    return null;
  } finally {
    await file.value.close();
  }
}
