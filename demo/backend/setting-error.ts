/** A variable of the environment that can't be used, in words for the person who set it. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}
