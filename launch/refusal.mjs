/** A start that cannot go on, told in one line that says what to do. Anything else that is thrown is a bug and keeps its stack. */
export class StartRefused extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = 'StartRefused';
  }
}

const REASONS = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left on the disk',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a file stands where a directory is needed',
  EEXIST: 'a file stands where a directory is needed',
  ELOOP: 'its symbolic links lead in a circle',
  ENAMETOOLONG: 'the path is too long',
  ENOENT: 'no directory can be made there',
};

/** What the operating system refused about `directory`, as one line with the way out; other errors as they are. */
export function refusalOf(error, directory, wayOut = 'Make room or give this user access there, or set DATA_DIR to another directory.') {
  const reason = REASONS[error.code];
  if (!reason || error instanceof StartRefused) return error;
  return new StartRefused(`cannot write in ${directory}: ${reason}. ${wayOut}`, { cause: error });
}
