import { call } from '../../calls.ts';
import { ownAddress } from '../../session.ts';

/**
 * Brings a file into the folder of a dialog and answers its id.
 *
 * @param onProgress told how many bytes have gone
 */
export async function uploadFile(
  dialogId: string,
  file: File,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<number> {
  const folder = await call('im.disk.folder.get', { DIALOG_ID: dialogId });
  const answer = await call('disk.folder.uploadfile', {
    id: folder.ID,
    data: { NAME: file.name },
    generateUniqueName: true,
  });
  if (!('uploadUrl' in answer)) throw new Error('The portal takes no file');
  return post(ownAddress(answer.uploadUrl), answer.field, file, onProgress, signal);
}

/** fetch() does not tell how much has gone. */
function post(
  address: string,
  field: string,
  file: File,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded }) => onProgress(Math.min(loaded, file.size));
    request.onload = () => {
      const answer = request.response as { result?: { ID: number | string }; error_description?: string } | null;
      if (answer?.result) resolve(Number(answer.result.ID));
      else reject(new Error(answer?.error_description || `Status ${request.status}`));
    };
    request.onerror = () => reject(new Error('The connection was lost'));
    request.onabort = () => reject(new Error('Cancelled'));
    signal.addEventListener('abort', () => request.abort());
    if (signal.aborted) {
      reject(new Error('Cancelled'));
      return;
    }
    const form = new FormData();
    form.append(field, file, file.name);
    request.send(form);
  });
}
